import type { UnreadRow } from '../../shared/domain/coverage';
import type { SyncSourceKind } from '../../shared/domain/sync-source';
import type { DiscoveredProject } from './client';
import type { NamedProject } from './project-rows';

const NAMELESS = 'a row that tells no name';

/**
 * The rows that name no project that can be asked for. One whose name is that of a project that another source named by its
 * ids is that project; each project stands for one such row of a source.
 */
export function unreadRows(
  rows: readonly { readonly source: SyncSourceKind; readonly row: NamedProject }[],
  projects: readonly DiscoveredProject[],
): readonly UnreadRow[] {
  const unread = new Map<string, UnreadRow>();
  for (const source of new Set(rows.map((one) => one.source))) {
    const named = projects.flatMap(({ slug, name, reportedBy }) =>
      slug.startsWith('circleci/') && name !== undefined && !reportedBy.some((by) => by === source)
        ? [name]
        : [],
    );
    for (const { row } of rows.filter((one) => one.source === source)) {
      const at = row.name === undefined ? -1 : named.indexOf(row.name);
      if (at !== -1) named.splice(at, 1);
      else {
        const name = row.told ?? row.name ?? row.id ?? NAMELESS;
        unread.set(name, { source, name });
      }
    }
  }
  return [...unread.values()];
}
