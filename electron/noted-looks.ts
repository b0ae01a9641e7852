import { totalCoverage } from '../shared/domain/coverage';
import type { ConnectionId } from '../shared/domain/connection-id';
import type { SyncFailure } from '../shared/domain/inventory';
import type { LedgerFact } from '../shared/domain/ledger-fact';
import type { Result } from '../shared/result';
import type { InventoryDesk } from './inventory/inventory-desk';
import type { Noting } from './note-facts';

type Ended = Promise<Result<null, SyncFailure>>;

/** The inventory as it is, the end of each look written down with what it could read. */
export function notedLooks(inventory: InventoryDesk, { noteSoon }: Noting): InventoryDesk {
  const noted = async (connection: ConnectionId, look: () => Ended): Ended => {
    const before = await inventory.lastOf(connection);
    const ended = await look();
    const after = await inventory.lastOf(connection);
    // Where not even the projects could be named, the last look is still the one before.
    const found = after === before ? undefined : after;
    const totals = totalCoverage(found === undefined ? [] : [found.coverage]);
    const outcome = outcomeOf(ended, totals.isComplete);
    const { read, projects } = totals;
    const tokens = found?.tokens.length ?? 0;
    if (outcome !== undefined) noteSoon({ kind: 'look-ended', outcome, tokens, read, projects }, connection);
    return ended;
  };
  return {
    ...inventory,
    sync: (connection) => noted(connection, () => inventory.sync(connection)),
    retry: (connection, projects) => noted(connection, () => inventory.retry(connection, projects)),
  };
}

/** Nothing where no look was begun. */
function outcomeOf(
  ended: Awaited<Ended>,
  isComplete: boolean,
): Extract<LedgerFact, { kind: 'look-ended' }>['outcome'] | undefined {
  if (ended.ok) return isComplete ? 'complete' : 'partial';
  switch (ended.error.kind) {
    case 'stopped':
      return 'stopped';
    case 'storage':
    case 'api':
      return 'failed';
    default:
      return undefined;
  }
}
