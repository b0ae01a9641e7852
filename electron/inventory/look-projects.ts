import type { ConnectionId } from '../../shared/domain/connection-id';
import type { ProjectCoverage } from '../../shared/domain/coverage';
import type { Discovery } from '../circleci/client';
import type { Snapshot } from './snapshots';

/**
 * The projects that a look has to read. Where a source of names failed, the projects known from the last look are asked
 * too, so that a missing answer does not make tokens vanish; where all answered, a project that nobody names is gone.
 */
export function projectsToRead(
  connection: ConnectionId,
  discovery: Discovery,
  last: Snapshot | undefined,
): readonly ProjectCoverage[] {
  const named = discovery.projects.map((project) => ({
    connection,
    project: project.slug,
    ...(project.name !== undefined && { name: project.name }),
    reportedBy: project.reportedBy,
    outcome: { kind: 'pending' as const },
  }));
  if (discovery.failedSources.length === 0 || last === undefined) return named;
  const slugs = new Set(named.map(({ project }) => project));
  const missing = last.coverage.projects.filter(({ project }) => !slugs.has(project));
  return [...named, ...missing.map((project) => ({ ...project, outcome: { kind: 'pending' as const } }))];
}

/** True where the last look was stopped before its end, so that the next one goes on with what is missing. */
export const wasCutShort = (last: Snapshot | undefined): last is Snapshot =>
  last !== undefined && last.coverage.projects.some(({ outcome }) => outcome.kind === 'pending');
