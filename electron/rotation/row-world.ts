import type { ApiFailure } from '../../shared/domain/api-failure';
import type { Destination } from '../../shared/domain/destination';
import type { Instant } from '../../shared/domain/instant';
import type { RowId } from '../../shared/domain/rotation-run';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { ValueCheck } from '../../shared/domain/value-check';
import type { Result } from '../../shared/result';
import type { CreatedToken, CreateFailure, DeleteKey, RemoteToken } from '../circleci/client';
import type { SecretValue } from '../credentials/secret-value';
import type { Vault } from '../credentials/vault';
import type { Sink } from '../delivery/sink';
import type { Row } from './row';
import type { RowEvent } from './row-event';

/** A token of a fresh list, with the ref that it goes by here; none where the host gives nothing to tell it by. */
export interface ListedToken {
  readonly ref: TokenRef | undefined;
  readonly token: RemoteToken;
  /** True for a personal token that is, or may be, the one that the connection works with now. */
  readonly mayBeOwn: boolean;
}

/** What a list held, and what is not in it although a reading showed it before and nobody has answered for it since. */
export interface Reading {
  readonly tokens: readonly ListedToken[];
  readonly missing: readonly TokenRef[];
}

/** The list that a row's token is in, whether a project's or the account's own. It is read afresh every time. */
export interface TokenList {
  readonly read: () => Promise<Result<Reading, ApiFailure>>;
  /** Every token that was ever seen in the list, by whatever reading. */
  readonly known: () => Promise<readonly TokenRef[]>;
  readonly create: (
    label: string,
  ) => Promise<Result<CreatedToken & { readonly ref: TokenRef | undefined }, CreateFailure>>;
  /** `ref` is that of the token that `key` names: it will not be missed. */
  readonly remove: (key: DeleteKey, ref: TokenRef) => Promise<Result<null, ApiFailure>>;
  /** A token that is believed to be gone is missed no longer. */
  readonly foundGone: (ref: TokenRef) => Promise<void>;
  /** Notes what the row could not be sure without. */
  readonly doubt: (missing: readonly TokenRef[]) => Promise<void>;
  /** A person was told of the row's doubt, and goes on: what was missing then is missed no longer. */
  readonly answered: () => Promise<void>;
  readonly check: (value: SecretValue) => Promise<ValueCheck>;
}

/** Journals an event and answers with the row after it. Rejects with `JournalUnwritable` when it is not on disk. */
export type RecordEvent = (row: Row, event: RowEvent) => Promise<Row>;

/** All that one row needs of the world. */
export interface RowWorld {
  readonly list: TokenList;
  readonly vault: Vault;
  readonly sinkFor: (destination: Destination) => Sink;
  readonly record: RecordEvent;
  /** What the connection works with now: another object whenever that has changed. */
  readonly ground: () => object | undefined;
  /** True for a new token that a row has sealed: it is nobody's orphan. */
  readonly isMade: (ref: TokenRef) => boolean;
  /** True for a token of which a person said that it is not of Rekey's making. */
  readonly isExplained: (ref: TokenRef) => boolean;
  /** The item that a token was created for, where own changes know it. */
  readonly madeFor: (ref: TokenRef) => RowId | undefined;
  /** True where it is certain that a listed token has this value. */
  readonly isValueOf: (token: RemoteToken, value: SecretValue) => boolean;
  /** False once a person paused or stopped the run: an item that has sent no create yet then stays planned. */
  readonly mayCreate: () => boolean;
  readonly now: () => Instant;
  readonly overlapMs: number;
  /** Called when the new value is proved, once or more: what is known of the old token's consumers is now the new one's. */
  readonly succeeded: (row: Row) => Promise<void>;
}

/** Thrown when an event could not be journalled: the effect that it announces must then not happen. */
export class JournalUnwritable extends Error {}

/** How a delete names a listed token; nothing where the host gives neither id nor value. */
export function keyOf({ id, value }: RemoteToken): DeleteKey | undefined {
  if (id !== undefined) return { by: 'id', id };
  return value === undefined ? undefined : { by: 'value', value };
}
