import { createHash, createHmac } from 'node:crypto';

import { uuidOf } from '../../shared/domain/circleci-id';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenKind } from '../../shared/domain/token';
import { parseTokenRef, type TokenRef } from '../../shared/domain/token-ref';
import type { RemoteToken } from '../circleci/client';
import type { SecretValue } from '../credentials/secret-value';

/** Where a token was listed: at which host, by which connection, in which list. */
export interface TokenPlace {
  /** The host's address. */
  readonly host: string;
  readonly connection: ConnectionId;
  readonly kind: TokenKind;
  readonly project: ProjectSlug | undefined;
}

type Identified = Partial<RemoteToken>;

/**
 * The ref of a listed token. CircleCI's UUID of the token and the host's address are enough, whoever lists it and whatever the
 * project is called now; so is a hash of its value under the host's key. An id that is no UUID counts within its list
 * only. `undefined` where the host gives neither: such a row cannot be told from its neighbours.
 */
export function refOf(place: TokenPlace, token: Identified, hostKey: SecretValue): TokenRef | undefined {
  const { host, kind } = place;
  if (token.id !== undefined) {
    const uuid = uuidOf(token.id);
    if (uuid !== undefined) return digestRef([host, 'token', uuid]);
    return digestRef([host, kind, listOf(place), 'id', token.id]);
  }
  if (token.value === undefined) return undefined;
  return digestRef([host, 'value', keyedHash(token.value, hostKey)]);
}

/** The ref of a row that the host gives neither id nor value for, told apart by its position among equal rows of its list. */
export function refByPosition(place: TokenPlace, token: RemoteToken, position: number): TokenRef {
  const { host, kind } = place;
  return digestRef([host, kind, listOf(place), 'row', token.scope, token.label, String(position)]);
}

/** The ref of a personal token entered by hand; `nonce` makes two equal entries two. */
export function refByHand(connection: ConnectionId, nonce: string): TokenRef {
  return digestRef([connection, 'personal', '', 'by-hand', nonce]);
}

/** The ref that a token had before refs were host-wide: it hung on connection and slug, and on the connection's own key. */
export function formerRefOf(
  { connection, kind, project }: Omit<TokenPlace, 'host'>,
  token: Identified,
  connectionKey: SecretValue | undefined,
): TokenRef | undefined {
  const parts = [connection, kind, project ?? ''];
  if (token.id !== undefined) return digestRef([...parts, 'id', token.id]);
  if (token.value === undefined || connectionKey === undefined) return undefined;
  return digestRef([...parts, 'value', keyedHash(token.value, connectionKey)]);
}

/** A project's list is the project's, whoever reads it; an account's own list is its connection's. */
const listOf = ({ project, connection }: TokenPlace): string => project ?? connection;

const keyedHash = (value: SecretValue, key: SecretValue) =>
  createHmac('sha256', key.reveal()).update(value.reveal()).digest('hex');

function digestRef(parts: readonly string[]): TokenRef {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  const ref = parseTokenRef(`tok_${digest}`);
  if (ref === undefined) throw new Error('a digest is always a ref');
  return ref;
}
