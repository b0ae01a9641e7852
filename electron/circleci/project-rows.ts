import { z } from 'zod';

import { canonicalId, uuidOf } from '../../shared/domain/circleci-id';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import { decodeWith } from '../../shared/ipc/decode';
import { normaliseSlug } from './slug';
import { known, listOf, text } from './wire';

/** A project as one source names it: by slug, by ids, or both. */
export interface NamedProject {
  readonly slug?: ProjectSlug;
  readonly id?: string;
  readonly organisationId?: string;
  readonly name?: string;
  /** What a row without a usable slug or id tells of itself. */
  readonly told?: string;
}

/** The ids of a `circleci/<organisation>/<project>` slug; of any other slug, nothing. */
export function idsInSlug(
  slug: ProjectSlug | undefined,
): Pick<NamedProject, 'id' | 'organisationId'> | undefined {
  const [host, organisation, project] = slug?.split('/') ?? [];
  if (host !== 'circleci' || organisation === undefined || project === undefined) return undefined;
  const [organisationId, id] = [uuidOf(organisation), uuidOf(project)];
  return id === undefined || organisationId === undefined ? undefined : { id, organisationId };
}

/** A row with its ids in the one spelling, and with those that only its slug tells. */
const identified = (row: NamedProject): NamedProject =>
  known({
    ...idsInSlug(row.slug),
    ...row,
    ...(row.id !== undefined && { id: canonicalId(row.id) }),
    ...(row.organisationId !== undefined && { organisationId: canonicalId(row.organisationId) }),
  });

const soundSlug = (raw: string | undefined) => (raw === undefined ? undefined : normaliseSlug(raw));

const slugRow = z
  .object({ id: text, slug: text, name: text, organization_id: text })
  .transform(({ id, slug, name, organization_id }): NamedProject =>
    identified(known({ slug: soundSlug(slug), id, name, organisationId: organization_id })),
  );

/** `{id,slug,name}`: one project of v2. */
export const readSlugRow = decodeWith(slugRow);

/** `items[{id,slug,name}]`: the private listing, followed projects, and v2 in general. */
export const readSlugRows = decodeWith(listOf(slugRow));

/** Pipelines name their project by slug alone. */
export const readPipelineRows = decodeWith(
  listOf(
    z
      .object({ project_slug: text, 'project-slug': text })
      .transform((row): NamedProject =>
        identified(known({ slug: soundSlug(row.project_slug ?? row['project-slug']) })),
      ),
  ),
);

const named = z.object({ name: text }).optional().catch(undefined);
const referred = z
  .object({ org: z.object({ id: text }) })
  .optional()
  .catch(undefined);

const v3Row = z
  .object({ id: text, attributes: named, references: referred })
  .transform(({ id, attributes, references }): NamedProject =>
    identified(known({ id, name: attributes?.name, organisationId: references?.org.id })),
  );

/** v3: `data[{id, attributes:{name}, references:{org:{id}}}]`, without a slug. */
export const readV3Rows = decodeWith(z.object({ data: z.array(v3Row) }).transform(({ data }) => data));

/** Insights name projects without their organisation. */
export const readInsightNames = decodeWith(
  z
    .object({ all_projects: z.array(text) })
    .transform((all) => all.all_projects.flatMap((name) => name ?? [])),
);

const CIRCLECI_URL = /^(?:https?:)?\/\/(?:app\.)?circleci\.com\/([^/]+)\/([^/]+)$/i;

const legacyRow = z.object({
  ...{ vcs_url: text, 'vcs-url': text, vcs_type: text, 'vcs-type': text },
  ...{ username: text, reponame: text, name: text },
});

/**
 * v1.1: the slug is made of host, user and repository, but never for `circleci` projects, whose names are for people: there
 * the ids stand in `vcs_url`.
 */
function legacyProject(row: z.infer<typeof legacyRow>): NamedProject {
  const ids = CIRCLECI_URL.exec(row.vcs_url ?? row['vcs-url'] ?? '');
  if (ids !== null) {
    const slug = normaliseSlug(`circleci/${ids[1] ?? ''}/${ids[2] ?? ''}`);
    if (slug !== undefined) return identified(known({ slug, name: row.reponame }));
  }
  const host = row.vcs_type ?? row['vcs-type'] ?? 'github';
  const repository = row.reponame ?? row.name;
  const { username } = row;
  const slug =
    host === 'circleci' || username === undefined || repository === undefined
      ? undefined
      : normaliseSlug(`${host}/${username}/${repository}`);
  if (slug !== undefined) return { slug };
  const told = [username, repository].filter((part) => part !== undefined).join('/');
  return known({ name: repository, told: told === '' ? undefined : told });
}

export const readLegacyRows = decodeWith(listOf(legacyRow.transform(legacyProject)));
