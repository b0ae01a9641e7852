import type { ProjectCoverage } from '../../shared/domain/coverage';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { Snapshot } from './snapshots';

/** What a sync read, with one slug for each project and one record for each token. */
export interface Named {
  readonly projects: readonly ProjectCoverage[];
  readonly tokens: readonly TokenRecord[];
}

/**
 * Puts what was read under another slug of a project with that project, and remembers for each project the slugs that it had
 * before: it is known by CircleCI's id, or by its tokens where no source tells the id.
 */
export function withAliases(
  read: readonly TokenRecord[],
  projects: readonly ProjectCoverage[],
  last: Pick<Snapshot, 'coverage' | 'tokens'> | undefined,
): Named {
  if (last === undefined) return { projects, tokens: underOneSlug(read, projects) };
  // What nobody names any more may be known by another name: then it is not missing.
  const named = projects.filter(({ unnamedSince }) => unnamedSince === undefined);
  const current = new Set(named.map(({ project }) => project));
  const former = formerSlugs(read, named, last, current);
  const lines = projects.map((project) => withFormer(project, former, current));
  const aliases = new Set(
    lines.flatMap((line) => (line.unnamedSince === undefined ? (line.aliases ?? []) : [])),
  );
  const kept = lines.filter(
    ({ project, unnamedSince }) => unnamedSince === undefined || !aliases.has(project),
  );
  return { projects: kept, tokens: underOneSlug(read, kept) };
}

/** A slug that another project has now is that project's, whose it was before does not matter. */
function withFormer(
  project: ProjectCoverage,
  former: ReadonlyMap<ProjectSlug, ReadonlySet<ProjectSlug>>,
  current: ReadonlySet<ProjectSlug>,
): ProjectCoverage {
  const { aliases: now = [], ...rest } = project;
  const all = new Set([...now, ...(former.get(project.project) ?? [])]);
  const aliases = [...all].filter((slug) => !current.has(slug));
  return aliases.length === 0 ? rest : { ...rest, aliases };
}

function underOneSlug(
  read: readonly TokenRecord[],
  projects: readonly ProjectCoverage[],
): readonly TokenRecord[] {
  const slugOf = new Map(
    projects.flatMap(({ project, aliases = [] }) => aliases.map((alias) => [alias, project] as const)),
  );
  const byRef = new Map<TokenRef, TokenRecord>();
  for (const token of read) {
    const project = token.project && slugOf.get(token.project);
    // Where a project was read under two names, the record under its own name stays.
    if (project === undefined) byRef.set(token.ref, token);
    else if (!byRef.has(token.ref)) byRef.set(token.ref, { ...token, project });
  }
  return [...byRef.values()];
}

/** The slugs that projects had at the sync before, by the slug that they have now. */
function formerSlugs(
  tokens: readonly TokenRecord[],
  projects: readonly ProjectCoverage[],
  last: Pick<Snapshot, 'coverage' | 'tokens'>,
  current: ReadonlySet<ProjectSlug>,
): ReadonlyMap<ProjectSlug, ReadonlySet<ProjectSlug>> {
  const former = new Map<ProjectSlug, Set<ProjectSlug>>();
  const lastOf = new Map(last.coverage.projects.map((project) => [project.project, project]));
  const remember = (slug: ProjectSlug, { project, aliases = [] }: ProjectCoverage) => {
    const slugs = former.get(slug) ?? new Set();
    former.set(slug, slugs);
    for (const other of [project, ...aliases]) if (other !== slug) slugs.add(other);
  };
  const lastById = new Map(
    last.coverage.projects.flatMap((project) => (project.id ? [[project.id, project] as const] : [])),
  );
  for (const { project, id } of projects) {
    const before = lastById.get(id ?? '') ?? lastOf.get(project);
    if (before !== undefined) remember(project, before);
  }
  const vanished = new Set([...lastOf.keys()].filter((slug) => !current.has(slug)));
  if (vanished.size === 0) return former;
  const before = new Map(
    last.tokens.flatMap(({ ref, project }) =>
      project !== undefined && vanished.has(project) ? [[ref, project] as const] : [],
    ),
  );
  for (const { ref, project } of tokens) {
    const line = lastOf.get(before.get(ref) ?? ('' as ProjectSlug));
    if (project !== undefined && current.has(project) && line !== undefined) remember(project, line);
  }
  return former;
}
