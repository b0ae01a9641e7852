import { z } from 'zod';

import { REPORT_KINDS } from '../../../shared/domain/report';

const count = z.int().min(0);
const digest = z.string().regex(/^[0-9a-f]{64}$/);
const moment = z.int().describe('Milliseconds since 1970-01-01T00:00:00Z.');

const column = z.strictObject({
  id: z.string(),
  title: z.string(),
  holds: z.enum(['text', 'number', 'instant']).describe('How the cells of this column are read.'),
  isDay: z.literal(true).optional().describe('An instant of which a page shows the day only.'),
  isDetail: z.literal(true).optional().describe('Left out on printed pages.'),
});

const section = z.strictObject({
  id: z.string(),
  title: z.string(),
  note: z.string().optional(),
  isTable: z
    .literal(true)
    .optional()
    .describe('In a file of its own, named after the id, among the CSV files.'),
  columns: z.array(column).min(1),
  rows: z
    .array(z.array(z.union([z.string(), z.number(), z.null()])))
    .describe('One cell a column; null: not known.'),
});

const parameters = z.strictObject({
  organisation: z.string(),
  account: z.string().describe('The account at CircleCI whose eyes Rekey looked with.'),
  madeBy: z.string().describe('The user of the computer that the report was made on.'),
  host: z.string(),
  from: moment,
  to: moment,
  madeAt: moment,
  filter: z.string().describe('The filter in force; empty: everything.'),
  policy: z.string(),
  policyHash: digest,
  riskAnalysis: z.string().optional(),
  appVersion: z.string(),
  ledger: z
    .strictObject({ entries: count, head: digest })
    .describe('Where the ledger ended when the report was made.'),
});

/** The published form of a report as JSON: `docs/schemas/rekey-report-1.schema.json` is made from it. */
export const reportSchema = z
  .strictObject({
    format: z.literal('rekey-report-1'),
    kind: z.enum(REPORT_KINDS),
    title: z.string(),
    verdict: z.strictObject({ isMet: z.boolean(), sentence: z.string() }),
    isReconciled: z.boolean().describe('True where every total has the same count at its source.'),
    parameters,
    coverage: z.strictObject({ read: count, projects: count, isComplete: z.boolean() }),
    unread: z.array(z.strictObject({ what: z.string(), why: z.string() })),
    totals: z.array(z.strictObject({ what: z.string(), atSource: count, inReport: count })),
    sections: z.array(section),
  })
  .describe('A report of Rekey, form 1. It holds no token: the last four characters at most.');
