import type { ConnectionFacts } from '../../../shared/domain/connection';
import { describeFailure } from '../../../shared/domain/api-failure';
import {
  coverageGaps,
  isPersonalMissed,
  type Coverage,
  type PersonalCoverage,
  type ProjectOutcome,
} from '../../../shared/domain/coverage';
import { describeDoubt, gapWords } from '../../../shared/domain/coverage-gap-words';
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

/** Everything that was not read, a line each: projects, what is missing of their names, and personal tokens. */
export const unreadOf = (sources: readonly ReportSource[]): readonly Unread[] =>
  sources.flatMap(({ facts, coverage }) => [
    ...coverage.projects.flatMap(({ project, name, outcome }): readonly Unread[] =>
      outcome.kind === 'read' ? [] : [{ what: nameOf(project, name), why: whyUnread(outcome) }],
    ),
    ...coverageGaps(coverage).map(gapWords),
    ...unreadPersonal(facts.login, coverage),
  ]);

type NotRead = Exclude<ProjectOutcome | PersonalCoverage, { readonly kind: 'read' | 'by-hand' }>;

function whyUnread(outcome: NotRead): string {
  if (outcome.kind === 'pending') return 'The last look did not come to it.';
  return outcome.kind === 'in-doubt' ? describeDoubt(outcome.kept) : describeFailure(outcome.failure);
}

const nameOf = (slug: string, name: string | undefined) => (name === undefined ? slug : `${name} (${slug})`);

function unreadPersonal(login: string, { personal }: Coverage): readonly Unread[] {
  if (personal.kind === 'read' || personal.kind === 'by-hand') return [];
  return [{ what: `Personal tokens of ${login}`, why: whyUnread(personal) }];
}

/** The same, counted without making the list. */
export function countUnread(sources: readonly ReportSource[]): number {
  let count = 0;
  for (const { coverage } of sources) {
    const read = coverage.projects.filter(({ outcome }) => outcome.kind === 'read').length;
    const missed = Number(isPersonalMissed(coverage));
    count += coverage.projects.length - read + coverageGaps(coverage).length + missed;
  }
  return count;
}
