import type { DiscoverySource } from '../../shared/domain/coverage';
import type { SourceName } from '../../shared/domain/sync-source';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { DiscoveredProject } from './client';
import type { Named } from './discovery-sources';
import type { NamedProject } from './project-rows';
import { known } from './wire';

/** What one source answered. */
export interface Said {
  readonly name: SourceName;
  readonly kind: DiscoverySource;
  readonly answer: Awaited<Named>;
}

/** Asks the host for the slug that it uses for a project now. */
type Resolve = (project: NamedProject) => Promise<ProjectSlug | undefined>;

interface Group {
  id?: string;
  organisationId?: string;
  name?: string;
  readonly slugs: Set<ProjectSlug>;
  readonly reportedBy: Set<DiscoverySource>;
  readonly rows: SaidRow[];
}

/** `left`: rows that can be joined with nothing, which are not dropped. */
interface United {
  readonly projects: readonly DiscoveredProject[];
  readonly left: readonly SaidRow[];
}

/**
 * Joins what the sources say: by CircleCI's id of the project where they tell it, whatever the slugs beside it, and by slug
 * where they do not. One project is in the result once.
 */
export async function uniteProjects(said: readonly Said[], resolve: Resolve): Promise<United> {
  const rows = await withSlugs(
    said.flatMap(({ kind: source, answer }) =>
      answer.ok ? answer.value.map((row) => ({ source, row })) : [],
    ),
    resolve,
  );
  const idOfSlug = new Map(
    rows.flatMap(({ row: { slug, id } }) => (slug && id ? [[slugKey(slug), id] as const] : [])),
  );
  const groups = new Map<string, Group>();
  const left: SaidRow[] = [];
  for (const { source, row } of rows) {
    const id = row.id ?? (row.slug && idOfSlug.get(slugKey(row.slug)));
    const key = id ?? (row.slug && slugKey(row.slug));
    if (key === undefined) {
      left.push({ source, row });
      continue;
    }
    const group: Group = groups.get(key) ?? { slugs: new Set(), reportedBy: new Set(), rows: [] };
    group.rows.push({ source, row });
    groups.set(key, group);
    group.reportedBy.add(source);
    if (id !== undefined) group.id = id;
    if (row.slug !== undefined) group.slugs.add(row.slug);
    if (row.name !== undefined) group.name = row.name;
    if (row.organisationId !== undefined) group.organisationId = row.organisationId;
  }
  const projects: DiscoveredProject[] = [];
  const united = await Promise.all(
    [...groups.values()].map(async (group) => ({ group, project: await projectOf(group, resolve) })),
  );
  for (const { group, project } of united) {
    if (project === undefined) left.push(...group.rows);
    else projects.push(project);
  }
  return { projects, left };
}

interface SaidRow {
  readonly source: DiscoverySource;
  readonly row: NamedProject;
}

/** Asks for the slug of each project that no source tells one of, so that it can be joined with what tells nothing else. */
async function withSlugs(rows: readonly SaidRow[], resolve: Resolve): Promise<readonly SaidRow[]> {
  const named = new Set(rows.flatMap(({ row: { id, slug } }) => (id && slug ? [id] : [])));
  const unnamed = new Map(
    rows.flatMap(({ row }) => (row.id !== undefined && !named.has(row.id) ? [[row.id, row] as const] : [])),
  );
  const slugs = new Map<string, ProjectSlug>();
  await Promise.all(
    [...unnamed].map(async ([id, row]) => {
      const slug = await resolve(row);
      if (slug !== undefined) slugs.set(id, slug);
    }),
  );
  return rows.map(({ source, row }) => {
    const slug = row.slug ?? slugs.get(row.id ?? '');
    return { source, row: slug === undefined ? row : { ...row, slug } };
  });
}

/** Names on GitHub and Bitbucket differ by more than their case; ids have one spelling already. */
const slugKey = (slug: ProjectSlug): string => (slug.startsWith('circleci/') ? slug : slug.toLowerCase());

async function projectOf(group: Group, resolve: Resolve): Promise<DiscoveredProject | undefined> {
  const { id, name, slugs, reportedBy } = group;
  const slug = await slugOf(group, resolve);
  if (slug === undefined) return undefined;
  const others = [...slugs].filter((other) => other !== slug);
  return {
    slug,
    ...known({ id, name }),
    reportedBy: [...reportedBy],
    ...(others.length > 0 && { otherSlugs: others }),
  };
}

/** A slug of names rather than one of ids; where sources tell several names, the host is asked which it is now. */
async function slugOf({ id, organisationId, slugs }: Group, resolve: Resolve) {
  const named = [...slugs].filter((slug) => !slug.startsWith('circleci/'));
  const [first = [...slugs][0]] = named;
  const keys = new Set(named.map(slugKey));
  if (id === undefined || (first !== undefined && keys.size <= 1)) return first;
  return (await resolve(known({ id, organisationId }))) ?? first;
}
