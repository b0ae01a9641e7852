import type { ApiFailure } from '../../shared/domain/api-failure';
import type { Result } from '../../shared/result';
import { need } from './needs';
import type { Row } from './row';
import type { ListedToken, RowWorld } from './row-world';
import { readFor, type SureReading } from './sure-reading';
import { isForgotten, mayBeOrphan, unexplained } from './whose-token';

/**
 * Finds out what came of a create whose answer was lost. A token whose value is sealed here is the new one. Of any other, the
 * label, scope and time prove nothing: somebody else may have made it. A person says whose it is; nothing is deleted here.
 */
export async function settleAmbiguity(row: Row, world: RowWorld): Promise<Row> {
  const { list, record } = world;
  const listed = await readFor((one) => mayBeOrphan(row, world, one), list);
  if (!listed.ok) return need(row, 'unreachable', record, { failure: listed.error });
  const { tokens, presence } = listed.value;
  const adopted = await takeUpSealed(row, world, tokens);
  if (adopted !== undefined) return adopted;

  const found = tokens.filter((one) => mayBeOrphan(row, world, one));
  if (found.length > 0) return askWhose(row, world, found);
  if (presence === 'absent' && row.mayCreateAnew) return record(row, { kind: 'none-made' });
  return need(row, presence === 'unsure' ? 'list-unsure' : 'create-unclear', record);
}

/** Stops a row until a person has said whose the tokens are that may have come of its create. */
export async function askWhose(row: Row, world: RowWorld, found: readonly ListedToken[]): Promise<Row> {
  const tokens = found.flatMap((one) => unexplained(one) ?? []);
  // What cannot be named can neither be deleted nor explained.
  if (tokens.length < found.length) return need(row, 'create-unclear', world.record, { from: 'ambiguous' });
  const noted = await world.record(row, { kind: 'unexplained-found', tokens });
  return need(noted, 'orphan-unproved', world.record, { from: 'ambiguous' });
}

/** A row whose journal knows of no create, but whose value is sealed, or whose token own changes know: the journal went back. */
export async function takeUpBegun(
  row: Row,
  world: RowWorld,
  tokens: readonly ListedToken[],
): Promise<Row | undefined> {
  if (row.creates > 0) return undefined;
  const adopted = await takeUpSealed(row, world, tokens);
  if (adopted !== undefined) return adopted;
  const forgotten = tokens.filter(({ ref }) => isForgotten(row, world, ref));
  if (forgotten.length > 0) return askWhose(row, world, forgotten);
  const isHeld = !row.mayCreateAnew && (await world.vault.get(row.id)).ok;
  return isHeld ? need(row, 'create-unclear', world.record, { from: 'ambiguous' }) : undefined;
}

/** The app may have ended right after it sealed a value, or its journal may have gone back: the value itself tells. */
async function takeUpSealed(
  row: Row,
  { vault, isValueOf, record }: RowWorld,
  tokens: readonly ListedToken[],
): Promise<Row | undefined> {
  const kept = await vault.get(row.id);
  if (!kept.ok) return undefined;
  const { lastFour } = kept.value;
  const own = tokens.find(({ ref, token }) => ref !== row.ref && isValueOf(token, kept.value));
  if (own?.ref === undefined || own.token.label !== row.askedLabel || own.token.scope !== row.newScope)
    return undefined;
  return record(row, { kind: 'sealed', newRef: own.ref, ...(lastFour && { newLastFour: lastFour }) });
}

/** Whether the list holds a token that may be what came of the create: `absent` only where that is certain. */
export const lookForStray = (row: Row, world: RowWorld): Promise<Result<SureReading, ApiFailure>> =>
  readFor((one) => mayBeOrphan(row, world, one), world.list);
