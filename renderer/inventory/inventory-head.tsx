import type { ConnectionFacts } from '../../shared/domain/connection';
import { totalCoverage } from '../../shared/domain/coverage';
import { Button } from '../design/button';
import { useInventory, useStores } from '../stores';
import { timeUtc } from '../words/date-words';
import { ConnectionChoice } from './connection-choice';
import { lookAnew, stopLooking } from './look';
import { selectTotals } from './shown-tokens';
import { statusLine } from './status-line';
import { holdSentence, waitingSentence } from './waits';

interface HeadProps {
  readonly connections: readonly ConnectionFacts[];
  readonly onFound: () => void;
}

/** How much there is, how much of it could be read, and when that was. */
export function InventoryHead({ connections, onFound }: HeadProps) {
  const stores = useStores();
  const looks = useInventory((state) => state.looks);
  const totals = useInventory(selectTotals);
  const own = connections.flatMap(({ id }) => looks.get(id) ?? []);
  const coverage = totalCoverage(own.flatMap((look) => look.coverage ?? []));
  const hasLooked = own.some((look) => look.coverage !== undefined);
  const takenAt = own.flatMap((look) => look.takenAt ?? []);
  const looking = own.flatMap(({ state }) => (state.phase === 'looking' ? [state] : []));
  const done = looking.reduce((sum, state) => sum + state.done, 0);
  const of = looking.reduce((sum, state) => sum + state.of, 0);

  const holds = useInventory((state) => state.holds);
  const held = holdSentence(
    holds,
    connections.map(({ address }) => address),
  );
  const waits = held ?? waitingSentence(looking.flatMap(({ waitingFor = [] }) => waitingFor));

  return (
    <header className="section-head">
      <ConnectionChoice />
      <h1>Inventory</h1>
      <span role="status" className="status cut">
        {hasLooked ? statusLine(totals.all, totals.due, coverage) : ''}
      </span>
      <span className="foot-spring" />
      <Button onClick={onFound}>I found a token …</Button>
      {looking.length > 0 ? (
        <div className="progress">
          <progress max={Math.max(of, 1)} value={done} aria-label="Projects read" />
          <span className="progress-words">
            {of === 0 ? 'Finding projects …' : `${String(done)} of ${String(of)} projects`}
          </span>
          {waits !== undefined && (
            <span role="status" aria-label="What is waited for" className="quiet cut" title={waits}>
              {waits}
            </span>
          )}
          <Button
            onClick={() => {
              for (const { id } of connections) void stopLooking(id);
            }}
          >
            Stop
          </Button>
        </div>
      ) : (
        <div className="progress">
          {takenAt.length > 0 && <span>Last look {timeUtc(Math.min(...takenAt))}</span>}
          <Button
            onClick={() => {
              for (const { id } of connections) void lookAnew(stores, id);
            }}
          >
            Refresh
          </Button>
        </div>
      )}
    </header>
  );
}
