import type { ConnectionId } from '../../shared/domain/connection-id';
import type { BookEntry } from './connection-book';

/** The account that a host says a credential is of. Old hosts tell a login and no id. */
export interface Account {
  readonly address: string;
  readonly login: string;
  readonly userId?: string;
}

/**
 * The connection that an account has or is to have. CircleCI's own id of the user says who it is, where it is known: a login
 * may change, and somebody else may have it afterwards.
 */
export function connectionFor(
  { address, login, userId }: Account,
  entries: readonly BookEntry[],
  idOf: (address: string, login: string) => ConnectionId,
): ConnectionId {
  const there = entries.filter((entry) => entry.address === address);
  const same = userId === undefined ? undefined : there.find((entry) => entry.userId === userId);
  if (same !== undefined) return same.id;
  const byLogin = idOf(address, login);
  const holder = there.find(({ id }) => id === byLogin)?.userId;
  const isOthers = holder !== undefined && userId !== undefined && holder !== userId;
  return isOthers ? idOf(address, userId) : byLogin;
}

/** Whether a credential is of the account that a connection is of. */
export const isSameAccount = (
  entry: Pick<BookEntry, 'login' | 'userId'>,
  found: Pick<Account, 'login' | 'userId'>,
): boolean =>
  entry.userId === undefined || found.userId === undefined
    ? entry.login === found.login
    : entry.userId === found.userId;
