import { memo } from 'react';

import { waitsForHandOver, type RunRow } from '../../shared/domain/rotation-run';
import { needSentence, stepWord } from '../../shared/domain/row-words';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { plain, projectWord, scopeWord } from '../words/token-words';
import { destinationsWord } from './plan-words';
import { useAct } from './row-act';
import { ACTION_WORDS, endsInCircleCi, factsOf } from './run-words';

interface RunLineProps {
  readonly row: RunRow;
  /** Whether the host is one whose own pages Rekey can open. */
  readonly hasPages: boolean;
}

/** One token of a run, with its step in words. Drawn anew only when the row itself has changed. */
export const RunLine = memo(function RunLine({ row, hasPages }: RunLineProps) {
  const label = plain(row.label);
  return (
    <div className={row.step === 'needs-you' ? 'run-row run-row-needs' : 'run-row'}>
      <span className="cut" title={label}>
        <bdi>{label}</bdi>
      </span>
      <span>{scopeWord(row)}</span>
      <span className="mono cut" title={row.project}>
        {projectWord(row)}
      </span>
      <div>
        <span className={toneOf(row)}>{stepWord(row)}</span>
        {row.step !== 'left' && !waitsForHandOver(row) && (
          <span className="quiet"> · {destinationsWord(row)}</span>
        )}
        {factsOf(row).map((fact) => (
          <p key={fact} className="quiet">
            {fact}
          </p>
        ))}
        {row.step === 'needs-you' && <NeedLines row={row} hasPages={hasPages} />}
      </div>
    </div>
  );
});

function NeedLines({ row, hasPages }: RunLineProps) {
  const { isBusy, problem, act } = useAct();
  if (row.need === undefined) return null;
  return (
    <div className="stack">
      <p>{needSentence(row.need)}</p>
      {problem !== undefined && <Alert>{problem}</Alert>}
      <div className="line need-actions">
        {row.need.actions.map((action) => (
          <Button
            key={action}
            isBusy={isBusy}
            aria-label={`${ACTION_WORDS[action]}: ${plain(row.label)}`}
            onClick={() => void act(() => bridge['rotation:act']({ row: row.id, action }))}
          >
            {ACTION_WORDS[action]}
          </Button>
        ))}
        {hasPages && endsInCircleCi(row.need) && (
          <Button
            look="plain"
            aria-label={`Open its tokens in CircleCI: ${plain(row.label)}`}
            onClick={() => {
              void (row.project === undefined
                ? bridge['links:open']({ name: 'personal-tokens' })
                : bridge['links:open-project']({ row: row.id }));
            }}
          >
            Open in CircleCI
          </Button>
        )}
      </div>
    </div>
  );
}

function toneOf({ step }: RunRow): string {
  if (step === 'gone') return 'tone-fine';
  return step === 'needs-you' ? 'tone-warning' : 'tone-quiet';
}
