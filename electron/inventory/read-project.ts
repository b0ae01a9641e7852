import type { ApiFailure } from '../../shared/domain/api-failure';
import type { ProjectCoverage } from '../../shared/domain/coverage';
import type { TokenRecord } from '../../shared/domain/token';
import type { LookPorts } from './look-ports';
import { recordsOf, type SyncContext } from './token-records';

/** What came of reading one project: its tokens, or a line of the coverage that says why not. */
export interface ProjectReading {
  readonly records: readonly TokenRecord[];
  readonly project: ProjectCoverage;
  readonly failure?: ApiFailure;
}

export async function readProject(
  project: ProjectCoverage,
  { connection, client }: Pick<LookPorts, 'connection' | 'client'>,
  context: SyncContext,
  signal: AbortSignal,
): Promise<ProjectReading> {
  const listed = await client.listProjectTokens(project.project, signal);
  if (!listed.ok) {
    const kind = listed.error.kind === 'forbidden' ? ('refused' as const) : ('unreachable' as const);
    return {
      records: [],
      project: { ...project, outcome: { kind, failure: listed.error } },
      failure: listed.error,
    };
  }
  const { address: host, id } = connection;
  const place = { host, connection: id, kind: 'project' as const, project: project.project };
  const name = project.name !== undefined && { projectName: project.name };
  const records = recordsOf(listed.value, { ...context, place, ...name, mayBeOwn: new Set() });
  return { records, project: { ...project, outcome: { kind: 'read', tokens: records.length } } };
}
