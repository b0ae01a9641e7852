import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenRecord } from '../../shared/domain/token';
import type { LookPorts } from './look-ports';
import type { Snapshot } from './snapshots';
import type { SyncContext } from './token-records';

/** What every list of a sync is read with: the host's key, and what was known before. */
export function syncContext(
  last: Pick<Snapshot, 'tokens'> | undefined,
  { hashKey, names, now }: Pick<LookPorts, 'hashKey' | 'names' | 'now'>,
): SyncContext {
  const seenBefore = new Map(last?.tokens.map(({ ref, firstSeenAt }) => [ref, firstSeenAt]));
  let lists: Map<ProjectSlug | undefined, TokenRecord[]> | undefined;
  const listsBefore = () => {
    if (lists !== undefined) return lists;
    lists = new Map();
    for (const token of last?.tokens ?? []) {
      const list = lists.get(token.project) ?? [];
      lists.set(token.project, list);
      list.push(token);
    }
    return lists;
  };
  return {
    hashKey,
    ...(names !== undefined && { names }),
    firstSeen: seenBefore.get.bind(seenBefore),
    before: (project) => listsBefore().get(project) ?? [],
    now,
  };
}
