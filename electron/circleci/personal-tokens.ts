import type { ApiFailure } from '../../shared/domain/api-failure';
import type { Result } from '../../shared/result';
import type { SecretValue } from '../credentials/secret-value';
import { readLogin } from './account-rows';
import type { Api } from './api';
import type { CircleCiClient, Identity } from './client';
import { livenessOf } from './liveness';
import { PERSONAL_PATHS } from './personal-paths';
import { createdFrom, deletePath, dropped } from './project-tokens';
import { isNotThere, isRefusal } from '../../shared/domain/refusal';
import { readTokenRows } from './token-row';

type PersonalCalls = Pick<
  CircleCiClient,
  'listPersonalTokens' | 'createPersonalToken' | 'deletePersonalToken' | 'checkPersonalToken' | 'whoIs'
>;

/** The account's own personal tokens, on whichever of the known paths the host has them. */
export function personalTokenCalls(api: Api): PersonalCalls {
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
    const answer =
      !modern.ok && isNotThere(modern.error) ? await api.read('/api/v1.1/me', { token: value }) : modern;
    if (!answer.ok) return { liveness: isNotThere(answer.error) ? 'undecided' : livenessOf(answer) };
    const login = readLogin(answer.value);
    return { liveness: 'alive', ...(login !== undefined && { login }) };
  };

  return {
    listPersonalTokens: async (signal) => {
      const answer = await list(signal);
      return answer.ok ? readTokenRows(answer.value, 'personal') : answer;
    },
    // Names for expiry and access level are published nowhere: the label is all that can be asked for.
    createPersonalToken: async ({ label }) => createdFrom(await api.create(path, { label }), 'personal'),
    deletePersonalToken: async (key) => dropped(await api.remove(deletePath(path, key))),
    checkPersonalToken: async (value) => (await whoIs(value)).liveness,
    whoIs,
  };
}
