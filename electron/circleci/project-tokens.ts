import type { ApiFailure } from '../../shared/domain/api-failure';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenKind } from '../../shared/domain/token';
import { err, ok, type Result } from '../../shared/result';
import type { Api } from './api';
import { answerKindOf, type ContrastOf } from './contrast';
import type { CircleCiClient, CreatedToken, CreateFailure, DeleteKey } from './client';
import { segment, slugPath } from './slug';
import { readTokenRow, readTokenRows } from './token-row';
import { checkByContrast } from './value-check';

type ProjectCalls = Pick<
  CircleCiClient,
  'listProjectTokens' | 'createProjectToken' | 'deleteProjectToken' | 'checkProjectToken'
>;

const listPath = (project: ProjectSlug) => `/api/v1.1/project/${slugPath(project)}/token`;

export const projectTokenCalls = (api: Api, contrastOf: ContrastOf): ProjectCalls => ({
  listProjectTokens: async (project, signal) => {
    const answer = await api.read(listPath(project), { signal });
    return answer.ok ? readTokenRows(answer.value, 'project') : answer;
  },
  createProjectToken: async (project, { label, scope }) =>
    createdFrom(await api.create(listPath(project), { label, scope }), 'project'),
  deleteProjectToken: async (project, key) => dropped(await api.remove(deletePath(listPath(project), key))),
  checkProjectToken: async (project, value, at) => {
    const path = `/api/v1.1/project/${slugPath(project)}?limit=1`;
    const contrast = await contrastOf(path, value);
    if (!contrast.ok) return { kind: 'undecided', failure: contrast.error };
    const answer = answerKindOf(await api.read(path, { token: value }));
    if (!answer.ok) return { kind: 'undecided', failure: answer.error };
    return checkByContrast(answer.value, contrast.value, at);
  },
});

/** The path that deletes one token: its last part is never empty, or the path would name the whole list. */
export function deletePath(list: string, key: DeleteKey): string {
  return `${list}/${segment(key.by === 'id' ? key.id : key.value.reveal())}`;
}

export const dropped = (answer: Result<unknown, ApiFailure>): Result<null, ApiFailure> =>
  answer.ok ? ok(null) : answer;

/** A refusal in so many words made nothing; whatever else went wrong may have made a token all the same. */
const CERTAIN: ReadonlySet<ApiFailure['kind']> = new Set([
  'unauthorized',
  'forbidden',
  'rate-limited',
  'rejected',
  'removed',
]);

/** Reads the answer to a create. One without a whole value made a token that nobody can use: only a list can tell. */
export function createdFrom(
  answer: Result<unknown, ApiFailure>,
  kind: TokenKind,
): Result<CreatedToken, CreateFailure> {
  if (!answer.ok) {
    return err({
      created: CERTAIN.has(answer.error.kind) ? 'certainly-not' : 'perhaps',
      failure: answer.error,
    });
  }
  const token = readTokenRow(answer.value, kind);
  if (token?.value === undefined) return err({ created: 'perhaps', failure: { kind: 'unexpected-shape' } });
  return ok({ ...token, value: token.value });
}
