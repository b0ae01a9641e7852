import type { ApiFailure } from '../../shared/domain/api-failure';
import type { DiscoverySource, KnownOrganisation, UnreadRow } from '../../shared/domain/coverage';
import { parseProjectSlug, type ProjectSlug } from '../../shared/domain/project-slug';
import type { SourceName, SourceReply } from '../../shared/domain/sync-source';
import { err, ok, type Result } from '../../shared/result';
import { readOrganisations, type Organisation } from './account-rows';
import type { Api, ReadOptions } from './api';
import type { DiscoveredProject, Discovery, KnownHost } from './client';
import { sourcesOf } from './discovery-sources';
import { readSlugRow, type NamedProject } from './project-rows';
import { isRefusal } from '../../shared/domain/refusal';
import { slugPath } from './slug';
import { uniteProjects, type Said } from './unite-projects';
import { unreadRows } from './unread-rows';
import { known as knownFields } from './wire';

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

  const { projects, left } = await uniteProjects(said, (project) => resolveSlug(api, project, options));
  const unread = unreadRows(left, projects);
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
  rows.flatMap(({ slug, id, name }) =>
    slug === undefined ? [] : [{ slug, ...knownFields({ id, name }), reportedBy: [source] }],
  );

/** Every host has v1.1's own list and takes a personal token there: only its 401 says that the token is no good. */
const endsLook = (source: DiscoverySource, { kind }: ApiFailure) =>
  kind === 'cancelled' || (kind === 'unauthorized' && source === 'v1.1-projects');

/** A failure that says nothing of whether there are projects. */
const isTrouble = (source: DiscoverySource, failure: ApiFailure) =>
  source === 'v1.1-projects' || !isRefusal(failure);

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
