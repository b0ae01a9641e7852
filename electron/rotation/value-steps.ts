import { assertNever } from '../../shared/assert-never';
import { isWeakerProof, type Receipt } from '../../shared/domain/delivery';
import { isSamePlace } from '../../shared/domain/destination';
import type { NotProvable } from '../../shared/domain/value-check';
import type { SecretValue } from '../credentials/secret-value';
import { need } from './needs';
import type { Row } from './row';
import type { RowWorld } from './row-world';
import { readForRef } from './sure-reading';

/**
 * Tries the new value at the host itself. A row goes on where that proves that the value works; or where the host proves
 * nothing of any value and its list shows the new token, which is said of the row from then on.
 */
export async function verifyValue(row: Row, world: RowWorld): Promise<Row> {
  return withValue(row, world, async (value) => {
    const check = await world.list.check(value);
    switch (check.kind) {
      case 'works':
        return world.record(row, { kind: 'verified', by: 'contrast' });
      case 'refused':
        return need(row, 'verify-failed', world.record);
      case 'not-provable':
        return goByList(row, world, check.why);
      case 'undecided':
        return need(row, 'unreachable', world.record, { failure: check.failure });
      default:
        return assertNever(check);
    }
  });
}

async function goByList(row: Row, { list, record }: RowWorld, why: NotProvable): Promise<Row> {
  if (row.newRef === undefined) return need(row, 'new-missing', record);
  const listed = await readForRef(row.newRef, list);
  if (!listed.ok) return need(row, 'unreachable', record, { failure: listed.error });
  const { presence } = listed.value;
  if (presence === 'present') return record(row, { kind: 'not-provable', why });
  return need(row, presence === 'absent' ? 'new-missing' : 'list-unsure', record);
}

/** Writes the new value to every place chosen for it that does not have it yet. */
export async function deliverValue(row: Row, world: RowWorld): Promise<Row> {
  const { record, sinkFor } = world;
  return withValue(row, world, async (value) => {
    let current = row;
    for (const to of row.destinations) {
      if (!row.mustRedeliver && receiptFor(current, to) !== undefined) continue;
      current = await record(current, { kind: 'delivery-intended', to });
      const delivered = await sinkFor(to).deliver(value, row);
      // Rekey’s own place tries the new value itself: it is that which is refused, not what the connection works with.
      const isRefused =
        !delivered.ok && to.kind === 'this-connection' && delivered.error.kind === 'unauthorized';
      if (isRefused) return need(current, 'verify-failed', record);
      if (!delivered.ok) return need(current, 'delivery-failed', record, { failure: delivered.error });
      const receipt = asOfFirst(delivered.value, receiptFor(current, to));
      current = await record(current, { kind: 'delivered-to', to, receipt });
    }
    return record(current, { kind: 'delivered' });
  });
}

/** What a place showed before this value was first written there: a second delivery finds the last four of the first. */
function asOfFirst(receipt: Receipt, first: Receipt | undefined): Receipt {
  if (receipt.kind !== 'variable' || first?.kind !== 'variable' || first.showedSame) return receipt;
  const { showedSame: _ofFirst, ...rest } = receipt;
  return rest;
}

/** Reads back what every place shows. One that does not show the new value keeps the old token alive. */
export async function proveDelivery(row: Row, world: RowWorld): Promise<Row> {
  const { record, sinkFor } = world;
  return withValue(row, world, async (value) => {
    for (const to of row.destinations) {
      const receipt = receiptFor(row, to);
      const proved = receipt === undefined ? undefined : await sinkFor(to).prove(value, receipt);
      if (proved?.ok === true && proved.value) continue;
      const failure = proved?.ok === false ? proved.error : undefined;
      return need(row, 'delivery-unproved', record, { failure, from: 'verified' });
    }
    const isWeaker = row.destinations.some((to) => {
      const receipt = receiptFor(row, to);
      return receipt !== undefined && isWeakerProof(receipt);
    });
    return record(row, { kind: 'proved', by: isWeaker ? 'weaker-read-back' : 'read-back' });
  });
}

/** Lets the old token wait out its overlap, and hands what is known of its consumers on to its successor. */
export async function retireOld(row: Row, world: RowWorld): Promise<Row> {
  await world.succeeded(row);
  return world.record(row, { kind: 'retired', until: world.now() + world.overlapMs });
}

/** A value that was only in memory did not outlive the app: the row that waits with it says so at once. */
export const requireValue = (row: Row, world: RowWorld): Promise<Row> =>
  withValue(row, world, () => Promise.resolve(row));

const receiptFor = (row: Row, to: Row['destinations'][number]) =>
  row.deliveries.find((delivery) => isSamePlace(delivery.to, to))?.receipt;

async function withValue(row: Row, world: RowWorld, use: (value: SecretValue) => Promise<Row>): Promise<Row> {
  const kept = await world.vault.get(row.id);
  if (kept.ok) return use(kept.value);
  // A keychain that is closed opens again; a value that is nowhere does not come back.
  return need(row, kept.error === 'absent' ? 'value-lost' : 'seal-failed', world.record);
}
