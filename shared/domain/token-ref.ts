declare const brand: unique symbol;

/**
 * Names a token for as long as it lives: `tok_` and 32 hex digits, a digest of connection, kind, project and
 * CircleCI's id, or of a keyed hash of the value where the host gives no id. Safe to show, log and send.
 */
export type TokenRef = string & { readonly [brand]: 'TokenRef' };

const SHAPE = /^tok_[0-9a-f]{32}$/;

export function parseTokenRef(raw: unknown): TokenRef | undefined {
  return typeof raw === 'string' && SHAPE.test(raw) ? (raw as TokenRef) : undefined;
}
