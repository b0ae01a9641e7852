import type { ApiFailure } from '../../shared/domain/api-failure';
import type { ConnectionFacts } from '../../shared/domain/connection';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Coverage, ProjectCoverage } from '../../shared/domain/coverage';
import { err, ok, type Result } from '../../shared/result';
import type { DiscoveredProject, Discovery, KnownHost } from '../circleci/client';
import { judgeSources } from './judge-sources';
import type { LookPorts } from './look-ports';
import type { Snapshot } from './snapshots';

/** A project that is to be read, as a line of the coverage. */
export const pendingOf = (connection: ConnectionId, project: DiscoveredProject): ProjectCoverage => ({
  connection,
  project: project.slug,
  ...(project.name !== undefined && { name: project.name }),
  ...(project.id !== undefined && { id: project.id }),
  ...(project.otherSlugs !== undefined && { aliases: project.otherSlugs }),
  reportedBy: project.reportedBy,
  outcome: { kind: 'pending' },
});

/**
 * The projects that a look has to read: those that are named now, or those that the last look did not come to. `named` hears
 * of them before all sources have answered.
 */
export async function nameProjects(
  last: Snapshot | undefined,
  { client, connection, now }: LookPorts,
  signal: AbortSignal,
  named: (projects: readonly DiscoveredProject[]) => void,
): Promise<Result<Coverage, ApiFailure>> {
  if (last !== undefined && wasCutShort(last)) return ok(last.coverage);
  const discovery = await client.discoverProjects(signal, named, knownHost(last, connection));
  if (!discovery.ok) return err(discovery.error);
  const { unreadRows } = discovery.value;
  return ok({
    projects: projectsToRead(connection.id, discovery.value, last),
    personal: { kind: 'pending' },
    ...judgeSources(last?.coverage, discovery.value, now),
    ...(unreadRows.length > 0 && { unreadRows }),
    ...keptOf(last),
  });
}

/** What a person decided stays decided. */
const keptOf = (last: Snapshot | undefined) =>
  last?.coverage.personalRetiredAt !== undefined && { personalRetiredAt: last.coverage.personalRetiredAt };

/** A host that once showed an interface is asked by it again, whatever it says of itself today. */
function knownHost(last: Snapshot | undefined, { capabilities }: ConnectionFacts): KnownHost {
  const { organisations = [], sources = [] } = last?.coverage ?? {};
  const isCloud = capabilities.product === 'cloud';
  return {
    organisations,
    v2: isCloud || capabilities.v2 || sources.some(({ kind }) => kind === 'organisations'),
    v3: capabilities.v3 || sources.some(({ kind }) => kind === 'v3-projects'),
  };
}

/** Those that are named now, and those known from before that nobody names: silence does not make a project gone. */
function projectsToRead(
  connection: ConnectionId,
  discovery: Discovery,
  last: Snapshot | undefined,
): readonly ProjectCoverage[] {
  const named = discovery.projects.map((project) => pendingOf(connection, project));
  if (last === undefined) return named;
  const slugs = new Set(named.map(({ project }) => project));
  const ids = new Set(named.flatMap(({ id }) => id ?? []));
  // A project that is named by the same id has another slug now, and is not missing.
  const missing = last.coverage.projects.filter(
    ({ project, id }) => !slugs.has(project) && !(id !== undefined && ids.has(id)),
  );
  return [
    ...named,
    ...missing.map((project) => ({
      ...project,
      unnamedSince: project.unnamedSince ?? last.takenAt,
      outcome: { kind: 'pending' as const },
    })),
  ];
}

/**
 * What stands in the coverage when even the naming was stopped: what was read, and what was known before. It says that a
 * source is missing, so that the next look names everything anew.
 */
export function namedSoFar(
  last: Snapshot | undefined,
  outcomes: ReadonlyMap<string, ProjectCoverage>,
): Omit<Coverage, 'personal'> {
  const known = last?.coverage.projects.filter(({ project }) => !outcomes.has(project)) ?? [];
  return {
    ...last?.coverage,
    projects: [...outcomes.values(), ...known],
    failedSources: [{ source: 'v1.1-projects', failure: { kind: 'cancelled' } }],
  };
}

/** True where the last look was stopped before its end, so that the next one goes on with what is missing. */
const wasCutShort = (last: Snapshot): boolean =>
  last.coverage.projects.some(({ outcome }) => outcome.kind === 'pending');

/** True where a person can already recognise the project: a slug made of ids waits for the source that has its name. */
export const isNamedWell = ({ slug, name }: DiscoveredProject): boolean =>
  !slug.startsWith('circleci/') || name !== undefined;

/**
 * A repository that nobody but the list of repositories names, and that CircleCI does not find, was never set up. One that was
 * a project in an earlier sync was.
 */
export const isBareRepository = (
  { project, reportedBy }: ProjectCoverage,
  failure: ApiFailure,
  last: Snapshot | undefined,
): boolean =>
  failure.kind === 'forbidden' &&
  failure.status === 404 &&
  last?.coverage.projects.some((known) => known.project === project) !== true &&
  reportedBy.every((source) => source === 'repositories');
