import { readingOf, type Coverage } from '../../shared/domain/coverage';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { Snapshot } from './snapshots';

/**
 * The inventory after a sync: what was read now, and what was known before of lists that were not confidently read now, marked
 * with when it was last seen. Only a project that is no longer among the coverage takes its tokens with it. `readNow` are the
 * projects that this sync asked for; others were read by the sync that it goes on with.
 */
export function mergeRows(
  last: Snapshot | undefined,
  read: readonly TokenRecord[],
  coverage: Coverage,
  readNow: ReadonlySet<string>,
): readonly TokenRecord[] {
  const reading = readingOf(coverage);
  const seenNow = new Set(read.map(({ ref }) => ref));
  const { tokens = [], takenAt = 0 } = last ?? {};
  const kept = tokens.flatMap((token): TokenRecord[] => {
    if (token.source === 'by-hand' || seenNow.has(token.ref)) return [];
    const how = reading(token);
    if (how === 'unnamed') return [];
    if (how === 'unread') return [token.lastSeenAt === undefined ? { ...token, lastSeenAt: takenAt } : token];
    return token.project !== undefined && !readNow.has(token.project) ? [token] : [];
  });
  return [...read, ...kept];
}

/** The tokens of `before` that `after` does not have. */
export function goneBetween(
  before: readonly TokenRecord[],
  after: readonly TokenRecord[],
): readonly TokenRef[] {
  const present = new Set(after.map(({ ref }) => ref));
  return before.filter(({ ref }) => !present.has(ref)).map(({ ref }) => ref);
}
