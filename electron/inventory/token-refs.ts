import { createHash, createHmac } from 'node:crypto';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenKind } from '../../shared/domain/token';
import { parseTokenRef, type TokenRef } from '../../shared/domain/token-ref';
import type { RemoteToken } from '../circleci/client';
import type { SecretValue } from '../credentials/secret-value';

/** Where a token stands: the parts that, with its id, name it for good. */
export interface TokenPlace {
  readonly connection: ConnectionId;
  readonly kind: TokenKind;
  readonly project: ProjectSlug | undefined;
}

/**
 * The ref of a listed token: from CircleCI's id, or from a keyed hash of the value where the host gives no id.
 * `undefined` where the host gives neither: such a row cannot be told from its neighbours.
 */
export function refOf(place: TokenPlace, token: RemoteToken, hashKey: SecretValue): TokenRef | undefined {
  if (token.id !== undefined) return digestRef([...partsOf(place), 'id', token.id]);
  if (token.value === undefined) return undefined;
  const keyed = createHmac('sha256', hashKey.reveal()).update(token.value.reveal()).digest('hex');
  return digestRef([...partsOf(place), 'value', keyed]);
}

/** The ref of a row that the host gives neither id nor value for, told apart by its place among equal rows. */
export function refByPosition(place: TokenPlace, token: RemoteToken, position: number): TokenRef {
  return digestRef([...partsOf(place), 'row', token.scope, token.label, String(position)]);
}

/** The ref of a personal token entered by hand; `nonce` makes two equal entries two. */
export function refByHand(connection: ConnectionId, nonce: string): TokenRef {
  return digestRef([connection, 'personal', '', 'by-hand', nonce]);
}

const partsOf = ({ connection, kind, project }: TokenPlace) => [connection, kind, project ?? ''];

function digestRef(parts: readonly string[]): TokenRef {
  const digest = createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
  const ref = parseTokenRef(`tok_${digest}`);
  if (ref === undefined) throw new Error('a digest is always a ref');
  return ref;
}
