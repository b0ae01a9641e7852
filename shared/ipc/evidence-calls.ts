import { z } from 'zod';

import { FACT_GROUPS } from '../domain/fact-groups';
import {
  MAX_LEDGER_PAGE,
  type LedgerExport,
  type LedgerFailure,
  type LedgerPage,
  type LedgerState,
} from '../domain/ledger-state';
import { call, object } from './call';
import { nothing } from './decode';

/** The ledger, reports, signatures and the calendar. */
export const evidenceCalls = {
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
