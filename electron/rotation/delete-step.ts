import { assertNever } from '../../shared/assert-never';
import type { ApiFailure } from '../../shared/domain/api-failure';
import { SecretValue } from '../credentials/secret-value';
import { isAsPlanned } from './create-step';
import { stopOnExtra } from './extra-tokens';
import { need } from './needs';
import { stopOnOwnGround } from './own-credential-guard';
import { needsAttestation, type Row } from './row';
import { keyOf, type ListedToken, type RowWorld } from './row-world';
import { readForRef, type SureReading } from './sure-reading';

/**
 * Deletes the old token of a row whose new value is proved, and believes only a fresh list: the old one must be gone from it
 * and the new one must be in it. What the host answered to the delete itself proves nothing.
 */
export async function deleteOld(row: Row, world: RowWorld): Promise<Row> {
  const { list, record } = world;
  const unproved = await unprovedNow(row, world);
  if (unproved !== undefined) return unproved;
  const listed = await readForRef(row.ref, list);
  if (!listed.ok) return need(row, 'unreachable', record, { failure: listed.error });
  const { tokens } = listed.value;
  const extra = await stopOnExtra(row, world, tokens);
  if (extra !== undefined) return extra;
  const old = tokens.find(({ ref }) => ref === row.ref);
  if (old === undefined) return closeIfGone(row, world, listed.value);
  if (!has(tokens, row.newRef)) return need(row, 'new-missing', record);
  if (!isAsPlanned(row, tokens)) return need(row, 'changed-since-plan', record);
  const ground = world.ground();
  const stopped = await stopOnOwnGround(row, world, tokens);
  if (stopped !== undefined) return stopped;
  const key = keyOf(old.token);
  if (key === undefined) return need(row, 'delete-refused', record);
  const tried = row.validation === undefined ? await tryNow(row, world) : row;
  if (tried.step !== row.step || needsAttestation(tried)) return tried;

  const intended = await record(tried, { kind: 'delete-intended' });
  // Somebody may have typed the old token just now.
  if (row.kind === 'personal' && world.ground() !== ground) return need(intended, 'own-in-use', record);
  const removed = await list.remove(key, row.ref);
  return proveGone(intended, world, removed.ok ? undefined : removed.error);
}

/** Tries the new value of a row whose journal is from before values were tried by contrast. */
async function tryNow(row: Row, { list, vault, record }: RowWorld): Promise<Row> {
  const kept = await vault.get(row.id);
  if (!kept.ok) return record(row, { kind: 'not-provable', why: 'value-gone' });
  const check = await list.check(kept.value);
  switch (check.kind) {
    case 'works':
      return record(row, { kind: 'verified', by: 'contrast' });
    case 'not-provable':
      return record(row, { kind: 'not-provable', why: check.why });
    case 'refused':
      return need(row, 'verify-failed', record);
    case 'undecided':
      return need(row, 'unreachable', record, { failure: check.failure });
    default:
      return assertNever(check);
  }
}

/**
 * Variables may have been overwritten while the old token waited: what no longer shows the new value stops the row. Where
 * the value itself is lost or locked away, its last four, which are written down, are what the place must show.
 */
async function unprovedNow(row: Row, { sinkFor, vault, record }: RowWorld): Promise<Row | undefined> {
  const kept = await vault.get(row.id);
  const value = kept.ok ? kept.value : endingIn(row.newLastFour);
  for (const { to, receipt } of row.deliveries) {
    if (receipt.kind !== 'variable') continue;
    const proved = value && (await sinkFor(to).prove(value, receipt));
    if (proved?.ok === false) return need(row, 'delivery-unproved', record, { failure: proved.error });
    if (proved?.value !== true) return need(row, 'delivery-unproved', record, { from: 'verified' });
  }
  return undefined;
}

/** Stands in for a value of which only the end is known: shorter ones have no last four. */
const endingIn = (lastFour: string | undefined): SecretValue | undefined =>
  lastFour === undefined ? undefined : new SecretValue(lastFour.padStart(16, '?'));

/** Reads the list after a delete. */
async function proveGone(row: Row, world: RowWorld, refusal?: ApiFailure): Promise<Row> {
  const { list, record } = world;
  const after = await readForRef(row.ref, list);
  if (!after.ok) return need(row, 'unreachable', record, { failure: after.error });
  if (after.value.presence === 'present') {
    const reason = refusal === undefined ? 'old-still-live' : 'delete-refused';
    return need(row, reason, record, { failure: refusal });
  }
  return closeIfGone(row, world, after.value);
}

/** Ends a row whose old token is not in a list that can be believed, and whose new one is, with nothing unexplained in it. */
async function closeIfGone(row: Row, world: RowWorld, { tokens, presence }: SureReading): Promise<Row> {
  const extra = await stopOnExtra(row, world, tokens);
  if (extra !== undefined) return extra;
  if (presence !== 'absent') return need(row, 'list-unsure', world.record);
  return has(tokens, row.newRef) ? close(row, world) : need(row, 'new-missing', world.record);
}

/**
 * Finds out what came of a delete that the app did not live to see. An old token that still stands waits to be deleted
 * again: that a person once said yes does not delete it unattended.
 */
export async function settleDeletion(row: Row, world: RowWorld): Promise<Row> {
  const { list, record } = world;
  const listed = await readForRef(row.ref, list);
  if (!listed.ok) return need(row, 'unreachable', record, { failure: listed.error });
  if (listed.value.presence === 'present') return record(row, { kind: 'delete-undone' });
  return closeIfGone(row, world, listed.value);
}

const has = (listed: readonly ListedToken[], ref: Row['newRef']) =>
  ref !== undefined && listed.some((token) => token.ref === ref);

async function close(row: Row, { record, vault, now }: RowWorld): Promise<Row> {
  const gone = await record(row, { kind: 'gone', at: now() });
  await vault.drop(row.id);
  return gone;
}
