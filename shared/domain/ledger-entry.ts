import type { Instant } from './instant';
import type { ProjectSlug } from './project-slug';
import type { TokenRef } from './token-ref';

/** What happened, as a closed union: no field that a secret could reach, save reasons, which are scrubbed. */
export interface LedgerFact {
  /**
   * A person let an old token be deleted though its checklist was open, kept one that was to be deleted, or closed a
   * rotation without knowing how its tokens stand.
   */
  readonly kind: 'checklist-overridden' | 'retirement-cancelled' | 'left-unproved';
  readonly token: TokenRef;
  readonly label: string;
  readonly project?: ProjectSlug;
  readonly reason: string;
}

/** One entry of the ledger, in a chain: each holds the SHA-256 (hex) of the line before it; the first, 64 zeros. */
export interface LedgerEntry {
  readonly number: number;
  readonly at: Instant;
  readonly before: string;
  readonly fact: LedgerFact;
}

const SECRET_SHAPES = /(?:CCI(?:PAT|PRJ)_[0-9A-Za-z]+_[0-9a-fA-F]+)|\b[0-9a-fA-F]{40}\b/gi;

/** A person's reason, without anything that has the form of a CircleCI token. */
export const scrub = (text: string): string => text.replace(SECRET_SHAPES, '[token removed]');
