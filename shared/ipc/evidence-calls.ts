import { z } from 'zod';

import { FACT_GROUPS } from '../domain/fact-groups';
import {
  MAX_LEDGER_PAGE,
  type LedgerExport,
  type LedgerFailure,
  type LedgerPage,
  type LedgerState,
} from '../domain/ledger-state';
import {
  MOST_REFS_SHOWN,
  REPORT_FORMS,
  type ReportFailure,
  type ReportPreview,
  type ReportRequest,
  type WrittenReport,
} from '../domain/report-request';
import { LONGEST_QUERY } from '../domain/saved-view';
import { call, instant, object } from './call';
import { connectionId, decodeWith, nothing, runId, tokenRef } from './decode';

const scope = z.union([z.literal('all'), connectionId]);
const time = { from: instant, to: instant };
const shown = z.strictObject({
  query: z.string().trim().min(1).max(LONGEST_QUERY),
  refs: z
    .array(tokenRef)
    .max(MOST_REFS_SHOWN)
    .refine((refs) => new Set(refs).size === refs.length),
});

/** A report that a person asked for; what ends before it begins is none. */
export const reportRequest: z.ZodType<ReportRequest> = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('review'),
      connection: scope,
      ...time,
      shown: shown.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('rotation'),
      connection: scope,
      ...time,
      run: runId.exactOptional(),
    }),
    z.strictObject({ kind: z.literal('incident'), connection: scope, before: instant }),
    z.strictObject({ kind: z.literal('leaver'), leaver: z.string().regex(/^[0-9a-z_]{1,80}$/) }),
  ])
  .refine((asked) => !('from' in asked) || asked.from <= asked.to);

const forms = z
  .array(z.enum(REPORT_FORMS))
  .min(1)
  .refine((some) => new Set(some).size === some.length)
  .readonly();

/** The ledger, reports, signatures and the calendar. */
export const evidenceCalls = {
  /** What a report would carry, worked out anew. */
  'report:preview': call<ReportPreview, ReportFailure>()(decodeWith(reportRequest)),
  /** Writes a pack into a folder that the person chooses in main's own dialog. */
  'report:write': call<WrittenReport, ReportFailure>()(object({ request: reportRequest, forms })),
  /** Stops the writing under way; what was written of it is removed. */
  'report:cancel': call<null>()(nothing),
  /** Main's own dialogs name the files. */
  'report:public-key': call<{ readonly fingerprint: string }, ReportFailure>()(nothing),
  'calendar:export': call<{ readonly dates: number }, ReportFailure>()(object({ connection: scope })),
  /** Entries that a query found, the newest first. */
  'ledger:page': call<LedgerPage>()(
    object({
      words: z.string().max(200),
      group: z.enum(FACT_GROUPS).exactOptional(),
      from: z.number().int().min(0),
      most: z.number().int().min(1).max(MAX_LEDGER_PAGE),
    }),
  ),
  /** Reads every line anew; how far it has come is told meanwhile. */
  'ledger:verify': call<LedgerState>()(nothing),
  /** Main's own dialog names the file. */
  'ledger:export': call<LedgerExport, LedgerFailure>()(nothing),
  /** Sets a ledger aside that is not whole, after a question of main's own. */
  'ledger:start-new': call<LedgerState, LedgerFailure>()(nothing),
} as const;
