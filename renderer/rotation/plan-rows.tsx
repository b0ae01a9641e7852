import { useState } from 'react';

import type { PlanRow, RotationPlan } from '../../shared/domain/rotation-plan';
import { Button } from '../design/button';
import { plain, projectWord, scopeWord } from '../words/token-words';
import { useStores } from '../stores';
import { DestinationEditor } from './destination-editor';
import { destinationsWord, SKIP_WORDS, WARNING_WORDS } from './plan-words';
import { choose } from './planning';

/** The rows of a plan: what is rotated, where its value goes, and what is skipped and why. */
export function PlanRows({ plan }: { readonly plan: RotationPlan }) {
  const [open, setOpen] = useState<string>();
  return (
    <ul className="plan-rows" aria-label="Tokens of this plan">
      {plan.rows.map((row) => (
        <PlanLine
          key={row.ref}
          plan={plan}
          row={row}
          isOpen={open === row.ref}
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
  readonly onToggle: () => void;
}

function PlanLine({ plan, row, isOpen, onToggle }: PlanLineProps) {
  const stores = useStores();
  const isRotated = row.verdict.kind === 'rotate';
  const label = plain(row.label);
  return (
    <li className="plan-row">
      <div className="plan-line">
        <span className="cut" title={label}>
          <bdi>{label}</bdi>
        </span>
        <span>{scopeWord(row)}</span>
        <span className="mono cut" title={row.project}>
          {projectWord(row)}
        </span>
        {row.verdict.kind === 'rotate' ? (
          <span className="cut">→ {destinationsWord(row)}</span>
        ) : (
          <span className="quiet">{SKIP_WORDS[row.verdict.why]}</span>
        )}
        {isRotated && (
          <Button
            look="plain"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? 'Close' : 'Deliver to …'}: ${label}`}
            onClick={onToggle}
          >
            {isOpen ? 'Close' : 'Deliver to …'}
          </Button>
        )}
      </div>
      {row.warnings.map((warning) => (
        <p key={warning} className="quiet">
          {WARNING_WORDS[warning]}
        </p>
      ))}
      {isOpen && (
        <DestinationEditor
          connection={plan.connection}
          {...(row.project !== undefined && { project: row.project })}
          destinations={row.destinations}
          onChange={(destinations) =>
            void choose(stores, plan.id, { row: { ref: row.ref, destinations: [...destinations] } })
          }
        />
      )}
    </li>
  );
}
