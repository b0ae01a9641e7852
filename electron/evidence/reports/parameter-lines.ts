import type { Report } from '../../../shared/domain/report';
import { counted, coverageName } from './report-words';

/** How the totals stand to their sources: a report that does not add up says so, first of all. */
export const reconciledWord = ({ isReconciled }: Pick<Report, 'isReconciled'>): string =>
  isReconciled
    ? 'Reconciled: every total agrees with its source.'
    : 'NOT RECONCILED: some totals do not agree with their source. Look again, then make the report anew.';

/** What a report says of itself, name and value, in the order that people look for it. */
export function parameterLines(
  report: Report,
  dateOf: (instant: number) => string | undefined,
): readonly (readonly [string, string])[] {
  const { parameters: it, coverage } = report;
  const date = (instant: number) => dateOf(instant) ?? '–';
  return [
    ['Organisation', it.organisation],
    ['Account used', it.account],
    ['Host', it.host],
    ['From', date(it.from)],
    ['To', date(it.to)],
    ['Made', date(it.madeAt)],
    ['Made by', it.madeBy],
    ['Filter in force', it.filter === '' ? 'none: everything' : it.filter],
    ['Coverage', coverageName(coverage)],
    ['Policy', it.policy],
    ['Policy, SHA-256', it.policyHash],
    ['Risk analysis', it.riskAnalysis ?? 'none named'],
    [
      'Ledger',
      it.ledger.entries === 0
        ? 'empty'
        : `${counted(it.ledger.entries, 'fact')}, ending in ${it.ledger.head}`,
    ],
    ['Rekey', it.appVersion],
  ];
}
