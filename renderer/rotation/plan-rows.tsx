import { useState } from 'react';

import { isSamePlace, type Destination } from '../../shared/domain/destination';
import { contestedPlaces, type PlanRow, type RotationPlan } from '../../shared/domain/rotation-plan';
import { Button } from '../design/button';
import { useStores } from '../stores';
import { plain, projectWord, scopeWord } from '../words/token-words';
import { destinationsWord, SKIP_WORDS, WARNING_WORDS } from './plan-words';
import { choose } from './planning';
import { RowEditor } from './row-editor';

/** The rows of a plan: what is rotated, where its value goes, and what is skipped and why. */
export function PlanRows({ plan }: { readonly plan: RotationPlan }) {
  const [open, setOpen] = useState<string>();
  const contested = contestedPlaces(plan);
  return (
    <ul className="plan-rows" aria-label="Tokens of this plan">
      {plan.rows.map((row) => (
        <PlanLine
          key={row.ref}
          plan={plan}
          row={row}
          isOpen={open === row.ref}
          contested={contested}
          onToggle={() => {
            setOpen(open === row.ref ? undefined : row.ref);
          }}
        />
      ))}
    </ul>
  );
}

interface PlanLineProps {
  readonly plan: RotationPlan;
  readonly row: PlanRow;
  readonly isOpen: boolean;
  readonly contested: readonly Destination[];
  readonly onToggle: () => void;
}

function PlanLine({ plan, row, isOpen, contested, onToggle }: PlanLineProps) {
  const stores = useStores();
  const { verdict, checklist, scope, newScope } = row;
  const label = plain(row.label);
  const isContested =
    verdict.kind === 'rotate' && row.destinations.some((to) => contested.some((one) => isSamePlace(one, to)));
  const isOwn = verdict.kind === 'skip' && verdict.why === 'own-credential';
  return (
    <li className="plan-row">
      <div className="plan-line">
        <span className="cut" title={label}>
          <bdi>{label}</bdi>
        </span>
        <span>
          {scopeWord(row)}
          {newScope !== scope && ` → ${scopeWord({ scope: newScope })}`}
        </span>
        <span className="mono cut" title={row.project}>
          {projectWord(row)}
        </span>
        {verdict.kind === 'rotate' ? (
          <span className="cut" title={destinationsWord(row)}>
            → {destinationsWord(row)}
            {checklist.length > 0 && ` · ${String(checklist.length)} by hand`}
          </span>
        ) : (
          <span className="quiet">{SKIP_WORDS[verdict.why]}</span>
        )}
        {verdict.kind === 'rotate' && (
          <Button
            look="plain"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? 'Close' : 'Deliver to …'}: ${label}`}
            onClick={onToggle}
          >
            {isOpen ? 'Close' : 'Deliver to …'}
          </Button>
        )}
        {isOwn && (
          <Button
            look="plain"
            aria-label={`Rotate it too: ${label}`}
            onClick={() => void choose(stores, plan.id, { row: { ref: row.ref, withOwn: true } })}
          >
            Rotate it too
          </Button>
        )}
      </div>
      {isContested && (
        <p className="tone-warning">
          Another token of this plan goes to the same variable, where only one value has room.
        </p>
      )}
      {row.warnings.map((warning) => (
        <p key={warning} className="quiet">
          {WARNING_WORDS[warning]}
        </p>
      ))}
      {isOpen && verdict.kind === 'rotate' && <RowEditor plan={plan} row={row} />}
    </li>
  );
}
