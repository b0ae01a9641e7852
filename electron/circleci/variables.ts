import type { ApiFailure } from '../../shared/domain/api-failure';
import { CLOUD_ADDRESS } from '../../shared/domain/connection';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import { ok, type Result } from '../../shared/result';
import { readOrganisations } from './account-rows';
import type { Api } from './api';
import type { CircleCiClient } from './client';
import { listContexts } from './list-contexts';
import { readV2Mark } from './page-marks';
import { readPages } from './pages';
import { segment, slugPath } from './slug';
import { dropped } from './project-tokens';
import { readContexts, readContextVariables, readProjectVariables } from './variable-rows';

type VariableCalls = Pick<
  CircleCiClient,
  | 'listContexts'
  | 'listContextVariables'
  | 'putContextVariable'
  | 'deleteContextVariable'
  | 'listProjectVariables'
  | 'putProjectVariable'
  | 'deleteProjectVariable'
>;

/** Contexts and variables, all of CircleCI's API v2: Server 2.x has none of it. */
export function variableCalls(api: Api, address: string): VariableCalls {
  const contextPath = (id: string) => `/api/v2/context/${segment(id)}/environment-variable`;
  const projectPath = (project: ProjectSlug) => `/api/v2/project/${slugPath(project)}/envvar`;

  const allPages = <Row>(
    path: string,
    decode: (raw: unknown) => Result<readonly Row[], ApiFailure>,
    identify: (row: Row) => string,
    signal?: AbortSignal,
  ) =>
    readPages<Row>(async (mark) => {
      const joint = path.includes('?') ? '&' : '?';
      const marked = mark === undefined ? path : `${path}${joint}page-token=${encodeURIComponent(mark)}`;
      const answer = await api.read(marked, { signal });
      if (!answer.ok) return answer;
      const rows = decode(answer.value);
      const next = readV2Mark(answer.value);
      return rows.ok ? ok({ rows: rows.value, ...(next !== undefined && { next }) }) : rows;
    }, identify);

  return {
    listContexts: async (signal) => {
      const organisations = await api.readAs('/api/v2/me/collaborations', readOrganisations, { signal });
      if (!organisations.ok) return organisations;
      return listContexts(
        organisations.value,
        address === CLOUD_ADDRESS ? 'organization' : 'account',
        (query) => allPages(`/api/v2/context?${query}`, readContexts, ({ id }) => id, signal),
      );
    },
    listContextVariables: (contextId) =>
      allPages(contextPath(contextId), readContextVariables, ({ name }) => name),
    putContextVariable: async (contextId, name, value) =>
      dropped(
        await api.upsert('PUT', `${contextPath(contextId)}/${segment(name)}`, { value: value.reveal() }),
      ),
    deleteContextVariable: async (contextId, name) =>
      dropped(await api.remove(`${contextPath(contextId)}/${segment(name)}`)),
    listProjectVariables: (project) =>
      allPages(projectPath(project), readProjectVariables, ({ name }) => name),
    putProjectVariable: async (project, name, value) =>
      dropped(await api.upsert('POST', projectPath(project), { name, value: value.reveal() })),
    deleteProjectVariable: async (project, name) =>
      dropped(await api.remove(`${projectPath(project)}/${segment(name)}`)),
  };
}
