import type { ApiFailure } from '../../shared/domain/api-failure';
import { NO_LABEL, type TokenKind, type TokenScope } from '../../shared/domain/token';
import { err, ok, type Result } from '../../shared/result';
import { SecretValue } from '../credentials/secret-value';
import type { RemoteToken } from './client';
import { instantIn, rowsOf, textIn, type LooseRow } from './loose-row';

/** Reads a token list of any age of the API. Unknown fields are unknown; a full value is sealed in memory at once. */
export function readTokenRows(raw: unknown, kind: TokenKind): Result<readonly RemoteToken[], ApiFailure> {
  const rows = rowsOf(raw);
  return rows === undefined
    ? err({ kind: 'unexpected-shape' })
    : ok(rows.map((row) => readTokenRow(row, kind)));
}

export function readTokenRow(row: LooseRow, kind: TokenKind): RemoteToken {
  const id = textIn(row, 'id');
  const { value, lastFour } = valueIn(row);
  const createdAt = instantIn(row, 'time', 'created_at', 'created-at', 'createdAt');
  const lastUsedAt = instantIn(row, 'last_used_at', 'last-used-at', 'last_used', 'last-used', 'lastUsedAt');
  const expiresAt = instantIn(row, 'expires_at', 'expires-at', 'expiresAt', 'expiry');
  return {
    label: textIn(row, 'label', 'name') ?? NO_LABEL,
    ...(kind === 'project' ? projectScope(row) : personalScope(row)),
    ...(id !== undefined && { id }),
    ...(value !== undefined && { value }),
    ...(lastFour !== undefined && { lastFour }),
    ...(createdAt !== undefined && { createdAt }),
    ...(lastUsedAt !== undefined && { lastUsedAt }),
    ...(expiresAt !== undefined && { expiresAt }),
  };
}

type Scoped = Pick<RemoteToken, 'scope' | 'rawScope'>;

const PROJECT_SCOPES: Readonly<Record<string, TokenScope>> = {
  all: 'all',
  'view-builds': 'view-builds',
  status: 'status',
};

function projectScope(row: LooseRow): Scoped {
  const raw = textIn(row, 'scope') ?? '';
  const scope = Object.hasOwn(PROJECT_SCOPES, raw) ? PROJECT_SCOPES[raw] : undefined;
  return scope === undefined ? { scope: 'other', rawScope: raw } : { scope };
}

const PERSONAL_SCOPES: Readonly<Record<string, TokenScope>> = {
  full: 'full',
  admin: 'full',
  all: 'full',
  write: 'write',
  read: 'read',
};

/** A personal token without an access level is from before there were any, and can do everything. */
function personalScope(row: LooseRow): Scoped {
  const raw = textIn(row, 'access_level', 'access-level', 'accessLevel', 'scope');
  if (raw === undefined) return { scope: 'full' };
  const known = raw.toLowerCase();
  const scope = Object.hasOwn(PERSONAL_SCOPES, known) ? PERSONAL_SCOPES[known] : undefined;
  return scope === undefined ? { scope: 'other', rawScope: raw } : { scope };
}

const FULL_VALUE = /^[\x21-\x7e]{20,200}$/;
const MASK = /[*•…]|\.\.\.|^x{3,}/i;

/** A masked value tells its last four at best; only a whole one is a value. */
function valueIn(row: LooseRow): { readonly value?: SecretValue; readonly lastFour?: string } {
  const raw = textIn(row, 'token');
  if (raw === undefined) return {};
  if (!MASK.test(raw) && FULL_VALUE.test(raw)) {
    const value = new SecretValue(raw);
    return value.lastFour === undefined ? { value } : { value, lastFour: value.lastFour };
  }
  const lastFour = /[0-9A-Za-z]{4}$/.exec(raw)?.[0];
  return lastFour === undefined || /^x+$/i.test(lastFour) ? {} : { lastFour };
}
