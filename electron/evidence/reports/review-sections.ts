import { isDue } from '../../../shared/domain/age-policy';
import type { Instant } from '../../../shared/domain/instant';
import { endOf, exceptionFor } from '../../../shared/domain/policy-exception';
import type { ReportSection } from '../../../shared/domain/report';
import type { Rules } from '../../../shared/domain/standing';
import { moment, text } from './columns';
import type { ReportSource } from './report-source';
import { countsSection, looksSection } from './review-summary';
import {
  BECAUSE,
  cellsOf,
  CREATED,
  DETAILS,
  DUE,
  EXPIRES,
  FIRST_SEEN,
  KIND,
  LABEL,
  LAST_FOUR,
  LAST_USED,
  OWNER,
  plainColumns,
  PROJECT,
  REF,
  SCOPE,
  STANDING,
  type Judged,
  type TokenColumn,
} from './token-columns';

const ALL = [LABEL, KIND, SCOPE, PROJECT, OWNER, CREATED, LAST_USED, EXPIRES, STANDING, DUE, BECAUSE];
const SHORT = [LABEL, KIND, SCOPE, PROJECT, OWNER];

/** The tables of a review, each made from what was judged. */
export function reviewSections(
  judged: readonly Judged[],
  sources: readonly ReportSource[],
  rules: Rules,
  now: Instant,
): readonly ReportSection[] {
  const due = judged.filter((one) => isDue(one.due)).toSorted(byDue);
  const ageless = judged.filter(({ token }) => token.createdAt === undefined);
  const ownerless = judged.filter(({ token }) => token.owner === undefined);
  return [
    looksSection(sources),
    countsSection(judged),
    tokens('due', 'Due', due, [...SHORT, CREATED, STANDING, DUE, BECAUSE, LAST_FOUR, REF], DUE_NOTE),
    exceptions(judged, rules, now),
    tokens('unknown-age', 'Unknown age', ageless, [...SHORT, FIRST_SEEN, STANDING, DUE, REF], AGELESS_NOTE),
    tokens('no-owner', 'Without an owner', ownerless, [LABEL, KIND, SCOPE, PROJECT, CREATED, STANDING, REF]),
    {
      ...tokens('tokens', 'All tokens', judged, [...ALL, FIRST_SEEN_DETAIL, LAST_FOUR, ...DETAILS, REF]),
      isTable: true,
    },
  ];
}

const FIRST_SEEN_DETAIL: TokenColumn = { ...FIRST_SEEN, isDetail: true };

const DUE_NOTE =
  'Past what the policy allows. When CircleCI itself lets a token expire is another matter, and stands in the table of all tokens.';
const AGELESS_NOTE =
  'CircleCI does not say when these were made. They are never counted as young: the policy says how long after Rekey first saw them they are due.';

const byDue = (a: Judged, b: Judged) => dueAt(a) - dueAt(b);
const dueAt = ({ due }: Judged) => ('dueAt' in due ? due.dueAt : Infinity);

const tokens = (
  id: string,
  title: string,
  judged: readonly Judged[],
  columns: readonly TokenColumn[],
  note?: string,
): ReportSection => ({
  id,
  title,
  ...(note !== undefined && { note }),
  columns: plainColumns(columns),
  rows: judged.map((one) => cellsOf(one, columns)),
});

/** Who answers for tokens that outlive the policy. */
function exceptions(
  judged: readonly Judged[],
  { policy, exceptions: all }: Rules,
  now: Instant,
): ReportSection {
  return {
    id: 'exceptions',
    title: 'Under an exception',
    columns: [
      ...plainColumns(SHORT),
      text('answers', 'Answers for it'),
      text('approver', 'Agreed by'),
      text('reason', 'Reason'),
      moment('until', 'Ends'),
    ],
    rows: judged
      .filter(({ due }) => due.kind === 'excepted')
      .map((one) => {
        const exception = exceptionFor(one.token, all, policy, now);
        const terms =
          exception === undefined
            ? [null, null, null, null]
            : [exception.owner, exception.approver, exception.reason, endOf(exception, policy)];
        return [...cellsOf(one, SHORT), ...terms];
      }),
  };
}
