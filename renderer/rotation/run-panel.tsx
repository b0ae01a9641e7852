import { totalRun, type RunRow, type RunView } from '../../shared/domain/rotation-run';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { exactUtc } from '../words/date-words';
import { countWord } from '../words/count-words';
import { plain, projectWord, scopeWord } from '../words/token-words';
import { useStores } from '../stores';
import { destinationsWord } from './plan-words';
import { dropRun } from './rotation-store';
import { useAct } from './row-act';
import { ACTION_WORDS, goneWord, needSentence, runSentence, stepWord } from './run-words';

/** One run as a list: every token with its step, those that need a person on top. */
export function RunPanel({ run }: { readonly run: RunView }) {
  const { rotation } = useStores();
  const { problem, act } = useAct();
  const totals = totalRun(run);
  const isFinished = totals.done + totals.closed === run.rows.length;
  const rows = run.rows.toSorted((a, b) => Number(b.step === 'needs-you') - Number(a.step === 'needs-you'));
  const control = (to: 'pause' | 'resume' | 'stop') => () =>
    void act(() => bridge['rotation:control']({ run: run.id, to }));
  const close = async () => {
    if (await act(() => bridge['rotation:close-run']({ run: run.id }))) dropRun(rotation, run.id);
  };

  return (
    <section role="region" aria-label="Rotation run" className="panel">
      <header className="panel-head">
        <div>
          <h2>{run.organisation}</h2>
          <p className="quiet" role="status">
            {runSentence(run)}
          </p>
        </div>
        <span className="foot-spring" />
        <div className="totals">
          <Total count={totals.done} word="Done" />
          <Total count={totals.needsYou} word="Needs you" />
          <Total count={totals.waiting} word="Waiting" />
          <Total count={totals.left} word="Left" />
          {totals.closed > 0 && <Total count={totals.closed} word="Left as they were" />}
        </div>
        {run.phase === 'running' && (
          <>
            <Button onClick={control('pause')}>Pause</Button>
            <Button onClick={control('stop')}>Stop after current</Button>
          </>
        )}
        {(run.phase === 'paused' || run.phase === 'interrupted') && (
          <>
            <Button look="primary" onClick={control('resume')}>
              Resume
            </Button>
            <Button onClick={control('stop')}>Stop after current</Button>
          </>
        )}
        {run.phase === 'ended' && isFinished && <Button onClick={() => void close()}>Close</Button>}
      </header>
      {problem !== undefined && <Alert>{problem}</Alert>}
      <ul className="run-rows" aria-label={`Tokens of the run of ${exactUtc(run.startedAt)}`}>
        {rows.map((row) => (
          <RunLine key={row.id} row={row} />
        ))}
      </ul>
    </section>
  );
}

function Total({ count, word }: { readonly count: number; readonly word: string }) {
  return (
    <span>
      <b>{countWord(count)}</b> {word}
    </span>
  );
}

function RunLine({ row }: { readonly row: RunRow }) {
  const { isBusy, problem, act } = useAct();
  const label = plain(row.label);
  return (
    <li className={row.step === 'needs-you' ? 'run-row run-row-needs' : 'run-row'}>
      <span className="cut" title={label}>
        <bdi>{label}</bdi>
      </span>
      <span>{scopeWord(row)}</span>
      <span className="mono cut" title={row.project}>
        {projectWord(row)}
      </span>
      <div>
        <span className={toneOf(row)}>{stepWord(row)}</span>
        {row.step === 'gone' && <span className="quiet"> · {destinationsWord(row)}</span>}
        {goneWord(row) !== undefined && <p className="quiet">{goneWord(row)}</p>}
        {row.newLabel !== undefined && (
          <p className="quiet">
            The new token is called “{plain(row.newLabel)}”: CircleCI did not take the same label twice.
          </p>
        )}
        {row.need !== undefined && row.step === 'needs-you' && (
          <div className="stack">
            <p>{needSentence(row.need)}</p>
            {problem !== undefined && <Alert>{problem}</Alert>}
            <div className="line">
              {row.need.actions.map((action) => (
                <Button
                  key={action}
                  disabled={isBusy}
                  onClick={() => void act(() => bridge['rotation:act']({ row: row.id, action }))}
                >
                  {ACTION_WORDS[action]}
                </Button>
              ))}
            </div>
          </div>
        )}
      </div>
    </li>
  );
}

function toneOf({ step }: RunRow): string {
  if (step === 'gone') return 'tone-fine';
  return step === 'needs-you' ? 'tone-warning' : 'tone-quiet';
}
