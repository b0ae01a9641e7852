import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { Snapshot } from './snapshots';

/** As many as are tried for one project: an organisation may have thousands. */
const MOST = 200;

interface Index {
  readonly all: ReadonlySet<ProjectSlug>;
  readonly byPart: ReadonlyMap<string, readonly ProjectSlug[]>;
}

const indexes = new WeakMap<Snapshot, Index>();

/**
 * The slugs of a snapshot that a project which is not in it may have had then: those with its name, as after the rename of an
 * organisation or a transfer, and those of its organisation, as after its own rename.
 */
export function similarSlugs(last: Snapshot, project: ProjectSlug): readonly ProjectSlug[] {
  const index = indexes.get(last) ?? indexOf(last);
  indexes.set(last, index);
  if (index.all.has(project)) return [];
  const similar = partsOf(project).flatMap((part) => index.byPart.get(part) ?? []);
  return [...new Set(similar)].slice(0, MOST);
}

function indexOf({ coverage }: Snapshot): Index {
  const byPart = new Map<string, ProjectSlug[]>();
  const slugs = coverage.projects.map(({ project }) => project);
  for (const slug of slugs)
    for (const part of partsOf(slug)) {
      const alike = byPart.get(part) ?? [];
      byPart.set(part, alike);
      alike.push(slug);
    }
  return { all: new Set(slugs), byPart };
}

function partsOf(slug: ProjectSlug): readonly [byName: string, byOrganisation: string] {
  const [host = '', organisation = '', name = ''] = slug.split('/');
  return [`name ${name}`, `organisation ${host}/${organisation}`];
}
