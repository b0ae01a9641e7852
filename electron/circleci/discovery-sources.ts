import type { ApiFailure } from '../../shared/domain/api-failure';
import type { DiscoverySource } from '../../shared/domain/coverage';
import { ok, type Result } from '../../shared/result';
import type { Organisation } from './account-rows';
import type { Api, ReadOptions } from './api';
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
export interface Source {
  readonly source: DiscoverySource;
  readonly ask: () => Named;
}

type Decode = (raw: unknown) => readonly NamedProject[] | undefined;

/** More than 50 rows a page makes the private listing fail. */
const PAGE = 50;
const REPOSITORIES_A_PAGE = 100;

const identify = ({ slug, id }: NamedProject) => `${slug ?? ''} ${id ?? ''}`;

/** Every source that the host may have for these organisations. */
export function sourcesOf(
  api: Api,
  organisations: readonly Organisation[],
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
    { source: 'v1.1-projects', ask: () => api.readAs('/api/v1.1/projects', readLegacyRows, options) },
    ...['github', 'bitbucket'].map((host) => ({
      source: 'repositories' as const,
      ask: () => readRepositories(api, host, options),
    })),
  ];
  const withV2 = organisations.flatMap(({ id, slug }): readonly Source[] => [
    ...(slug === undefined ? [] : sourcesBySlug(api, slug, paged, options)),
    ...(id === undefined ? [] : sourcesById(id, host.v3, paged)),
  ]);
  const followed: Source = {
    source: 'followed',
    ask: () => paged('/api/private/me/followed-projects', 'page-token', readV2Mark, readSlugRows),
  };
  return host.v2 ? [...everywhere, followed, ...withV2] : everywhere;
}

type Paged = (
  path: string,
  markName: string,
  markOf: (raw: unknown) => string | undefined,
  decode: Decode,
) => Named;

function sourcesBySlug(api: Api, slug: string, paged: Paged, options: ReadOptions): readonly Source[] {
  const part = encodeURIComponent(slug);
  return [
    {
      source: 'pipelines',
      ask: () => paged(`/api/v2/pipeline?org-slug=${part}`, 'page-token', readV2Mark, readPipelineRows),
    },
    {
      source: 'insights',
      ask: () =>
        api.readAs(
          `/api/v2/insights/${slug.split('/').map(encodeURIComponent).join('/')}/summary`,
          (raw) => readInsightNames(raw)?.flatMap((name) => inOrganisation(slug, name)),
          options,
        ),
    },
  ];
}

function sourcesById(id: string, hasV3: boolean, paged: Paged): readonly Source[] {
  const part = encodeURIComponent(id);
  const byPrivate: Source = {
    source: 'private-projects',
    ask: () =>
      paged(
        `/api/private/project?organization-id=${part}&page-size=${String(PAGE)}`,
        'page-token',
        readV2Mark,
        readSlugRows,
      ),
  };
  const byV3: Source = {
    source: 'v3-projects',
    ask: () =>
      paged(
        `/api/v3/projects?filter%5Borg_id%5D=${part}&page%5Blimit%5D=${String(PAGE)}`,
        'page[cursor]',
        readV3Mark,
        (raw) => readV3Rows(raw)?.map((row) => ({ organisationId: id, ...row })),
      ),
  };
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
