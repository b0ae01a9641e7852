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

/**
 * Writes a fact down a little later, in order with all others: for what has happened anyway, now or at an instant. Nothing waits
 * for it.
 */
export type NoteSoon = (fact: LedgerFact, connection?: ConnectionId, at?: Instant) => void;

/** What happened some time ago. */
export interface PastFact {
  readonly fact: LedgerFact;
  readonly at: Instant;
  readonly connection: ConnectionId;
}

/** Whatever remembers deeds more surely than the ledger: it hears all entries, and then says what is missing, in order. */
export interface LedgerMemory {
  readonly heard: (entry: LedgerEntry) => void;
  readonly missing: () => readonly PastFact[];
}

const SECRET_SHAPES = /CCI(?:PAT|PRJ)_[0-9A-Z]+_[0-9A-F]+|(?<![0-9A-F])[0-9A-F]{40}(?![0-9A-F])/gi;

/** What shows nothing, and could stand in the middle of a token. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/gu;

const withoutTokens = (text: string) => text.replace(SECRET_SHAPES, '[token removed]');

/** A person's text, without anything that has the form of a CircleCI token, or would have it without what shows nothing. */
export function scrub(text: string): string {
  const scrubbed = withoutTokens(text);
  const plain = scrubbed.replace(UNSEEN, '');
  const again = withoutTokens(plain);
  return again === plain ? scrubbed : again;
}
