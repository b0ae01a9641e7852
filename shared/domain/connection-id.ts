declare const brand: unique symbol;

/** Names a connection: `con_` and 16 hex digits. Never holds a credential. */
export type ConnectionId = string & { readonly [brand]: 'ConnectionId' };

const SHAPE = /^con_[0-9a-f]{16}$/;

export function parseConnectionId(raw: unknown): ConnectionId | undefined {
  return typeof raw === 'string' && SHAPE.test(raw) ? (raw as ConnectionId) : undefined;
}
