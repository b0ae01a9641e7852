import type { TokenRecord } from './token';

/** Two tokens of which the second stands where the first stood. */
export interface TokenPair {
  readonly was: TokenRecord;
  readonly token: TokenRecord;
}

/**
 * Pairs tokens that are gone with tokens that came, one to one: same kind, project, scope and label. Where several are alike,
 * the oldest stands for the oldest, whatever the order of the lists.
 */
export function pairUp(gone: readonly TokenRecord[], came: readonly TokenRecord[]): readonly TokenPair[] {
  const waiting = new Map<string, TokenRecord[]>();
  for (const token of came.toSorted(byAge)) {
    const alike = waiting.get(likenessOf(token));
    if (alike === undefined) waiting.set(likenessOf(token), [token]);
    else alike.push(token);
  }
  return gone.toSorted(byAge).flatMap((was) => {
    const token = waiting.get(likenessOf(was))?.shift();
    return token === undefined ? [] : [{ was, token }];
  });
}

const likenessOf = ({ kind, project, scope, rawScope, label }: TokenRecord) =>
  JSON.stringify([kind, project, scope, scope === 'other' ? rawScope : '', label]);

function byAge(a: TokenRecord, b: TokenRecord): number {
  const ages = (a.createdAt ?? a.firstSeenAt) - (b.createdAt ?? b.firstSeenAt);
  return ages || (a.ref < b.ref ? -1 : 1);
}
