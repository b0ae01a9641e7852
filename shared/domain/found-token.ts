import type { ConnectionId } from './connection-id';
import type { TokenKind, TokenRecord } from './token';
import type { NotProvable } from './value-check';

declare const brand: unique symbol;

/** Names a value that was found, for as long as Rekey holds it in memory: `fnd_` and 32 hex digits. Not made from the value. */
export type FoundId = string & { readonly [brand]: 'FoundId' };

const SHAPE = /^fnd_[0-9a-f]{32}$/;

export function parseFoundId(raw: unknown): FoundId | undefined {
  return typeof raw === 'string' && SHAPE.test(raw) ? (raw as FoundId) : undefined;
}

/** `legacy`: forty hex digits, which do not tell of which kind the token is, or whether they are one. */
export type TokenForm = 'legacy' | TokenKind;

/** The kind that a form tells; nothing for the one that tells none. */
export const kindOfForm = (form: TokenForm): TokenKind | undefined => (form === 'legacy' ? undefined : form);

/**
 * A token of the inventory that a found value may be. `value`: its keyed hash is the same. `id`: the value carries the id of
 * the token. `last-four`: a hint, which is wrong by chance once in 65,536.
 */
export interface FoundMatch {
  readonly token: TokenRecord;
  readonly by: 'value' | 'id' | 'last-four';
}

/** What a host said of a value when it was used, by the connection whose host that was. */
export type Life =
  | { readonly kind: 'not-asked' }
  | {
      readonly kind: 'works';
      readonly connection: ConnectionId;
      readonly is: TokenKind;
      /** Of a personal token, where the host said whose it is. */
      readonly login?: string;
    }
  | { readonly kind: 'not-provable'; readonly connection: ConnectionId; readonly why: NotProvable }
  | { readonly kind: 'refused' | 'undecided'; readonly connection: ConnectionId };

/** A value that was found, without the value. */
export interface FoundToken {
  readonly id: FoundId;
  readonly form: TokenForm;
  readonly lastFour: string;
  readonly matches: readonly FoundMatch[];
  readonly life: Life;
}

/** The token that a value certainly is; nothing where there are only hints. */
export const certainMatch = ({ matches }: Pick<FoundToken, 'matches'>): FoundMatch | undefined =>
  matches.find(({ by }) => by !== 'last-four');

/** What is known in the end, in one word. A hint decides nothing; neither does an account whose token cannot be told. */
export type FoundOutcome = 'located' | 'not-ours' | 'refused' | 'not-provable' | 'undecided';

export function outcomeOf(found: FoundToken, ownLogin: string): FoundOutcome {
  const { life, matches } = found;
  if (life.kind === 'not-asked') return 'undecided';
  if (life.kind !== 'works') return life.kind;
  if (certainMatch(found) !== undefined) return 'located';
  const mayBeOurs = matches.length > 0 || life.login === ownLogin;
  return mayBeOurs ? 'undecided' : 'not-ours';
}
