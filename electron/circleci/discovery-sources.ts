import type { ApiFailure } from '../../shared/domain/api-failure';
import type { DiscoverySource, KnownOrganisation } from '../../shared/domain/coverage';
import type { SourceName } from '../../shared/domain/sync-source';
import { ok, type Result } from '../../shared/result';
import type { Api, ReadOptions } from './api';
import { readLegacyProjects } from './legacy-projects';
import { readV2Mark, readV3Mark } from './page-marks';
import { readPages, type Page } from './pages';
import {
  readInsightNames,
  readLegacyRows,
  readPipelineRows,
  readSlugRows,
  readV3Rows,
  type NamedProject,
} from './project-rows';
import { normaliseSlug } from './slug';

export type Named = Promise<Result<readonly NamedProject[], ApiFailure>>;

/** One way in which a host names projects. */
export interface Source extends SourceName {
  readonly kind: DiscoverySource;
  readonly ask: () => Named;
}

const sourceOf = (kind: DiscoverySource, ask: () => Named, organisation?: KnownOrganisation): Source => {
  if (organisation === undefined) return { key: kind, kind, ask };
  const of = organisation.slug ?? organisation.id ?? organisation.name;
  return { key: `${kind} ${of}`, kind, of, ofName: organisation.name, ask };
};

type Decode = (raw: unknown) => readonly NamedProject[] | undefined;

/** More than 50 rows a page makes the private listing fail. */
const PAGE = 50;
const REPOSITORIES_A_PAGE = 100;

const identify = ({ slug, id, told }: NamedProject) => `${slug ?? ''} ${id ?? ''} ${told ?? ''}`;

/** Every source that the host may have for these organisations. */
export function sourcesOf(
  api: Api,
  organisations: readonly KnownOrganisation[],
  host: { readonly v2: boolean; readonly v3: boolean },
  options: ReadOptions,
): readonly Source[] {
  const paged = (
    path: string,
    markName: string,
    markOf: (raw: unknown) => string | undefined,
    decode: Decode,
  ) => readPages((mark) => onePage(api, withMark(path, markName, mark), markOf, decode, options), identify);

  const everywhere: readonly Source[] = [
    sourceOf('v1.1-projects', () => readLegacyProjects(api, options)),
    ...['github', 'bitbucket'].map((vcs) => ({
      key: `repositories ${vcs}`,
      kind: 'repositories' as const,
      of: vcs,
      ask: () => readRepositories(api, vcs, options),
    })),
  ];
  const withV2 = organisations.flatMap((organisation): readonly Source[] => [
    ...(organisation.slug === undefined ? [] : sourcesBySlug(api, organisation, paged, options)),
    ...(organisation.id === undefined ? [] : sourcesById(organisation, host.v3, paged)),
  ]);
  const followed = sourceOf('followed', () =>
    paged('/api/private/me/followed-projects', 'page-token', readV2Mark, readSlugRows),
  );
  return host.v2 ? [...everywhere, followed, ...withV2] : everywhere;
}

type Paged = (
  path: string,
  markName: string,
  markOf: (raw: unknown) => string | undefined,
  decode: Decode,
) => Named;

function sourcesBySlug(
  api: Api,
  organisation: KnownOrganisation,
  paged: Paged,
  options: ReadOptions,
): readonly Source[] {
  const { slug = '' } = organisation;
  const pipelines = `/api/v2/pipeline?org-slug=${encodeURIComponent(slug)}`;
  const insights = `/api/v2/insights/${slug.split('/').map(encodeURIComponent).join('/')}/summary`;
  const inSlug: Decode = (raw) => readInsightNames(raw)?.flatMap((name) => inOrganisation(slug, name));
  return [
    sourceOf('pipelines', () => paged(pipelines, 'page-token', readV2Mark, readPipelineRows), organisation),
    sourceOf('insights', () => api.readAs(insights, inSlug, options), organisation),
  ];
}

function sourcesById(organisation: KnownOrganisation, hasV3: boolean, paged: Paged): readonly Source[] {
  const { id = '' } = organisation;
  const part = encodeURIComponent(id);
  const listed = `/api/private/project?organization-id=${part}&page-size=${String(PAGE)}`;
  const modern = `/api/v3/projects?filter%5Borg_id%5D=${part}&page%5Blimit%5D=${String(PAGE)}`;
  const inId: Decode = (raw) => readV3Rows(raw)?.map((row) => ({ organisationId: id, ...row }));
  const byPrivate = sourceOf(
    'private-projects',
    () => paged(listed, 'page-token', readV2Mark, readSlugRows),
    organisation,
  );
  const byV3 = sourceOf('v3-projects', () => paged(modern, 'page[cursor]', readV3Mark, inId), organisation);
  return hasV3 ? [byPrivate, byV3] : [byPrivate];
}

/** Only where projects are named by words: a `circleci` organisation's slug says nothing of its projects' ids. */
function inOrganisation(organisation: string, name: string): readonly NamedProject[] {
  const slug = organisation.startsWith('circleci/') ? undefined : normaliseSlug(`${organisation}/${name}`);
  return slug === undefined ? [] : [{ slug }];
}

async function onePage(
  api: Api,
  path: string,
  markOf: (raw: unknown) => string | undefined,
  decode: Decode,
  options: ReadOptions,
): Promise<Result<Page<NamedProject>, ApiFailure>> {
  const page = (raw: unknown): Page<NamedProject> | undefined => {
    const rows = decode(raw);
    const next = markOf(raw);
    return rows && { rows, ...(next !== undefined && { next }) };
  };
  return api.readAs(path, page, options);
}

async function readRepositories(api: Api, host: string, options: ReadOptions): Named {
  let page = 0;
  return readPages(async () => {
    page += 1;
    const path = `/api/v1.1/user/repos/${host}?page=${String(page)}&per-page=${String(REPOSITORIES_A_PAGE)}`;
    const answer = await api.readAs(path, readLegacyRows, options);
    if (!answer.ok) return answer;
    const isFull = answer.value.length >= REPOSITORIES_A_PAGE;
    return ok({ rows: answer.value, ...(isFull && { next: String(page + 1) }) });
  }, identify);
}

function withMark(path: string, name: string, mark: string | undefined): string {
  if (mark === undefined) return path;
  const joint = path.includes('?') ? '&' : '?';
  return `${path}${joint}${encodeURIComponent(name)}=${encodeURIComponent(mark)}`;
}
