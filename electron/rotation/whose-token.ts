import type { Instant } from '../../shared/domain/instant';
import type { UnexplainedToken } from '../../shared/domain/rotation-run';
import type { RemoteToken } from '../circleci/client';
import type { Evidence, SpeaksAgainst, SpeaksFor } from './native-question';
import type { Row } from './row';
import type { ListedToken, RowWorld } from './row-world';

type Accounts = Pick<RowWorld, 'isMade' | 'isExplained' | 'madeFor'>;

/**
 * A token that was not there before, and that is no row's: with the label that was asked for, or made just then. A host that
 * changes a label may also lose an answer.
 */
export function mayBeOrphan(row: Row, accounts: Accounts, one: ListedToken): boolean {
  return isUnaccounted(row, accounts, one) && (isOfLabel(row, one) || isOfItsTime(row, one.token));
}

/** A token of the label and scope of a row's new one, that came with it or after it, and that nobody has explained. */
export function isExtra(
  row: Row,
  accounts: Accounts,
  one: ListedToken,
  listed: readonly ListedToken[],
): boolean {
  if (one.ref === undefined || one.ref === row.newRef || one.ref === row.ref) return false;
  const createdAt = listed.find(({ ref }) => ref === row.newRef)?.token.createdAt;
  const isAlike = isOfLabel(row, one) && one.token.scope === row.newScope;
  return isAlike && isUnaccounted(row, accounts, one) && isNearby(one, createdAt ?? row.askedAt);
}

/** What the host dates by its own clock is compared with its own date for the new token: clocks differ. */
const isNearby = ({ token: { createdAt } }: ListedToken, then: Instant | undefined): boolean =>
  createdAt === undefined || then === undefined || Math.abs(createdAt - then) <= LONGEST_CREATE_MS;

/** What may have come of an earlier create, whose answer was lost or whose token was removed, and is seen only now. */
export const isLateArrival = (row: Row, accounts: Accounts, one: ListedToken): boolean =>
  row.mayHaveMade === true && one.ref !== row.ref && mayBeOrphan(row, accounts, one);

/** A listed token as it is shown to a person; nothing where the host gives nothing to name it by. */
export const unexplained = ({
  ref,
  token: { label, createdAt },
}: ListedToken): UnexplainedToken | undefined =>
  ref && { ref, label, ...(createdAt !== undefined && { createdAt }) };

/** What speaks for and against a token's being of Rekey's making, from what the list tells. */
export function evidenceOf(
  row: Row,
  one: ListedToken,
  listed: readonly ListedToken[],
  found: number,
): Evidence {
  const { token } = one;
  const speaksFor: SpeaksFor[] = ['not-listed-before'];
  const speaksAgainst: SpeaksAgainst[] = [];
  if (isOfLabel(row, one)) speaksFor.push('label');
  else speaksAgainst.push('label-differs');
  if (token.scope === row.newScope) speaksFor.push('scope');
  else speaksAgainst.push('scope-differs');
  if (token.createdAt === undefined) speaksAgainst.push('no-date');
  else if (isOfItsTime(row, token)) speaksFor.push('in-time');
  else speaksAgainst.push('other-time');
  if (found > 1) speaksAgainst.push('several');
  if (row.newRef !== undefined) speaksAgainst.push('another-is-known');
  if (!listed.some(({ ref }) => ref === row.ref)) speaksAgainst.push('old-is-gone');
  if (token.lastUsedAt !== undefined) speaksAgainst.push('was-used');
  return { speaksFor, speaksAgainst };
}

function isUnaccounted(row: Row, { isMade, isExplained, madeFor }: Accounts, { ref }: ListedToken): boolean {
  // A row that has created nothing, as far as its journal knows, expects nothing: only own changes may know better.
  if (row.creates === 0) return isForgotten(row, { isMade, isExplained, madeFor }, ref);
  if (ref === undefined) return true;
  return !row.knownBefore.includes(ref) && !isMade(ref) && !isExplained(ref);
}

/** A token that was created for the row, and that its journal, which went back to an earlier moment, has forgotten. */
export const isForgotten = (
  row: Row,
  { isMade, isExplained, madeFor }: Accounts,
  ref: Row['newRef'],
): boolean =>
  ref !== undefined && ref !== row.ref && madeFor(ref) === row.id && !isMade(ref) && !isExplained(ref);

const isOfLabel = (row: Row, { token }: ListedToken): boolean =>
  token.label === row.askedLabel || token.label === row.label;

/** Longer than this no create is on its way, however often the host has it wait. */
const LONGEST_CREATE_MS = 3_600_000;

/** True for what was made within the hour after the create, and for what may have been. */
function isOfItsTime({ askedAt }: { readonly askedAt?: Instant }, { createdAt }: RemoteToken): boolean {
  if (createdAt === undefined || askedAt === undefined) return true;
  // A host that tells whole seconds cuts off up to 999 milliseconds.
  const latest = createdAt + (createdAt % 1_000 === 0 ? 999 : 0);
  return latest >= askedAt && createdAt <= askedAt + LONGEST_CREATE_MS;
}
