/** The policy in force, and exceptions from it. */
export const policyCalls = {} as const;
