/** The ledger, reports, signatures and the calendar. */
export const evidenceCalls = {} as const;
