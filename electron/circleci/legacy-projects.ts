import type { ApiFailure } from '../../shared/domain/api-failure';
import type { Result } from '../../shared/result';
import type { Api, ReadOptions } from './api';
import { readLegacyRows, type NamedProject } from './project-rows';

const PATH = '/api/v1.1/projects';

/**
 * A host that does not know `shallow` lists every branch of every project with its builds: 16 MB are usual for 200 projects,
 * and no other call of Server 2.x names projects that nobody's repository list has.
 */
const MOST_BYTES = 128 * 1_024 * 1_024;

/**
 * The projects that the account follows. `shallow` leaves out their branches, which Rekey needs for nothing; servers ignore it.
 * Where a host refuses it, as it may once the branches are gone for good, the plain call is made.
 */
export async function readLegacyProjects(
  api: Api,
  options: ReadOptions,
): Promise<Result<readonly NamedProject[], ApiFailure>> {
  const limited = { ...options, mostBytes: MOST_BYTES };
  const shallow = await api.readAs(`${PATH}?shallow=true`, readLegacyRows, limited);
  if (shallow.ok || !mayRefuseQuery(shallow.error)) return shallow;
  return api.readAs(PATH, readLegacyRows, limited);
}

const mayRefuseQuery = ({ kind }: ApiFailure): boolean =>
  kind === 'rejected' || kind === 'forbidden' || kind === 'removed';
