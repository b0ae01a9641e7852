import type { RowId } from '../../shared/domain/rotation-run';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { plain, projectWord, scopeWord } from '../words/token-words';
import { useRotation } from '../stores';
import { selectRetiring } from './rotation-store';
import { useAct } from './row-act';

/** Old tokens whose successors are proved. Deleting them is confirmed by itself. */
export function RetirementTray() {
  const rows = useRotation(selectRetiring);
  const { isBusy, problem, act } = useAct();
  if (rows.length === 0) return null;
  const remove = (ids: readonly RowId[]) => void act(() => bridge['rotation:delete-old']({ rows: [...ids] }));
  const connections = new Set(rows.map(({ run }) => run.connection));
  return (
    <section role="region" aria-label="Waiting to be deleted" className="panel">
      <header className="panel-head">
        <div>
          <h2>Waiting to be deleted</h2>
          <p className="quiet">The new values are proved in their places. These old tokens still work.</p>
        </div>
        <span className="foot-spring" />
        {rows.length > 1 && connections.size === 1 && (
          <Button
            disabled={isBusy}
            onClick={() => {
              remove(rows.map(({ row }) => row.id));
            }}
          >
            Delete all {rows.length} now
          </Button>
        )}
      </header>
      {problem !== undefined && <Alert>{problem}</Alert>}
      <ul aria-label="Old tokens">
        {rows.map(({ row }) => (
          <li key={row.id} className="tray-row">
            <span className="cut" title={plain(row.label)}>
              <bdi>{plain(row.label)}</bdi>
            </span>
            <span>{scopeWord(row)}</span>
            <span className="mono cut">{projectWord(row)}</span>
            <Button
              disabled={isBusy}
              aria-label={`Delete now: ${plain(row.label)}`}
              onClick={() => {
                remove([row.id]);
              }}
            >
              Delete now
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
