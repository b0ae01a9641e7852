import { setMaxListeners } from 'node:events';

import type { ApiFailure } from '../../shared/domain/api-failure';
import type { Coverage, ProjectCoverage } from '../../shared/domain/coverage';
import { namedProject } from '../../shared/domain/named-project';
import type { TokenRecord } from '../../shared/domain/token';
import { ok, type Result } from '../../shared/result';
import { doubtEmptied } from './doubt-emptied';
import { gatherBatches } from './gather-batches';
import { readPersonalTokens } from './look-personal';
import type { LookPorts } from './look-ports';
import { isBareRepository, isNamedWell, namedSoFar, nameProjects, pendingOf } from './look-projects';
import { mergeRows } from './merge-rows';
import { withAliases } from './project-aliases';
import { readProject } from './read-project';
import type { Snapshot } from './snapshots';
import { syncContext } from './sync-context';
import { openWorkQueue } from './work-queue';

/** More than the pacer ever lets through, so that it always has the next request at hand. */
const WIDTH = 16;

/** What one look found; `failure` says why it ended early, if it did. Rows of projects that were not read are kept. */
export interface Look {
  readonly snapshot: Snapshot;
  readonly failure?: ApiFailure;
}

/**
 * Reads a connection's personal and project tokens, each project as soon as some source has named it. Fails only when not
 * even the projects could be named.
 */
export async function look(
  last: Snapshot | undefined,
  ports: LookPorts,
  signal: AbortSignal,
): Promise<Result<Look, ApiFailure>> {
  const { connection, now } = ports;
  const context = syncContext(last, ports);
  const outcomes = new Map<string, ProjectCoverage>();
  const asked = new Map<string, ProjectCoverage>();
  const read: TokenRecord[] = [];
  const batches = gatherBatches(connection.id, ports.heard, ports.wait);
  const queue = openWorkQueue<ProjectCoverage>();
  const stop = new AbortController();
  const either = AbortSignal.any([signal, stop.signal]);
  setMaxListeners(0, either);
  let failure: ApiFailure | undefined;

  const offer = (projects: readonly ProjectCoverage[]) => {
    for (const project of projects) {
      const isAsked = [project.project, ...(project.aliases ?? [])].some((slug) => asked.has(slug));
      if (isAsked || project.outcome.kind !== 'pending') continue;
      asked.set(project.project, project);
      batches.expect();
      queue.push(project);
    }
  };

  const take = (records: readonly TokenRecord[], project?: ProjectCoverage) => {
    read.push(...records);
    if (project !== undefined) outcomes.set(project.project, project);
    batches.add(records, project);
  };

  const readOne = async (project: ProjectCoverage) => {
    const reading = readProject(project, ports, context, either);
    const {
      records,
      project: line,
      failure: trouble,
    } = await batches.whileWaiting(
      namedProject({ project: project.project, projectName: project.name }) ?? project.project,
      reading,
    );
    if (trouble?.kind === 'unauthorized') {
      failure = trouble;
      stop.abort();
    } else if (trouble !== undefined && isBareRepository(project, trouble, last)) {
      asked.delete(project.project);
      batches.drop();
    } else if (trouble?.kind !== 'cancelled') take(records, line);
  };

  const names = nameProjects(last, ports, either, (projects) => {
    offer(projects.filter(isNamedWell).map((project) => pendingOf(connection.id, project)));
  }).then((named) => {
    if (named.ok) offer(named.value.projects);
    else stop.abort();
    queue.end();
    return named;
  });
  const namesAll = batches.whileWaiting('the list of projects', names);
  const personalRead = readPersonalTokens(last, ports, context, either).then((found) => {
    take(found.tokens);
    return found.coverage;
  });
  const personal = batches.whileWaiting('personal tokens', personalRead);
  await queue.work(WIDTH, readOne, either);
  const naming = await namesAll;
  if (!naming.ok && naming.error.kind !== 'cancelled') return naming;
  const personalCoverage = await personal;

  const { projects: wanted, ...named } = naming.ok ? naming.value : namedSoFar(last, outcomes);
  const outcome = wanted.flatMap((project) => withOutcome(project, asked, outcomes));
  const { projects: lines, tokens: fresh } = withAliases(read, outcome, last);
  const readNow = slugsRead(asked, lines);
  const projects = doubtEmptied(lines, readNow, last?.tokens ?? [], ports.isOwnDeletion);
  const coverage: Coverage = { ...named, projects, personal: personalCoverage };
  const tokens = mergeRows(last, fresh, coverage, readNow);
  const known = new Set(last?.tokens);
  batches.add(tokens.filter((token) => token.lastSeenAt !== undefined && !known.has(token)));
  batches.end();
  if (signal.aborted) failure ??= { kind: 'cancelled' };
  return ok({ snapshot: { takenAt: now, coverage, tokens }, ...(failure && { failure }) });
}

/** What was asked for in this sync: a project that was read under another of its slugs was read. */
const slugsRead = (asked: ReadonlyMap<string, unknown>, lines: readonly ProjectCoverage[]) =>
  new Set([
    ...asked.keys(),
    ...lines.flatMap(({ project, aliases = [] }) =>
      aliases.some((slug) => asked.has(slug)) ? [project] : [],
    ),
  ]);

/** A project as it was named in the end, with what came of reading it; a bare repository is none. */
function withOutcome(
  project: ProjectCoverage,
  asked: ReadonlyMap<string, ProjectCoverage>,
  outcomes: ReadonlyMap<string, ProjectCoverage>,
): readonly ProjectCoverage[] {
  const slugs = [project.project, ...(project.aliases ?? [])];
  if (project.outcome.kind === 'pending' && !slugs.some((slug) => asked.has(slug))) return [];
  const outcome = slugs.flatMap((slug) => outcomes.get(slug)?.outcome ?? [])[0];
  return [{ ...project, outcome: outcome ?? project.outcome }];
}
