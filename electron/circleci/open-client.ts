import type { ApiFailure } from '../../shared/domain/api-failure';
import { err, ok } from '../../shared/result';
import type { Clock } from '../clock';
import type { SecretValue } from '../credentials/secret-value';
import { accountCalls } from './accounts';
import { openApi } from './api';
import { checkoutKeyCalls } from './checkout-keys';
import type { CircleCiClient } from './client';
import { openContrasts } from './contrast';
import { discoverProjects } from './discovery';
import type { FetchPort } from './fetch-port';
import { openHttp } from './http';
import type { Pacer } from './pacing';
import { personalTokenCalls } from './personal-tokens';
import { probe } from './probe';
import { projectTokenCalls } from './project-tokens';
import { isRefusal, refusesAccount } from '../../shared/domain/refusal';
import { variableCalls } from './variables';

export interface ClientOptions {
  /** As `parseAddress` gives it. */
  readonly address: string;
  readonly token: SecretValue;
  readonly fetch: FetchPort;
  readonly pacer: Pacer;
  readonly clock: Clock;
  readonly random: () => number;
}

/** Opens one connection's door to CircleCI. Nothing is sent before something is asked. */
export function openClient({ address, token, fetch, pacer, clock, random }: ClientOptions): CircleCiClient {
  const api = openApi(openHttp(address, fetch, clock), token, pacer, { clock, random });
  const contrastOf = openContrasts(api, { clock, random });
  return {
    probe: (signal) => probe(api, address, signal),
    discoverProjects: async (signal, named, known) => {
      const host = await learnVersions(signal);
      return host.ok ? discoverProjects(api, host.value, signal, named, known) : host;
    },
    ...projectTokenCalls(api, contrastOf),
    ...personalTokenCalls(api, contrastOf),
    ...variableCalls(api, address),
    ...checkoutKeyCalls(api),
    ...accountCalls(api),
  };

  /** A host may have been upgraded since it was connected: which versions it has is asked anew, for two reads. */
  async function learnVersions(signal: AbortSignal | undefined) {
    const v2 = await api.read('/api/v2/me', { signal });
    if (!v2.ok && !isRefusal(v2.error)) return v2;
    // Every account may ask who it is: a host that refuses that on both paths refuses the credential, whatever it calls it.
    if (!v2.ok && refusesAccount(v2.error)) {
      const v1 = await api.read('/api/v1.1/me', { signal });
      if (!v1.ok && refusesAccount(v1.error)) return err<ApiFailure>({ kind: 'unauthorized' });
    }
    const v3 = v2.ok && (await api.read('/api/v3/users?filter%5Buser_id%5D=me', { signal })).ok;
    return ok({ v2: v2.ok, v3 });
  }
}
