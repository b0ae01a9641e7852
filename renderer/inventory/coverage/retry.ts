import type { ConnectionId } from '../../../shared/domain/connection-id';
import { bridge } from '../../bridge';
import { lookOf } from '../inventory-store';
import { setLook, showTold } from '../take-in';
import type { Stores } from '../../stores';
import type { CoverageLine } from './coverage-line';
import { retryCalls, retryFailureSentence, type RetryCall } from './retry-plan';

/**
 * Reads projects anew, of all connections at once. Rows, coverage and progress come as in a look, and can be stopped like one.
 * Answers with what went wrong, by connection.
 */
export async function retryProjects(
  stores: Stores,
  lines: readonly CoverageLine[],
): Promise<ReadonlyMap<ConnectionId, string>> {
  const problems = new Map<ConnectionId, string>();
  await Promise.all(
    retryCalls(lines).map(async (calls) => {
      const [first] = calls;
      const problem = await retryConnection(stores, calls);
      if (first !== undefined && problem !== undefined) problems.set(first.connection, problem);
    }),
  );
  return problems;
}

async function retryConnection(
  { inventory }: Stores,
  calls: readonly RetryCall[],
): Promise<string | undefined> {
  for (const { connection, projects } of calls) {
    if (lookOf(inventory.getState(), connection).state.phase === 'looking')
      return retryFailureSentence({ kind: 'busy' });
    setLook(inventory, connection, { state: { phase: 'looking', done: 0, of: projects.length } });
    const read = await bridge['inventory:retry']({ connection, projects });
    showTold(inventory);
    setLook(inventory, connection, { state: { phase: 'resting' } });
    if (!read.ok) {
      return read.error.kind === 'refused' ? 'Rekey refused its own page.' : retryFailureSentence(read.error);
    }
  }
  return undefined;
}
