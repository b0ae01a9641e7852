import type { ApiFailure } from '../../shared/domain/api-failure';
import type { DiscoverySource } from '../../shared/domain/coverage';
import { parseProjectSlug, type ProjectSlug } from '../../shared/domain/project-slug';
import { err, ok, type Result } from '../../shared/result';
import { readOrganisations, type Organisation } from './account-rows';
import type { Api, ReadOptions } from './api';
import type { DiscoveredProject, Discovery } from './client';
import { sourcesOf, type Named } from './discovery-sources';
import { readSlugRow, type NamedProject } from './project-rows';
import { isRefusal } from './refusal';
import { slugPath } from './slug';

interface Said {
  readonly source: DiscoverySource;
  readonly answer: Awaited<Named>;
}

/**
 * The union of all that the host says of its projects. No source is complete. One that a host does not have (not found, a
 * page instead of data, not allowed, a token of another kind wanted) is passed over, since every one but v1.1's own list comes and goes with product and
 * rights; one that should have answered and did not is named as failed.
 */
export async function discoverProjects(
  api: Api,
  host: { readonly v2: boolean; readonly v3: boolean },
  signal: AbortSignal | undefined,
  named: (projects: readonly DiscoveredProject[]) => void = () => undefined,
): Promise<Result<Discovery, ApiFailure>> {
  const options: ReadOptions = { signal };
  const organisations = host.v2 ? await readAllOrganisations(api, options) : ok([]);
  if (!organisations.ok) return organisations;
  const sources = sourcesOf(api, organisations.value, host, options);
  const said: readonly Said[] = await Promise.all(
    sources.map(async ({ source, ask }) => {
      const answer = await ask();
      if (answer.ok && source !== 'repositories') named(namedBy(source, answer.value));
      return { source, answer };
    }),
  );
  const fatal = said.flatMap(({ source, answer }) =>
    !answer.ok && endsLook(source, answer.error) ? [answer.error] : [],
  );
  if (fatal[0] !== undefined) return err(fatal[0]);

  const projects = await unite(said, (project) => resolveSlug(api, project, options));
  const failedSources = said.flatMap(({ source, answer }) =>
    answer.ok || (isRefusal(answer.error) && source !== 'v1.1-projects')
      ? []
      : [{ source, failure: answer.error }],
  );
  if (projects.length === 0 && failedSources[0] !== undefined) return err(failedSources[0].failure);
  return ok({ projects, failedSources: uniqueBySource(failedSources) });
}

/** What one source names for certain. Repositories may never have been set up: those are not told before the end. */
const namedBy = (source: DiscoverySource, rows: readonly NamedProject[]): readonly DiscoveredProject[] =>
  rows.flatMap(({ slug, name }) =>
    slug === undefined ? [] : [{ slug, ...(name !== undefined && { name }), reportedBy: [source] }],
  );

/** Every host has v1.1's own list and takes a personal token there: only its 401 says that the token is no good. */
const endsLook = (source: DiscoverySource, { kind }: ApiFailure) =>
  kind === 'cancelled' || (kind === 'unauthorized' && source === 'v1.1-projects');

async function readAllOrganisations(
  api: Api,
  options: ReadOptions,
): Promise<Result<readonly Organisation[], ApiFailure>> {
  const answer = await api.readAs('/api/v2/me/collaborations', readOrganisations, options);
  if (answer.ok || !isRefusal(answer.error)) return answer;
  return ok([]);
}

/** Joins what the sources say by slug, and by id where a source has no slug. */
async function unite(
  said: readonly Said[],
  resolve: (project: NamedProject) => Promise<ProjectSlug | undefined>,
): Promise<readonly DiscoveredProject[]> {
  const rows = said.flatMap(({ source, answer }) =>
    answer.ok ? answer.value.map((row) => ({ source, row })) : [],
  );
  const slugById = new Map(
    rows.flatMap(({ row }) => (row.id && row.slug ? [[row.id, row.slug] as const] : [])),
  );

  const unresolved = new Map<string, NamedProject>();
  for (const { row } of rows) {
    if (row.slug === undefined && row.id !== undefined && !slugById.has(row.id)) unresolved.set(row.id, row);
  }
  await Promise.all(
    [...unresolved].map(async ([id, row]) => {
      const slug = await resolve(row);
      if (slug !== undefined) slugById.set(id, slug);
    }),
  );

  const united = new Map<ProjectSlug, { name?: string; readonly reportedBy: Set<DiscoverySource> }>();
  for (const { source, row } of rows) {
    const slug = row.slug ?? slugById.get(row.id ?? '');
    if (slug === undefined) continue;
    const project = united.get(slug) ?? { reportedBy: new Set() };
    project.reportedBy.add(source);
    if (row.name !== undefined) project.name = row.name;
    united.set(slug, project);
  }
  return [...united].map(([slug, { name, reportedBy }]) => ({
    slug,
    ...(name !== undefined && { name }),
    reportedBy: [...reportedBy],
  }));
}

/** Asks for the slug of a project that only its ids name; where that fails, the ids are a slug of their own. */
async function resolveSlug(
  api: Api,
  { id, organisationId }: NamedProject,
  options: ReadOptions,
): Promise<ProjectSlug | undefined> {
  const byIds = parseProjectSlug(`circleci/${organisationId ?? ''}/${id ?? ''}`);
  if (byIds === undefined) return undefined;
  const answer = await api.readAs(`/api/v2/project/${slugPath(byIds)}`, readSlugRow, options);
  return (answer.ok ? answer.value.slug : undefined) ?? byIds;
}

function uniqueBySource<Row extends { readonly source: DiscoverySource }>(
  rows: readonly Row[],
): readonly Row[] {
  return [...new Map(rows.map((row) => [row.source, row])).values()];
}
