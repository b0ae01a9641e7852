import type { ApiFailure } from '../../shared/domain/api-failure';
import { NO_LABEL } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import { err, ok, type Result } from '../../shared/result';
import type { CreateFailure } from '../circleci/client';
import { askWhose, takeUpBegun } from './ambiguity-step';
import { need } from './needs';
import { isAtCreateLimit, type Row } from './row';
import type { RowEvent, UnwantedBecause } from './row-event';
import { keyOf, type ListedToken, type RowWorld } from './row-world';
import { readForRef } from './sure-reading';
import { isLateArrival } from './whose-token';

const MOST_REFUSALS = 5;

/**
 * Makes the successor of a row's token. The list is read first: what the plan saw must still be there, unchanged. The
 * create is sent once; after an answer that proves nothing, the row is `ambiguous` and nothing is sent before a new look.
 */
export async function createSuccessor(row: Row, world: RowWorld): Promise<Row> {
  const { list, record } = world;
  if (isAtCreateLimit(row)) return need(row, 'create-limit', record);
  const listed = await readForRef(row.ref, list);
  if (!listed.ok) return need(row, 'unreachable', record, { failure: listed.error });
  const { tokens, presence } = listed.value;
  const begun = await takeUpBegun(row, world, tokens);
  if (begun !== undefined) return begun;
  const late = tokens.filter((one) => isLateArrival(row, world, one));
  if (late.length > 0) return askWhose(row, world, late);
  if (presence === 'unsure') return need(row, 'list-unsure', record);
  if (presence === 'absent') {
    // To pass a row over closes it for good, and costs nothing to be sure of: a list may be short twice.
    const again = await readForRef(row.ref, list);
    if (!again.ok) return need(row, 'unreachable', record, { failure: again.error });
    if (again.value.presence !== 'absent') return need(row, 'list-unsure', record);
    return record(row, { kind: 'passed-over', why: 'gone' });
  }
  if (!isAsPlanned(row, tokens)) return record(row, { kind: 'passed-over', why: 'changed' });

  const knownBefore = await list.known();
  if (!world.mayCreate()) return row;
  return send(await intend(row, world, { knownBefore, label: row.label }), world);
}

const intend = (row: Row, { record, now }: RowWorld, wish: Pick<Intention, 'knownBefore' | 'label'>) =>
  record(row, { kind: 'create-intended', ...wish, at: now() });

type Intention = Extract<RowEvent, { kind: 'create-intended' }>;

/** True while the list has the very token that was planned, with the label and the scope that were confirmed. */
export function isAsPlanned(row: Row, listed: readonly ListedToken[]): boolean {
  const old = listed.find(({ ref }) => ref === row.ref);
  return old?.token.label === row.label && old.token.scope === row.scope;
}

async function send(row: Row, world: RowWorld, refusals = 0): Promise<Row> {
  const created = await world.list.create(row.askedLabel);
  if (!created.ok) return refused(row, created.error, world, refusals);

  const { ref, scope, label, value } = created.value;
  if (ref === undefined || row.knownBefore.includes(ref))
    return world.record(row, { kind: 'create-unclear' });
  if (scope !== row.newScope) return removeUnwanted(row, ref, world, 'scope-differs');
  // An answer may leave the label out; one that tells another is not what was asked for.
  if (label !== row.askedLabel && label !== NO_LABEL) return removeUnwanted(row, ref, world, 'label-differs');

  // Before anything else: whatever dies from here on, the value is kept.
  const kept = await world.vault.put(row.id, value);
  if (!kept.ok) return removeUnwanted(row, ref, world, 'seal-failed');
  const { lastFour } = value;
  return world.record(row, { kind: 'sealed', newRef: ref, ...(lastFour && { newLastFour: lastFour }) });
}

async function refused(
  row: Row,
  { created, failure }: CreateFailure,
  world: RowWorld,
  refusals: number,
): Promise<Row> {
  const { record } = world;
  if (created === 'perhaps') return record(row, { kind: 'create-unclear' });
  // A 429 did nothing, and the pacer has held everybody back since.
  if (failure.kind === 'rate-limited' && refusals < MOST_REFUSALS) return send(row, world, refusals + 1);
  if (failure.kind === 'rejected' && row.askedLabel === row.label) {
    // The old token has the same label: some hosts may not take it twice.
    const label = suffixed(row.label, world.now());
    const { knownBefore } = row;
    return send(await intend(row, world, { knownBefore, label }), world, refusals);
  }
  const planned = await record(row, { kind: 'create-refused' });
  const reason = isAtCreateLimit(planned) ? 'create-limit' : 'create-refused';
  return need(planned, reason, record, { failure });
}

const suffixed = (label: string, now: number) => `${label} (${new Date(now).toISOString().slice(0, 10)})`;

/** Notes a new token that is not what was asked for, or that could not be kept, and removes it before anybody relies on it. */
const removeUnwanted = async (
  row: Row,
  newRef: TokenRef,
  world: RowWorld,
  why: UnwantedBecause,
): Promise<Row> => removeNoted(await world.record(row, { kind: 'unwanted-made', newRef, why }), world);

/** Removes a noted unwanted token: at once, or after the app ended in between. */
export async function removeNoted(row: Row, { list, record }: RowWorld): Promise<Row> {
  const reason = row.unwantedBecause ?? 'scope-differs';
  const removed = row.newRef === undefined ? ok(null) : await removeByRef(row.newRef, list);
  if (!removed.ok) return need(row, reason, record, { failure: removed.error });
  return need(await record(row, { kind: 'unwanted-removed' }), reason, record);
}

/**
 * Deletes one token of ours from the list; succeeds only when a fresh list is believed not to have it any more. Fails with
 * nothing where the list was read and is no proof.
 */
export async function removeByRef(
  ref: Row['ref'],
  list: RowWorld['list'],
): Promise<Result<null, ApiFailure | undefined>> {
  const listed = await readForRef(ref, list);
  if (!listed.ok) return listed;
  if (listed.value.presence === 'unsure') return err(undefined);
  const found = listed.value.tokens.find((one) => one.ref === ref);
  if (found === undefined) return ok(null);
  const key = keyOf(found.token);
  if (key === undefined) return err(undefined);
  await list.remove(key, ref);
  const after = await readForRef(ref, list);
  if (!after.ok) return after;
  return after.value.presence === 'absent' ? ok(null) : err(undefined);
}
