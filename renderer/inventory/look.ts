import { describeFailure } from '../../shared/domain/api-failure';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { SyncFailure } from '../../shared/domain/inventory';
import { bridge } from '../bridge';
import type { Stores } from '../stores';
import { lookOf } from './inventory-store';
import { setLook, showTold } from './take-in';

/** Looks at a connection anew. Rows stream in; nothing already shown goes away before it is known to be gone. */
export async function lookAnew({ inventory }: Stores, connection: ConnectionId): Promise<void> {
  if (lookOf(inventory.getState(), connection).state.phase === 'looking') return;
  setLook(inventory, connection, { state: { phase: 'looking', done: 0, of: 0 } });
  const looked = await bridge['inventory:sync']({ connection });
  showTold(inventory);
  const failed = looked.ok || looked.error.kind === 'refused' ? undefined : looked.error;
  setLook(inventory, connection, {
    state: failed === undefined ? { phase: 'resting' } : { phase: 'failed', why: failed },
  });
}

export async function stopLooking(connection: ConnectionId): Promise<void> {
  await bridge['inventory:stop']({ connection });
}

/** What happened, and that what was known is still there. */
export function lookFailureSentence(failure: SyncFailure): string {
  switch (failure.kind) {
    case 'stopped':
      return 'Stopped. Refresh goes on with what is missing.';
    case 'busy':
      return 'A rotation is running. Refresh when it has ended.';
    case 'credential-missing':
      return 'The token of this connection has to be typed again before Rekey can look.';
    case 'no-such-connection':
      return 'This connection is no longer there.';
    case 'storage':
      return 'What was found is shown, but could not be written to disk.';
    case 'api':
      return `What was known is still shown. ${describeFailure(failure.failure)}`;
  }
}
