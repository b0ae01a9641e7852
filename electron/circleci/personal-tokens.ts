import type { ApiFailure } from '../../shared/domain/api-failure';
import type { Result } from '../../shared/result';
import type { SecretValue } from '../credentials/secret-value';
import { readAccount } from './account-rows';
import type { Api } from './api';
import type { CircleCiClient, Identity } from './client';
import { answerKindOf, type ContrastOf } from './contrast';
import { PERSONAL_PATHS } from './personal-paths';
import { createdFrom, deletePath, dropped } from './project-tokens';
import { isNotThere, isRefusal } from '../../shared/domain/refusal';
import { readTokenRows } from './token-row';
import { checkByContrast } from './value-check';

type PersonalCalls = Pick<
  CircleCiClient,
  'listPersonalTokens' | 'createPersonalToken' | 'deletePersonalToken' | 'checkPersonalToken' | 'whoIs'
>;

/** The account's own personal tokens, on whichever of the known paths the host has them. */
export function personalTokenCalls(api: Api, contrastOf: ContrastOf): PersonalCalls {
  let path: string = PERSONAL_PATHS[0];

  const list = async (signal?: AbortSignal): Promise<Result<unknown, ApiFailure>> => {
    const first = await api.read(PERSONAL_PATHS[0], { signal });
    if (first.ok || !isRefusal(first.error)) return first;
    const second = await api.read(PERSONAL_PATHS[1], { signal });
    if (second.ok) path = PERSONAL_PATHS[1];
    return second;
  };

  const whoIs = async (value: SecretValue): Promise<Identity> => {
    const modern = await api.read('/api/v2/me', { token: value });
    return !modern.ok && isNotThere(modern.error)
      ? identify('/api/v1.1/me', value, await api.read('/api/v1.1/me', { token: value }))
      : identify('/api/v2/me', value, modern);
  };

  const identify = async (
    path: string,
    value: SecretValue,
    answer: Result<unknown, ApiFailure>,
  ): Promise<Identity> => {
    const kind = answerKindOf(answer);
    if (!kind.ok) return { check: { kind: 'undecided', failure: kind.error } };
    const contrast = await contrastOf(path, value);
    if (!contrast.ok) return { check: { kind: 'undecided', failure: contrast.error } };
    const check = checkByContrast(kind.value, contrast.value, { isOwnPlace: true });
    // “Not found” at the account’s own path is said of the call, not of the value.
    if (check.kind === 'refused' && kind.value !== 401)
      return { check: { kind: 'not-provable', why: 'call-missing' } };
    const account = answer.ok && check.kind === 'works' ? readAccount(answer.value) : undefined;
    return { check, ...account };
  };

  return {
    listPersonalTokens: async (signal) => {
      const answer = await list(signal);
      return answer.ok ? readTokenRows(answer.value, 'personal') : answer;
    },
    // Names for expiry and access level are published nowhere: the label is all that can be asked for.
    createPersonalToken: async ({ label }) => createdFrom(await api.create(path, { label }), 'personal'),
    deletePersonalToken: async (key) => dropped(await api.remove(deletePath(path, key))),
    checkPersonalToken: async (value) => (await whoIs(value)).check,
    whoIs,
  };
}
