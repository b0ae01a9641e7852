/** People, owners, the audit log, and what others attested. */
export const peopleCalls = {} as const;
