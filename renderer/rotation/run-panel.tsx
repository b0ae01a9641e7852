import { memo, useMemo } from 'react';

import { hasCloudPages } from '../../shared/domain/connection';
import { totalRun, type RunRow, type RunView } from '../../shared/domain/rotation-run';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { VirtualList } from '../design/virtual-list';
import { useApp, useStores } from '../stores';
import { counted } from '../words/count-words';
import { exactUtc } from '../words/date-words';
import { plain } from '../words/token-words';
import { dropRun } from './rotation-store';
import { useAct } from './row-act';
import { RunLine } from './run-line';
import { runSentence } from './run-words';

const USUAL_HEIGHT = 35;

const keyOf = ({ id }: RunRow) => id;

const needingFirst = (rows: readonly RunRow[]) =>
  rows.toSorted((a, b) => Number(b.step === 'needs-you') - Number(a.step === 'needs-you'));

/** One run as a list: every token with its step, those that need a person on top. */
export const RunPanel = memo(function RunPanel({ run }: { readonly run: RunView }) {
  const { problem, act } = useAct();
  const hasPages = useApp(({ connections }) =>
    connections.some((one) => one.id === run.connection && hasCloudPages(one)),
  );
  const rows = useMemo(() => needingFirst(run.rows), [run.rows]);
  return (
    <section role="region" aria-label="Rotation run" className="panel">
      <header className="panel-head">
        <div>
          <h2>Rotation of {plain(run.organisation)}</h2>
          <p className="quiet" role="status">
            {runSentence(run)}
          </p>
        </div>
        <span className="foot-spring" />
        <RunButtons run={run} act={act} />
      </header>
      {problem !== undefined && <Alert>{problem}</Alert>}
      <VirtualList
        label={`Tokens of the run of ${exactUtc(run.startedAt)}`}
        className="run-rows"
        items={rows}
        keyOf={keyOf}
        usualHeight={USUAL_HEIGHT}
      >
        {(row) => <RunLine row={row} hasPages={hasPages} />}
      </VirtualList>
    </section>
  );
});

interface RunButtonsProps {
  readonly run: RunView;
  readonly act: ReturnType<typeof useAct>['act'];
}

function RunButtons({ run, act }: RunButtonsProps) {
  const { rotation } = useStores();
  const { done, closed } = totalRun(run);
  const retriable = run.rows.filter(
    ({ need, step }) => step === 'needs-you' && need?.actions.includes('try-again'),
  );
  const isResting = run.phase === 'paused' || run.phase === 'interrupted';
  const control = (to: 'pause' | 'resume' | 'stop') => () =>
    void act(() => bridge['rotation:control']({ run: run.id, to }));
  const close = async () => {
    if (await act(() => bridge['rotation:close-run']({ run: run.id }))) dropRun(rotation, run.id);
  };
  return (
    <>
      {run.phase === 'running' && <Button onClick={control('pause')}>Pause</Button>}
      {isResting && (
        <Button look="primary" onClick={control('resume')}>
          Resume
        </Button>
      )}
      {(run.phase === 'running' || isResting) && (
        <Button onClick={control('stop')}>Stop after current</Button>
      )}
      {(run.phase === 'ended' || isResting) && retriable.length > 1 && (
        <Button onClick={() => void act(() => bridge['rotation:retry']({ run: run.id }))}>
          Try {counted(retriable.length, 'token')} again
        </Button>
      )}
      {run.phase === 'ended' && done + closed === run.rows.length && (
        <Button onClick={() => void close()}>Close</Button>
      )}
    </>
  );
}
