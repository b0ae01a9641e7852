import type { ConnectionId } from './connection-id';
import type { Instant } from './instant';
import type { LedgerFact } from './ledger-fact';
import type { Result } from '../result';

/** Who did it: the account at CircleCI, where one was concerned, and the user of this computer. */
export interface Actor {
  readonly login?: string;
  readonly osUser: string;
}

/** One entry of the ledger, in a chain: each holds the SHA-256 (hex) of the line before it; the first, 64 zeros. */
export interface LedgerEntry {
  readonly number: number;
  readonly at: Instant;
  readonly before: string;
  /** Absent in entries of before Rekey wrote down who. */
  readonly actor?: Actor;
  readonly connection?: ConnectionId;
  readonly fact: LedgerFact;
}

/** Where a chain ends: how many entries it has, and the digest of the last. */
export interface LedgerHead {
  readonly entries: number;
  readonly head: string;
}

/** Writes a fact down, of a connection or of Rekey as a whole; answers when it is on disk. */
export type NoteFact = (fact: LedgerFact, connection?: ConnectionId) => Promise<Result<null, 'unwritable'>>;

// Letters may stand around a value: `ci_token_` and forty hex digits hold one too. A digest of 64 digits is none.
const SECRET_SHAPES = /CCI(?:PAT|PRJ)_[0-9a-z]+_[0-9a-f]+|(?<![0-9a-f])[0-9a-f]{40}(?![0-9a-f])/gi;

/** A person's reason, without anything that has the form of a CircleCI token. */
export const scrub = (text: string): string => text.replace(SECRET_SHAPES, '[token removed]');
