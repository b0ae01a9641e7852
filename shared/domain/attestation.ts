import { DAY_MS, type Instant } from './instant';
import type { TokenRecord } from './token';
import type { TokenRef } from './token-ref';

export const ATTESTED = ['kept', 'deleted', 'rotated'] as const;
export type Attested = (typeof ATTESTED)[number];

/** What somebody was asked about a personal token that only they can see, and what they said. */
export interface Attestation {
  readonly ref: TokenRef;
  readonly askedAt: Instant;
  readonly answer?: { readonly at: Instant; readonly by: string; readonly said: Attested };
}

const LONGEST_DAYS = 365;
/** Since this year CircleCI gives new personal tokens a year at most. */
const RULE_SINCE = Date.UTC(2026, 0, 1);

/**
 * When a personal token ends at the latest, whatever its owner says: its own expiry, or CircleCI's year. `undefined` where
 * neither can be relied on, as for tokens of before the rule.
 */
export function latestEnd({ createdAt, expiresAt }: TokenRecord): Instant | undefined {
  if (expiresAt !== undefined) return expiresAt;
  return createdAt !== undefined && createdAt >= RULE_SINCE ? createdAt + LONGEST_DAYS * DAY_MS : undefined;
}
