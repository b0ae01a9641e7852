import type { ConnectionId } from '../../../shared/domain/connection-id';
import { MAX_RETRY, type SyncFailure } from '../../../shared/domain/inventory';
import type { ProjectSlug } from '../../../shared/domain/project-slug';
import { describeFailure } from '../../../shared/domain/api-failure';
import { counted, countWord } from '../../words/count-words';
import type { CoverageLine } from './coverage-line';

/** One call to main: projects of one connection, no more than it takes at once. */
export interface RetryCall {
  readonly connection: ConnectionId;
  readonly projects: readonly ProjectSlug[];
}

/** The calls that read these projects anew, those of a connection one after the other. */
export function retryCalls(lines: readonly CoverageLine[]): readonly (readonly RetryCall[])[] {
  const slugs = new Map<ConnectionId, ProjectSlug[]>();
  for (const { connection, project } of lines) {
    const own = slugs.get(connection);
    if (own === undefined) slugs.set(connection, [project]);
    else own.push(project);
  }
  return [...slugs].map(([connection, projects]) =>
    Array.from({ length: Math.ceil(projects.length / MAX_RETRY) }, (_, index) => ({
      connection,
      projects: projects.slice(index * MAX_RETRY, (index + 1) * MAX_RETRY),
    })),
  );
}

/** What happened, and that what was known is still there. */
export function retryFailureSentence(failure: SyncFailure): string {
  switch (failure.kind) {
    case 'stopped':
      return 'Stopped. What was read until then is kept.';
    case 'busy':
      return 'Nothing was read: a look or a rotation is under way. Try again when it has ended.';
    case 'credential-missing':
      return 'Nothing was read: the token of this connection has to be typed again first.';
    case 'no-such-connection':
      return 'This connection is no longer there.';
    case 'storage':
      return 'What was found is shown, but could not be written to disk.';
    case 'api':
      return `What was known is still shown. ${describeFailure(failure.failure)}`;
  }
}

/** What a retry brought: `38 of 40 projects read.` */
export function retriedSentence(wanted: readonly CoverageLine[], now: readonly CoverageLine[]): string {
  const keys = new Set(wanted.map(({ key }) => key));
  const read = now.filter(({ key, outcome }) => keys.has(key) && outcome.kind === 'read');
  return `${countWord(read.length)} of ${counted(keys.size, 'project')} read.`;
}
