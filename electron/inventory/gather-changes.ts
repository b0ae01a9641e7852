import type { Clock } from '../clock';

const GATHER_MS = 150;

/**
 * Gathers changes that come one by one and hands them on together: rewriting an inventory for each of a thousand rotated
 * tokens would cost a thousand times the work. A later change under the same key replaces an earlier one.
 */
export function gatherChanges<Key, Change>(
  clock: Clock,
  apply: (changes: ReadonlyMap<Key, Change>) => Promise<void>,
): (key: Key, change: Change) => void {
  let gathered = new Map<Key, Change>();

  const handOn = async () => {
    await clock.wait(GATHER_MS);
    const changes = gathered;
    gathered = new Map();
    await apply(changes);
  };

  return (key, change) => {
    if (gathered.size === 0) void handOn();
    gathered.delete(key);
    gathered.set(key, change);
  };
}
