import { setMaxListeners } from 'node:events';

import type { ApiFailure } from '../../shared/domain/api-failure';
import { readingOf, type ProjectCoverage } from '../../shared/domain/coverage';
import { namedProject } from '../../shared/domain/named-project';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import { doubtEmptied } from './doubt-emptied';
import { gatherBatches } from './gather-batches';
import type { LookPorts } from './look-ports';
import { readProject, type ProjectReading } from './read-project';
import type { Snapshot } from './snapshots';
import { syncContext } from './sync-context';
import { openWorkQueue } from './work-queue';

/** As many as a look has in hand at once. */
const WIDTH = 16;

/** What reading some projects anew found; `failure` says why it ended early, if it did. */
export interface SecondReading {
  readonly readings: readonly ProjectReading[];
  readonly failure?: ApiFailure;
}

/** Reads those of a look's projects that are named, and no other list. Slugs that the look does not know are passed over. */
export async function readAgain(
  last: Snapshot,
  slugs: readonly ProjectSlug[],
  ports: Omit<LookPorts, 'byHand' | 'isOwnDeletion'>,
  signal: AbortSignal,
): Promise<SecondReading> {
  const wanted = new Set(slugs);
  const projects = last.coverage.projects.filter(({ project }) => wanted.has(project));
  const context = syncContext(last, ports);
  const readings: ProjectReading[] = [];
  const batches = gatherBatches(ports.connection.id, ports.heard, ports.wait);
  const queue = openWorkQueue<ProjectCoverage>();
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  setMaxListeners(0, either);
  let failure: ApiFailure | undefined;

  for (const project of projects) {
    batches.expect();
    queue.push(project);
  }
  queue.end();
  await queue.work(
    WIDTH,
    async (project) => {
      const reading = await batches.whileWaiting(
        namedProject({ project: project.project, projectName: project.name }) ?? project.project,
        readProject(project, ports, context, either),
      );
      if (reading.failure?.kind === 'cancelled') return;
      if (reading.failure?.kind === 'unauthorized') {
        failure = reading.failure;
        stop.abort();
        return;
      }
      readings.push(reading);
      batches.add(reading.records, reading.project);
    },
    either,
  );
  batches.end();
  if (signal.aborted) failure ??= { kind: 'cancelled' };
  return { readings, ...(failure && { failure }) };
}

/** An inventory with some of its projects read anew. What could not be confidently read this time either is kept as it was known. */
export function withReadings(
  last: Snapshot,
  readings: readonly ProjectReading[],
  isOwnDeletion: (ref: TokenRef) => boolean,
): Snapshot {
  const read = new Map(readings.map(({ project }) => [project.project, project]));
  const lines = last.coverage.projects.map((line) => read.get(line.project) ?? line);
  const projects = doubtEmptied(lines, new Set(read.keys()), last.tokens, isOwnDeletion);
  const reading = readingOf({ projects, personal: last.coverage.personal });
  const isReadNow = (token: TokenRecord) =>
    token.project !== undefined && read.has(token.project) && reading(token) === 'read';
  return {
    ...last,
    coverage: { ...last.coverage, projects },
    tokens: [
      ...last.tokens.filter((token) => !isReadNow(token)),
      ...readings.flatMap(({ records }) => records),
    ],
  };
}
