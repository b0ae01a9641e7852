import type { TokenRecord } from '../../shared/domain/token';
import type { Snapshot } from './snapshots';

/**
 * An inventory with the register as it is now. An entry of before that the register no longer has was not removed by anybody,
 * as removing one takes it out of the inventory too: its file was lost or set aside. It stays, and is counted.
 */
export function withRegister(
  found: Snapshot,
  last: Snapshot | undefined,
  entries: readonly TokenRecord[],
): Snapshot {
  const refs = new Set(entries.map(({ ref }) => ref));
  const lost = (last?.tokens ?? []).filter(({ source, ref }) => source === 'by-hand' && !refs.has(ref));
  const kept = lost.map((token) => ({ ...token, lastSeenAt: token.lastSeenAt ?? last?.takenAt ?? 0 }));
  const listed = found.tokens.filter(({ source }) => source !== 'by-hand');
  const { lostEntries: _before, ...coverage } = found.coverage;
  return {
    ...found,
    coverage: { ...coverage, ...(kept.length > 0 && { lostEntries: kept.length }) },
    tokens: [...listed, ...entries, ...kept],
  };
}
