import { z } from 'zod';

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
} as const;
