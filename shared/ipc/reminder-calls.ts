/** What became due while nobody looked. */
export const reminderCalls = {} as const;
