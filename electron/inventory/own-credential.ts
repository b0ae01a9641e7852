import type { RemoteToken } from '../circleci/client';
import type { SecretValue } from '../credentials/secret-value';
import { idInValue } from './id-in-value';

/**
 * Which of the account's listed personal tokens are, or may be, the one that Rekey works with: the row with the very
 * value, with the id that the value carries, or with its last four where no row leaves these out. Where none can be told, all may be: a token that
 * might be the ground Rekey stands on is never rotated by mistake.
 */
export function mayBeOwn(rows: readonly RemoteToken[], own: SecretValue): ReadonlySet<RemoteToken> {
  const id = idInValue(own);
  const tells: readonly ((row: RemoteToken) => boolean)[] = [
    (row) => row.value?.equals(own) === true,
    (row) => id !== undefined && row.id?.toLowerCase() === id,
    // The last four are a hint: a row that shows none may be the one all the same.
    (row) => row.lastFour === undefined || row.lastFour === own.lastFour,
  ];
  for (const tell of tells) {
    const own = rows.filter(tell);
    if (own.length > 0) return new Set(own);
  }
  return new Set(rows);
}

/** True where a row shows this very value, or where the value carries the row's id. A mismatch proves nothing. */
export function isValueOf(row: RemoteToken, value: SecretValue): boolean {
  if (row.value !== undefined) return row.value.equals(value);
  const id = idInValue(value);
  return id !== undefined && row.id?.toLowerCase() === id;
}
