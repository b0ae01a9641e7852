import type { ProjectSlug } from '../../shared/domain/project-slug';
import { rowOf, rowsOf, textIn, type LooseRow } from './loose-row';
import { normaliseSlug } from './slug';

/** A project as one source names it: by slug, by ids, or both. */
export interface NamedProject {
  readonly slug?: ProjectSlug;
  readonly id?: string;
  readonly organisationId?: string;
  readonly name?: string;
}

const named = (slug: string | undefined, row: LooseRow, ...nameFields: readonly string[]): NamedProject => {
  const sound = slug === undefined ? undefined : normaliseSlug(slug);
  const id = textIn(row, 'id');
  const name = textIn(row, ...nameFields);
  return {
    ...(sound !== undefined && { slug: sound }),
    ...(id !== undefined && { id }),
    ...(name !== undefined && { name }),
  };
};

/** `items[{id,slug,name}]`: the private listing, followed projects, and v2 in general. */
export const readSlugRows = (raw: unknown) =>
  rowsOf(raw)?.map((row) => named(textIn(row, 'slug'), row, 'name'));

/** Pipelines name their project by slug alone. */
export const readPipelineRows = (raw: unknown) =>
  rowsOf(raw)?.map((row) => named(textIn(row, 'project_slug', 'project-slug'), {}, 'name'));

/** v3: `data[{id, attributes:{name}, references:{org:{id}}}]`, without a slug. */
export const readV3Rows = (raw: unknown) =>
  rowsOf(raw, 'data')?.map((row): NamedProject => {
    const organisation = rowOf(rowOf(row['references'])?.['org']);
    const organisationId = organisation && textIn(organisation, 'id');
    const attributes = rowOf(row['attributes']) ?? {};
    const project = named(undefined, { ...attributes, id: row['id'] }, 'name');
    return { ...project, ...(organisationId !== undefined && { organisationId }) };
  });

/** Insights name projects without their organisation. */
export const readInsightNames = (raw: unknown): readonly string[] | undefined => {
  const names = rowOf(raw)?.['all_projects'];
  return Array.isArray(names) ? names.filter((name): name is string => typeof name === 'string') : undefined;
};

const CIRCLECI_URL = /^(?:https?:)?\/\/(?:app\.)?circleci\.com\/([^/]+)\/([^/]+)$/i;

/**
 * v1.1: the slug is made of host, user and repository, but never for `circleci` projects, whose names are for people: there
 * the ids stand in `vcs_url`.
 */
export const readLegacyRows = (raw: unknown) =>
  rowsOf(raw)?.map((row): NamedProject => {
    const url = textIn(row, 'vcs_url', 'vcs-url') ?? '';
    const ids = CIRCLECI_URL.exec(url);
    if (ids !== null)
      return named(`circleci/${ids[1] ?? ''}/${ids[2] ?? ''}`, { name: row['reponame'] }, 'name');
    const host = textIn(row, 'vcs_type', 'vcs-type') ?? 'github';
    if (host === 'circleci') return {};
    const [user, repository] = [textIn(row, 'username'), textIn(row, 'reponame', 'name')];
    return named(user && repository ? `${host}/${user}/${repository}` : undefined, {}, 'name');
  });
