import type { Journal } from './journal';

/**
 * The journal, which drops nothing before others remember what it can still tell them, and nothing where they do not. A run may begin while they are waited
 * for: the journal is told of the wait, so that it keeps what it takes until then.
 */
export const compactAfter = (journal: Journal, remembered: () => Promise<boolean>): Journal => ({
  ...journal,
  compact: (records) => journal.compact(records, remembered()),
});
