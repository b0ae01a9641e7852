import { foldText } from './compare-text';
import type { ConnectionId } from './connection-id';
import type { TokenKind, TokenRecord, TokenScope } from './token';

/**
 * A group of tokens by what they are, not by how old they are: who is in it does not change with time. What is absent is
 * not asked for; texts are found anywhere in the field, whatever their case.
 */
export interface TokenFilter {
  readonly connection?: ConnectionId;
  readonly kind?: TokenKind;
  readonly scopes?: readonly TokenScope[];
  readonly label?: string;
  readonly project?: string;
  /** `''`: no owner is known. */
  readonly owner?: string;
}

/** Whether a token is in the group. */
export function isIn(token: TokenRecord, filter: TokenFilter): boolean {
  const { connection, kind, scopes, label, project, owner } = filter;
  if (connection !== undefined && token.connection !== connection) return false;
  if (kind !== undefined && token.kind !== kind) return false;
  if (scopes !== undefined && !scopes.includes(token.scope)) return false;
  if (label !== undefined && !holds(token.label, label)) return false;
  if (project !== undefined && !holds(`${token.project ?? ''}\n${token.projectName ?? ''}`, project))
    return false;
  if (owner === '') return token.owner === undefined;
  return owner === undefined || holds(token.owner?.name ?? '', owner);
}

const holds = (text: string, part: string) => foldText(text).includes(foldText(part));
