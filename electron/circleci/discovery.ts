import type { ApiFailure } from '../../shared/domain/api-failure';
import type { DiscoverySource, KnownOrganisation, UnreadRow } from '../../shared/domain/coverage';
import { parseProjectSlug, type ProjectSlug } from '../../shared/domain/project-slug';
import type { SourceName, SourceReply } from '../../shared/domain/sync-source';
import { err, ok, type Result } from '../../shared/result';
import { readOrganisations, type Organisation } from './account-rows';
import type { Api, ReadOptions } from './api';
import type { DiscoveredProject, Discovery, KnownHost } from './client';
import { sourcesOf, type Named } from './discovery-sources';
import { readSlugRow, type NamedProject } from './project-rows';
import { isRefusal } from '../../shared/domain/refusal';
import { slugPath } from './slug';
import { unreadRows } from './unread-rows';

interface Said {
  readonly name: SourceName;
  readonly kind: DiscoverySource;
  readonly answer: Awaited<Named>;
}

const NOTHING_KNOWN: KnownHost = { organisations: [], v2: false, v3: false };

/**
 * The union of all that the host says of its projects, and what each source answered. What an earlier sync knew of the host is
 * asked about again, though the host may not name it now. Whether a source that did not answer is missed is not decided here.
 */
export async function discoverProjects(
  api: Api,
  versions: Discovery['versions'],
  signal: AbortSignal | undefined,
  named: (projects: readonly DiscoveredProject[]) => void = () => undefined,
  known: KnownHost = NOTHING_KNOWN,
): Promise<Result<Discovery, ApiFailure>> {
  const options: ReadOptions = { signal };
  const host = { v2: versions.v2 || known.v2, v3: versions.v3 || known.v3 };
  const listed = host.v2
    ? await api.readAs('/api/v2/me/collaborations', readOrganisations, options)
    : ok<readonly Organisation[]>([]);
  if (!listed.ok && listed.error.kind === 'cancelled') return listed;
  const organisations = joined(listed.ok ? listed.value : [], known.organisations);
  const said: readonly Said[] = await Promise.all(
    sourcesOf(api, organisations, host, options).map(async ({ ask, kind, ...name }) => {
      const answer = await ask();
      if (answer.ok && kind !== 'repositories') named(namedBy(kind, answer.value));
      return { name: { ...name, kind }, kind, answer };
    }),
  );
  const fatal = said.flatMap(({ kind, answer }) =>
    !answer.ok && endsLook(kind, answer.error) ? [answer.error] : [],
  );
  if (fatal[0] !== undefined) return err(fatal[0]);

  const { projects, unread } = await unite(said, (project) => resolveSlug(api, project, options));
  const trouble = said.find(({ kind, answer }) => !answer.ok && isTrouble(kind, answer.error))?.answer;
  if (projects.length === 0 && trouble?.ok === false) return trouble;
  const sources = said.map(({ name, answer }) => replyOf(name, answer));
  return ok({
    projects,
    sources: host.v2
      ? [replyOf({ key: 'organisations', kind: 'organisations' }, listed), ...sources]
      : sources,
    organisations,
    unreadRows: [...namelessIn(organisations), ...unread],
    versions,
  });
}

/** An organisation without a slug or an id, which nothing can be asked about. */
const namelessIn = (organisations: readonly KnownOrganisation[]): readonly UnreadRow[] =>
  organisations.flatMap(({ id, slug, name }) =>
    id === undefined && slug === undefined ? [{ source: 'organisations' as const, name }] : [],
  );

const replyOf = (name: SourceName, answer: Result<readonly unknown[], ApiFailure>): SourceReply => ({
  ...name,
  answer: answer.ok
    ? { kind: 'answered', rows: answer.value.length }
    : { kind: 'failed', failure: answer.error },
});

/** The organisations of both lists, each once; what is named now has the better name. */
function joined(
  now: readonly KnownOrganisation[],
  known: readonly KnownOrganisation[],
): readonly KnownOrganisation[] {
  const keyOf = ({ id, slug, name }: KnownOrganisation) => id ?? slug ?? name;
  const keys = new Set(now.map(keyOf));
  return [...now, ...known.filter((one) => !keys.has(keyOf(one)))];
}

/** What one source names for certain. Repositories may never have been set up: those are not told before the end. */
const namedBy = (source: DiscoverySource, rows: readonly NamedProject[]): readonly DiscoveredProject[] =>
  rows.flatMap(({ slug, name }) =>
    slug === undefined ? [] : [{ slug, ...(name !== undefined && { name }), reportedBy: [source] }],
  );

/** Every host has v1.1's own list and takes a personal token there: only its 401 says that the token is no good. */
const endsLook = (source: DiscoverySource, { kind }: ApiFailure) =>
  kind === 'cancelled' || (kind === 'unauthorized' && source === 'v1.1-projects');

/** A failure that says nothing of whether there are projects. */
const isTrouble = (source: DiscoverySource, failure: ApiFailure) =>
  source === 'v1.1-projects' || !isRefusal(failure);

/** Joins what the sources say by slug, and by id where a source has no slug. What can be joined with nothing is not dropped. */
async function unite(
  said: readonly Said[],
  resolve: (project: NamedProject) => Promise<ProjectSlug | undefined>,
): Promise<{ readonly projects: readonly DiscoveredProject[]; readonly unread: readonly UnreadRow[] }> {
  const rows = said.flatMap(({ kind: source, answer }) =>
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
  const left: { readonly source: DiscoverySource; readonly row: NamedProject }[] = [];
  for (const { source, row } of rows) {
    const slug = row.slug ?? slugById.get(row.id ?? '');
    if (slug === undefined) {
      left.push({ source, row });
      continue;
    }
    const project = united.get(slug) ?? { reportedBy: new Set() };
    project.reportedBy.add(source);
    if (row.name !== undefined) project.name = row.name;
    united.set(slug, project);
  }
  const projects = [...united].map(([slug, { name, reportedBy }]) => ({
    slug,
    ...(name !== undefined && { name }),
    reportedBy: [...reportedBy],
  }));
  return { projects, unread: unreadRows(left, projects) };
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
