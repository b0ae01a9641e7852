import type { AgePolicy } from '../../shared/domain/age-policy';
import type { ConnectionFacts } from '../../shared/domain/connection';
import { DAY_MS, type Instant } from '../../shared/domain/instant';
import type { ReportKind } from '../../shared/domain/report';
import type { ReportRequest, ReportScope, ShownTokens } from '../../shared/domain/report-request';
import { dayUtc } from '../words/date-words';

/** The kinds that are asked for here; a leaver's report is asked for where leavers are. */
export const DRAFT_KINDS = ['review', 'rotation', 'incident'] as const satisfies readonly ReportKind[];

/** What a person has chosen so far. Days are as the fields have them, `2026-11-24`, and are meant in UTC. */
export interface ReportDraft {
  readonly kind: (typeof DRAFT_KINDS)[number];
  readonly connection: ReportScope;
  readonly from: string;
  readonly to: string;
  /** A day and a time, `2026-11-24T12:00`, in UTC. */
  readonly before: string;
  /** Only what the inventory shows. */
  readonly isFiltered: boolean;
  /** A run's id; empty: all of the time. */
  readonly run: string;
}

const MONTHS_A_QUARTER = 3;

/** A review of the quarter that has begun, of everything; an incident has the moment of the policy in force, if that has one. */
export function firstDraft(
  connections: readonly Pick<ConnectionFacts, 'id'>[],
  { createdBefore }: Pick<AgePolicy, 'createdBefore'>,
  now: Instant,
): ReportDraft {
  const date = new Date(now);
  const month = date.getUTCMonth();
  const quarter = Date.UTC(date.getUTCFullYear(), month - (month % MONTHS_A_QUARTER), 1);
  const [only] = connections;
  return {
    kind: 'review',
    connection: connections.length === 1 && only !== undefined ? only.id : 'all',
    from: dayUtc(quarter),
    to: dayUtc(now),
    before: createdBefore === undefined ? momentOf(now).slice(0, 16) : momentOf(createdBefore),
    isFiltered: false,
    run: '',
  };
}

/** A moment as its field has it, with no seconds where there are none. */
const momentOf = (instant: Instant): string =>
  new Date(instant).toISOString().replace(/(?:(?::00)?\.000)?Z$/, '');

/** The request that a draft comes to; nothing where a day is missing, or what ends before it begins. */
export function requestOf(draft: ReportDraft, shown: ShownTokens | undefined): ReportRequest | undefined {
  const { kind, connection, run } = draft;
  if (kind === 'incident') {
    const before = Date.parse(`${draft.before}Z`);
    return Number.isNaN(before) ? undefined : { kind, connection, before };
  }
  const from = Date.parse(draft.from);
  // The last day counts to its end; main knows how far it has come.
  const to = Date.parse(draft.to) + DAY_MS - 1;
  if (Number.isNaN(from) || Number.isNaN(to) || from > to) return undefined;
  if (kind === 'rotation') return { kind, connection, from, to, ...(run !== '' && { run }) };
  return { kind, connection, from, to, ...(shown !== undefined && { shown }) };
}
