import { useMemo, useState } from 'react';

import type { ConnectionFacts } from '../../../shared/domain/connection';
import type { ConnectionId } from '../../../shared/domain/connection-id';
import { Alert } from '../../design/alert';
import { Button } from '../../design/button';
import { EmptyState } from '../../design/empty-state';
import { stopLooking } from '../look';
import { useInventory, useStores } from '../../stores';
import { CoverageFoot } from './coverage-foot';
import {
  countOutcomes,
  coverageLines,
  matchingLines,
  withoutRead,
  withOutcome,
  type CoverageFilter,
  type CoverageLine,
} from './coverage-line';
import { CoverageList } from './coverage-list';
import { CoverageNotes } from './coverage-notes';
import { CoverageTools } from './coverage-tools';
import { decideCoverage } from './decide';
import { hasFailed } from './outcome-words';
import { retryProjects } from './retry';
import { retriedSentence } from './retry-plan';

const NOTHING: ReadonlySet<string> = new Set();
const EVERYTHING: CoverageFilter = { text: '', outcome: 'all' };

/** Every project of every connection: whether its tokens could be read, and another try for those that could not. */
export function CoverageView({ connections }: { readonly connections: readonly ConnectionFacts[] }) {
  const stores = useStores();
  const looks = useInventory((state) => state.looks);
  const [filter, setFilter] = useState(EVERYTHING);
  const [selected, setSelected] = useState(NOTHING);
  const [problems, setProblems] = useState<ReadonlyMap<ConnectionId, string>>(new Map());
  const lines = useMemo(
    () => coverageLines(connections, (id) => looks.get(id)?.coverage),
    [connections, looks],
  );
  const matching = matchingLines(lines, filter.text);
  const shown = withOutcome(matching, filter.outcome);

  const looking = connections.flatMap(({ id }) => {
    const state = looks.get(id)?.state;
    return state?.phase === 'looking' ? [{ id, ...state }] : [];
  });
  const progress = looking.length === 0 ? undefined : { done: sum(looking, 'done'), of: sum(looking, 'of') };

  const retry = async (wanted: readonly CoverageLine[]) => {
    setProblems(new Map());
    const found = await retryProjects(stores, wanted);
    setProblems(found);
    const { looks: after } = stores.inventory.getState();
    const now = coverageLines(connections, (id) => after.get(id)?.coverage);
    setSelected((before) => withoutRead(before, now));
    stores.app.setState({ announcement: retriedSentence(wanted, now) });
  };

  const decide = async ({ connection, project, outcome }: CoverageLine) => {
    const kind = outcome.kind === 'in-doubt' ? 'accept-empty-list' : 'project-gone';
    const problem = await decideCoverage(connection, { kind, subject: project });
    setProblems(problem === undefined ? new Map() : new Map([[connection, problem]]));
  };

  return (
    <section className="coverage" aria-label="Coverage">
      <div className="coverage-notes">
        {connections.map((connection) => (
          <CoverageNotes key={connection.id} connection={connection} />
        ))}
        {connections.flatMap(({ id, name }) => {
          const problem = problems.get(id);
          return problem === undefined ? [] : [<Alert key={id}>{`${name}: ${problem}`}</Alert>];
        })}
      </div>
      <CoverageTools filter={filter} counts={countOutcomes(matching)} onChange={setFilter} />
      {shown.length > 0 ? (
        <CoverageList
          lines={shown}
          showsConnection={connections.length > 1}
          selected={selected}
          onSelect={setSelected}
        />
      ) : (
        <EmptyState title={lines.length === 0 ? 'No projects yet' : 'No project matches'}>
          <p className="quiet">
            {lines.length === 0
              ? 'Every project that a look finds stands here, with whether it could be read.'
              : 'Some filter leaves nothing over.'}
          </p>
          {lines.length > 0 && (
            <Button
              onClick={() => {
                setFilter(EVERYTHING);
              }}
            >
              Clear filters
            </Button>
          )}
        </EmptyState>
      )}
      <CoverageFoot
        shown={shown.length}
        chosen={shown.filter(({ key }) => selected.has(key))}
        failed={shown.filter(({ outcome }) => hasFailed(outcome))}
        progress={progress}
        onRetry={(wanted) => void retry(wanted)}
        onDecide={(line) => void decide(line)}
        onStop={() => {
          for (const { id } of looking) void stopLooking(id);
        }}
      />
    </section>
  );
}

const sum = <Key extends string>(all: readonly Readonly<Record<Key, number>>[], key: Key) =>
  all.reduce((total, one) => total + one[key], 0);
