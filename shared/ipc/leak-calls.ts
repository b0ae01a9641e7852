/** Tokens that were found where they should not be. */
export const leakCalls = {} as const;
