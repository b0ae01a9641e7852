import { setMaxListeners } from 'node:events';

import type { ApiFailure } from '../../shared/domain/api-failure';
import type { Coverage, PersonalCoverage, ProjectCoverage } from '../../shared/domain/coverage';
import type { TokenRecord } from '../../shared/domain/token';
import { err, ok, type Result } from '../../shared/result';
import { gatherBatches } from './gather-batches';
import { inParallel } from './in-parallel';
import type { LookPorts } from './look-ports';
import { readPersonalTokens } from './look-personal';
import { projectsToRead, wasCutShort } from './look-projects';
import { mergeRows } from './merge-rows';
import type { Snapshot } from './snapshots';
import { recordsOf } from './token-records';

/** More than the pacer ever lets through, so that it always has the next request at hand. */
const WIDTH = 16;

/** What one look found; `failure` says why it ended early, if it did. Rows of projects that were not read are kept. */
export interface Look {
  readonly snapshot: Snapshot;
  readonly failure?: ApiFailure;
}

/** Reads a connection's personal and project tokens. Fails only when not even the projects could be named. */
export async function look(
  last: Snapshot | undefined,
  ports: LookPorts,
  signal: AbortSignal,
): Promise<Result<Look, ApiFailure>> {
  const { connection, client } = ports;
  const named = wasCutShort(last) ? ok(last.coverage) : await nameProjects(last, ports, signal);
  if (!named.ok) return named;

  const seenBefore = new Map(last?.tokens.map(({ ref, firstSeenAt }) => [ref, firstSeenAt]));
  const outcomes = new Map(named.value.projects.map((project) => [project.project, project]));
  const read: TokenRecord[] = [];
  const batches = gatherBatches(connection.id, outcomes.size, ports.heard);
  const context = { hashKey: ports.hashKey, firstSeen: seenBefore.get.bind(seenBefore), now: ports.now };
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  setMaxListeners(0, either);
  let failure: ApiFailure | undefined;

  const readPersonal = async (): Promise<PersonalCoverage> => {
    const found = await readPersonalTokens(ports, context, either);
    read.push(...found.tokens);
    batches.add(found.tokens);
    return found.coverage;
  };

  const readProject = async (asked: ProjectCoverage) => {
    const listed = await client.listProjectTokens(asked.project, either);
    if (listed.ok) {
      const place = { connection: connection.id, kind: 'project' as const, project: asked.project };
      const named = asked.name !== undefined && { projectName: asked.name };
      const records = recordsOf(listed.value, { ...context, place, ...named, mayBeOwn: new Set() });
      read.push(...records);
      settle({ ...asked, outcome: { kind: 'read', tokens: records.length } }, records);
      return;
    }
    if (listed.error.kind === 'unauthorized') {
      failure = listed.error;
      stop.abort();
    } else if (isBareRepository(asked, listed.error)) {
      outcomes.delete(asked.project);
      batches.drop();
    } else if (listed.error.kind !== 'cancelled') {
      const kind = listed.error.kind === 'forbidden' ? ('refused' as const) : ('unreachable' as const);
      settle({ ...asked, outcome: { kind, failure: listed.error } }, []);
    }
  };

  const settle = (project: ProjectCoverage, records: readonly TokenRecord[]) => {
    outcomes.set(project.project, project);
    batches.add(records, project);
  };

  const personal = await readPersonal();
  const pending = named.value.projects.filter(({ outcome }) => outcome.kind === 'pending');
  await inParallel(pending, WIDTH, readProject, either);
  batches.end();

  const coverage = { projects: [...outcomes.values()], personal, failedSources: named.value.failedSources };
  const tokens = mergeRows(last, read, coverage, pending);
  if (signal.aborted) failure ??= { kind: 'cancelled' };
  return ok({ snapshot: { takenAt: ports.now, coverage, tokens }, ...(failure && { failure }) });
}

/** A repository that nobody but the list of repositories names, and that CircleCI does not find, was never set up. */
const isBareRepository = ({ reportedBy }: ProjectCoverage, failure: ApiFailure): boolean =>
  failure.kind === 'forbidden' &&
  failure.status === 404 &&
  reportedBy.every((source) => source === 'repositories');

async function nameProjects(
  last: Snapshot | undefined,
  { client, connection }: LookPorts,
  signal: AbortSignal,
): Promise<Result<Coverage, ApiFailure>> {
  const discovery = await client.discoverProjects(signal);
  if (!discovery.ok) return err(discovery.error);
  const projects = projectsToRead(connection.id, discovery.value, last);
  return ok({ projects, personal: { kind: 'pending' }, failedSources: discovery.value.failedSources });
}
