import { memo } from 'react';

import { SKIP_WORDS } from '../../shared/domain/skip-words';
import type { PlanRow, RotationPlan } from '../../shared/domain/rotation-plan';
import type { TokenRef } from '../../shared/domain/token-ref';
import { Button } from '../design/button';
import { useStores } from '../stores';
import { plain, projectWord, scopeWord } from '../words/token-words';
import { destinationsWord, WARNING_WORDS } from './plan-words';
import { choose } from './planning';
import { RowEditor } from './row-editor';

interface PlanLineProps {
  readonly plan: RotationPlan;
  readonly row: PlanRow;
  readonly isOpen: boolean;
  /** Another token of the plan goes to the same variable. */
  readonly isContested: boolean;
  readonly onToggle: (row: TokenRef) => void;
}

/** One token of a plan, with what a person can decide for it where it is open. */
export const PlanLine = memo(function PlanLine({ plan, row, isOpen, isContested, onToggle }: PlanLineProps) {
  const stores = useStores();
  const { verdict, checklist, scope, newScope } = row;
  const label = plain(row.label);
  const isOwn = verdict.kind === 'skip' && verdict.why === 'own-credential';
  return (
    <div className="plan-row">
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
            onClick={() => {
              onToggle(row.ref);
            }}
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
    </div>
  );
});
