import type { ApiFailure } from '../../shared/domain/api-failure';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Coverage, ProjectCoverage } from '../../shared/domain/coverage';
import { err, ok, type Result } from '../../shared/result';
import type { DiscoveredProject, Discovery } from '../circleci/client';
import type { LookPorts } from './look-ports';
import type { Snapshot } from './snapshots';

/** A project that is to be read, as a line of the coverage. */
export const pendingOf = (connection: ConnectionId, project: DiscoveredProject): ProjectCoverage => ({
  connection,
  project: project.slug,
  ...(project.name !== undefined && { name: project.name }),
  reportedBy: project.reportedBy,
  outcome: { kind: 'pending' },
});

/**
 * The projects that a look has to read: those that are named now, or those that the last look did not come to. `named` hears
 * of them before all sources have answered.
 */
export async function nameProjects(
  last: Snapshot | undefined,
  { client, connection }: LookPorts,
  signal: AbortSignal,
  named: (projects: readonly DiscoveredProject[]) => void,
): Promise<Result<Coverage, ApiFailure>> {
  if (wasCutShort(last)) return ok(last.coverage);
  const discovery = await client.discoverProjects(signal, named);
  if (!discovery.ok) return err(discovery.error);
  const projects = projectsToRead(connection.id, discovery.value, last);
  return ok({ projects, personal: { kind: 'pending' }, failedSources: discovery.value.failedSources });
}

/**
 * Where a source of names failed, the projects known from the last look are asked too, so that a missing answer does not
 * make tokens vanish; where all answered, a project that nobody names is gone.
 */
function projectsToRead(
  connection: ConnectionId,
  discovery: Discovery,
  last: Snapshot | undefined,
): readonly ProjectCoverage[] {
  const named = discovery.projects.map((project) => pendingOf(connection, project));
  if (discovery.failedSources.length === 0 || last === undefined) return named;
  const slugs = new Set(named.map(({ project }) => project));
  const missing = last.coverage.projects.filter(({ project }) => !slugs.has(project));
  return [...named, ...missing.map((project) => ({ ...project, outcome: { kind: 'pending' as const } }))];
}

/**
 * What stands in the coverage when even the naming was stopped: what was read, and what was known before. It says that a
 * source is missing, so that the next look names everything anew.
 */
export function namedSoFar(
  last: Snapshot | undefined,
  outcomes: ReadonlyMap<string, ProjectCoverage>,
): Pick<Coverage, 'projects' | 'failedSources'> {
  const known = last?.coverage.projects.filter(({ project }) => !outcomes.has(project)) ?? [];
  return {
    projects: [...outcomes.values(), ...known],
    failedSources: [{ source: 'v1.1-projects', failure: { kind: 'cancelled' } }],
  };
}

/** True where the last look was stopped before its end, so that the next one goes on with what is missing. */
const wasCutShort = (last: Snapshot | undefined): last is Snapshot =>
  last !== undefined && last.coverage.projects.some(({ outcome }) => outcome.kind === 'pending');

/** True where a person can already recognise the project: a slug made of ids waits for the source that has its name. */
export const isNamedWell = ({ slug, name }: DiscoveredProject): boolean =>
  !slug.startsWith('circleci/') || name !== undefined;

/** A repository that nobody but the list of repositories names, and that CircleCI does not find, was never set up. */
export const isBareRepository = ({ reportedBy }: ProjectCoverage, failure: ApiFailure): boolean =>
  failure.kind === 'forbidden' &&
  failure.status === 404 &&
  reportedBy.every((source) => source === 'repositories');
