/** Leavers and their checklists. */
export const leaverCalls = {} as const;
