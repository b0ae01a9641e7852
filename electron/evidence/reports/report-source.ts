import type { ConnectionFacts } from '../../../shared/domain/connection';
import { describeFailure } from '../../../shared/domain/api-failure';
import type { Coverage } from '../../../shared/domain/coverage';
import type { Sighting } from '../../../shared/domain/drift';
import type { Instant } from '../../../shared/domain/instant';
import type { Unread } from '../../../shared/domain/report';

/** One connection, as it was when it was last looked at; without a time where it never was. */
export interface ReportSource extends Pick<Sighting, 'tokens' | 'coverage'> {
  readonly takenAt?: Instant;
  readonly facts: Pick<ConnectionFacts, 'id' | 'name' | 'login' | 'address'>;
}

const NEVER: Coverage = { projects: [], personal: { kind: 'pending' }, failedSources: [] };

/** A connection that nobody has looked at: nothing is known of it, and nothing complete that it is part of. */
export const unseenSource = (facts: ReportSource['facts']): ReportSource => ({
  facts,
  tokens: [],
  coverage: NEVER,
});

/** Everything that was not read, a line each: projects, sources of projects' names, and personal tokens. */
export const unreadOf = (sources: readonly ReportSource[]): readonly Unread[] =>
  sources.flatMap(({ facts, coverage }) => [
    ...coverage.projects.flatMap(({ project, name, outcome }): readonly Unread[] =>
      outcome.kind === 'read'
        ? []
        : [{ what: nameOf(project, name), why: outcome.kind === 'pending' ? PENDING : why(outcome) }],
    ),
    ...coverage.failedSources.map(({ source, failure }) => ({
      what: `Names of projects from ${source}`,
      why: why({ failure }),
    })),
    ...unreadPersonal(facts.login, coverage),
  ]);

const PENDING = 'The last look did not come to it.';

const why = ({ failure }: { readonly failure: Parameters<typeof describeFailure>[0] }) =>
  describeFailure(failure);

const nameOf = (slug: string, name: string | undefined) => (name === undefined ? slug : `${name} (${slug})`);

function unreadPersonal(login: string, { personal }: Coverage): readonly Unread[] {
  const what = `Personal tokens of ${login}`;
  if (personal.kind === 'pending') return [{ what, why: PENDING }];
  return personal.kind === 'unreachable' ? [{ what, why: why(personal) }] : [];
}

/** The same, counted without making the list. */
export function countUnread(sources: readonly ReportSource[]): number {
  let count = 0;
  for (const { coverage } of sources) {
    const read = coverage.projects.filter(({ outcome }) => outcome.kind === 'read').length;
    const isPersonalMissed = ['pending', 'unreachable'].includes(coverage.personal.kind);
    count += coverage.projects.length - read + coverage.failedSources.length + Number(isPersonalMissed);
  }
  return count;
}
