import type { SecretValue } from '../credentials/secret-value';
import { need } from './needs';
import type { Row } from './row';
import type { RowWorld } from './row-world';

/** Tries the new value at the host itself. Only an answer that recognises it lets the row go on. */
export async function verifyValue(row: Row, world: RowWorld): Promise<Row> {
  return withValue(row, world, async (value) => {
    const liveness = await world.list.check(value);
    if (liveness === 'alive') return world.record(row, { kind: 'verified' });
    return need(row, 'verify-failed', world.record);
  });
}

/** Writes the new value to every place chosen for it. Doing it twice does no harm. */
export async function deliverValue(row: Row, world: RowWorld): Promise<Row> {
  return withValue(row, world, async (value) => {
    const intended = await world.record(row, { kind: 'delivery-intended' });
    for (const destination of intended.destinations) {
      const delivered = await world.sinkFor(destination).deliver(value);
      if (!delivered.ok) return need(intended, 'delivery-failed', world.record, { failure: delivered.error });
    }
    return world.record(intended, { kind: 'delivered' });
  });
}

/** Reads back what every place shows. One that does not show the new value keeps the old token alive. */
export async function proveDelivery(row: Row, world: RowWorld): Promise<Row> {
  return withValue(row, world, async (value) => {
    for (const destination of row.destinations) {
      const proved = await world.sinkFor(destination).prove(value);
      if (!proved.ok) {
        return need(row, 'delivery-unproved', world.record, { failure: proved.error, from: 'verified' });
      }
      if (!proved.value) return need(row, 'delivery-unproved', world.record, { from: 'verified' });
    }
    return world.record(row, { kind: 'proved', by: 'read-back' });
  });
}

/** A value that was only in memory did not outlive the app: the row that waits with it says so at once. */
export const requireValue = (row: Row, world: RowWorld): Promise<Row> =>
  withValue(row, world, () => Promise.resolve(row));

async function withValue(row: Row, world: RowWorld, use: (value: SecretValue) => Promise<Row>): Promise<Row> {
  const kept = await world.vault.get(row.id);
  if (kept.ok) return use(kept.value);
  // A keychain that is closed opens again; a value that is nowhere does not come back.
  return need(row, kept.error === 'absent' ? 'value-lost' : 'seal-failed', world.record);
}
