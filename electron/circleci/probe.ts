import type { ApiFailure } from '../../shared/domain/api-failure';
import { CLOUD_ADDRESS, type ConnectFailure, type HostCapabilities } from '../../shared/domain/connection';
import { err, ok, type Result } from '../../shared/result';
import { readAccount, readOrganisations } from './account-rows';
import type { Api } from './api';
import type { HostFacts } from './client';
import { readLegacyProjects } from './legacy-projects';
import { PERSONAL_PATHS } from './personal-paths';
import { isRefusal, refusesAccount } from '../../shared/domain/refusal';
import { slugPath } from './slug';
import { readTokenRows } from './token-row';
import { known } from './wire';

/** How many projects are looked at, at most, to see what the rows of a token list carry. */
const SAMPLE = 5;

/** Learns who the account is and what the host has, by reads alone, in the order of the contract's section 9.1. */
export async function probe(
  api: Api,
  address: string,
  signal?: AbortSignal,
): Promise<Result<HostFacts, ConnectFailure>> {
  const options = { signal, retries: 1 };
  const v2 = await api.readAs('/api/v2/me', readAccount, options);
  if (!v2.ok && !isRefusal(v2.error)) return failed(v2.error);
  const v1 = await api.readAs('/api/v1.1/me', readAccount, options);
  if (!v2.ok && !v1.ok) {
    if (!isRefusal(v1.error)) return failed(v1.error);
    // Some hosts say “not found” to a credential that they do not accept.
    const isRefused = [v1.error, v2.error].some(refusesAccount);
    return isRefused ? failed({ kind: 'unauthorized' }) : err({ kind: 'not-circleci' });
  }
  const { login = '', userId } = v2.ok ? v2.value : v1.ok ? v1.value : {};

  const v3 = v2.ok && (await api.read('/api/v3/users?filter%5Buser_id%5D=me', options)).ok;
  const isListed = await listsPersonalTokens(api, options);
  const shape = await sampleListShape(api, options);
  const organisations = await readOrganisationNames(api, v2.ok, options);
  const capabilities: HostCapabilities = {
    product: address === CLOUD_ADDRESS || v3 ? 'cloud' : v2.ok ? 'server-3' : 'server-2',
    v2: v2.ok,
    v3,
    personalTokens: isListed ? 'listed' : 'by-hand',
    ...shape,
  };
  return ok({ login, ...known({ userId }), organisations, capabilities });
}

type Options = { readonly signal: AbortSignal | undefined; readonly retries: number };

const failed = (failure: ApiFailure) => err<ConnectFailure>({ kind: 'api', failure });

/** Only a host that says so has no such list. One in trouble may have it: the look will tell. */
async function listsPersonalTokens(api: Api, options: Options): Promise<boolean> {
  for (const path of PERSONAL_PATHS) {
    const listed = await api.readAs(path, (raw) => readTokenRows(raw, 'personal').ok || undefined, options);
    if (listed.ok || !isRefusal(listed.error)) return true;
  }
  return false;
}

/** Looks at the first projects until one has a token, to learn what rows carry and so how a delete is to be named. */
async function sampleListShape(
  api: Api,
  options: Options,
): Promise<Pick<HostCapabilities, 'deleteBy' | 'listsCreationDates'>> {
  const followed = await readLegacyProjects(api, options);
  const slugs = followed.ok ? followed.value.flatMap(({ slug }) => slug ?? []) : [];
  for (const slug of slugs.slice(0, SAMPLE)) {
    const path = `/api/v1.1/project/${slugPath(slug)}/token`;
    const listed = await api.read(path, options);
    const tokens = listed.ok ? readTokenRows(listed.value, 'project') : listed;
    if (!tokens.ok || tokens.value.length === 0) continue;
    const hasIds = tokens.value.every(({ id }) => id !== undefined);
    return {
      deleteBy: hasIds ? 'id' : 'value',
      listsCreationDates: tokens.value.some(({ createdAt }) => createdAt !== undefined),
    };
  }
  return { deleteBy: 'unseen', listsCreationDates: false };
}

async function readOrganisationNames(api: Api, hasV2: boolean, options: Options): Promise<readonly string[]> {
  const path = hasV2 ? '/api/v2/me/collaborations' : '/api/v1.1/user/organizations';
  const organisations = await api.readAs(path, readOrganisations, options);
  return organisations.ok ? [...new Set(organisations.value.map(({ name }) => name))] : [];
}
