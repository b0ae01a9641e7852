import { scrub } from '../../../shared/domain/ledger-entry';
import {
  isReconciled,
  type Report,
  type ReportBody,
  type ReportCell,
  type ReportParameters,
} from '../../../shared/domain/report';

/** Nothing shorter has the form of a token. */
const SHORTEST_SECRET = 10;

const clean = (text: string) => (text.length < SHORTEST_SECRET ? text : scrub(text));
const cleanCell = (cell: ReportCell) => (typeof cell === 'string' ? clean(cell) : cell);

/**
 * The report as it is written: with its parameters, and with every text that came from outside, or from a person, rid of what
 * has the form of a token.
 */
export function finishReport(body: ReportBody, parameters: ReportParameters): Report {
  const { organisation, account, madeBy, host, filter, policy, riskAnalysis } = parameters;
  return {
    format: 'rekey-report-1',
    ...body,
    title: clean(body.title),
    verdict: { ...body.verdict, sentence: clean(body.verdict.sentence) },
    isReconciled: isReconciled(body.totals),
    parameters: {
      ...parameters,
      organisation: clean(organisation),
      account: clean(account),
      madeBy: clean(madeBy),
      host: clean(host),
      filter: clean(filter),
      policy: clean(policy),
      ...(riskAnalysis !== undefined && { riskAnalysis: clean(riskAnalysis) }),
    },
    unread: body.unread.map(({ what, why }) => ({ what: clean(what), why: clean(why) })),
    sections: body.sections.map((section) => ({
      ...section,
      rows: section.rows.map((row) => row.map(cleanCell)),
    })),
  };
}
