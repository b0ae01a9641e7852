import type { AccountsView } from './accounts';
import type { Attestation } from './attestation';
import type { AuditConflict } from './audit-log';
import type { CheckoutKeys } from './checkout-key';
import type { Instant } from './instant';
import type { TokenRecord } from './token';
import type { TokenRef } from './token-ref';

/** Where a name of a person comes from. */
export const NAME_SOURCES = [
  'connection',
  'token',
  'register',
  'audit-log',
  'checkout-key',
  /** An account that CircleCI lists, of which a person said that it is somebody. */
  'collaborations',
  'by-hand',
] as const;
export type NameSource = (typeof NAME_SOURCES)[number];

/** A name, as a source has it. */
export interface SeenName {
  readonly name: string;
  readonly source: NameSource;
}

/** A person said that two names are one person's. */
export interface Alias {
  readonly person: string;
  readonly alias: string;
}

/** Somebody, under the name that they are known by, with what is known to be theirs. */
export interface PersonFacts {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly sources: readonly NameSource[];
  readonly tokens: number;
  readonly keys: number;
}

/** The last import of an audit log. */
export interface LogImport {
  readonly file: string;
  readonly at: Instant;
  readonly taken: number;
}

/** All that the page shows of the people of a connection. */
export interface PeopleView {
  readonly people: readonly PersonFacts[];
  /** Names so alike that they may be one person's: for a person to judge. */
  readonly alike: readonly Alias[];
  /** Personal tokens that only the register knows of. */
  readonly registered: readonly TokenRecord[];
  readonly attestations: readonly Attestation[];
  readonly conflicts: readonly AuditConflict[];
  /** Of all; those beyond the first are only counted. */
  readonly conflictCount: number;
  readonly imports: readonly LogImport[];
  readonly keys?: Pick<CheckoutKeys, 'readAt' | 'projects' | 'read'> & { readonly nameless: number };
  /** Absent where they were never read. */
  readonly accounts?: AccountsView;
}

/** The file that told who made a token. */
export interface OwnerSource {
  readonly ref: TokenRef;
  readonly owner: string;
  readonly file: string;
  readonly at: Instant;
}

/** `ledger`: it could not be written down, and is not so. */
export type PeopleFailure = {
  readonly kind:
    | 'no-such-connection'
    | 'no-such-person'
    | 'same-person'
    | 'no-such-account'
    | 'no-such-token'
    | 'storage'
    | 'ledger';
};

export const MOST_CONFLICTS = 1_000;
export const LONGEST_NAME = 200;
