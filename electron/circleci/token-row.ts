import { z } from 'zod';

import type { ApiFailure } from '../../shared/domain/api-failure';
import { NO_ACCESS_LEVEL, NO_LABEL, type TokenKind, type TokenScope } from '../../shared/domain/token';
import { decodeWith } from '../../shared/ipc/decode';
import { err, ok, type Result } from '../../shared/result';
import { SecretValue } from '../credentials/secret-value';
import type { RemoteToken } from './client';
import { instant, known, listOf, text } from './wire';

/** A token as hosts of any age of the API write it, under every name that a field has had or might have. */
const wireToken = z.object({
  ...{ id: text, token: text, label: text, name: text, scope: text },
  ...{ access_level: text, 'access-level': text, accessLevel: text },
  ...{ time: instant, created_at: instant, 'created-at': instant, createdAt: instant },
  ...{ last_used_at: instant, 'last-used-at': instant, last_used: instant, 'last-used': instant },
  ...{ lastUsedAt: instant, expires_at: instant, 'expires-at': instant, expiresAt: instant, expiry: instant },
});

type WireToken = z.infer<typeof wireToken>;

const decodeOne = decodeWith(wireToken);
const decodeList = decodeWith(listOf(wireToken));

/** Reads a token list of any age of the API. Unknown fields are unknown; a full value is sealed in memory at once. */
export function readTokenRows(raw: unknown, kind: TokenKind): Result<readonly RemoteToken[], ApiFailure> {
  const rows = decodeList(raw);
  return rows === undefined
    ? err({ kind: 'unexpected-shape' })
    : ok(rows.map((row) => remoteToken(row, kind)));
}

/** Reads a single token, as the answer to a create has it. */
export function readTokenRow(raw: unknown, kind: TokenKind): RemoteToken | undefined {
  const row = decodeOne(raw);
  return row && remoteToken(row, kind);
}

function remoteToken(row: WireToken, kind: TokenKind): RemoteToken {
  return {
    label: row.label ?? row.name ?? NO_LABEL,
    ...(kind === 'project' ? projectScope(row) : personalScope(row)),
    ...valueIn(row),
    ...known({
      id: row.id,
      createdAt: row.time ?? row.created_at ?? row['created-at'] ?? row.createdAt,
      lastUsedAt:
        row.last_used_at ?? row['last-used-at'] ?? row.last_used ?? row['last-used'] ?? row.lastUsedAt,
      expiresAt: row.expires_at ?? row['expires-at'] ?? row.expiresAt ?? row.expiry,
    }),
  };
}

type Scoped = Pick<RemoteToken, 'scope' | 'rawScope'>;

const decodeProjectScope = decodeWith(z.enum(['all', 'view-builds', 'status']));

function projectScope({ scope: raw = '' }: WireToken): Scoped {
  const scope = decodeProjectScope(raw);
  return scope === undefined ? { scope: 'other', rawScope: raw } : { scope };
}

const PERSONAL_SCOPES: ReadonlyMap<string, TokenScope> = new Map([
  ['full', 'full'],
  ['admin', 'full'],
  ['all', 'full'],
  ['write', 'write'],
  ['read', 'read'],
]);

/** A personal token without an access level may be from before there were any: it counts as one that can do everything. */
function personalScope(row: WireToken): Scoped {
  const raw = row.access_level ?? row['access-level'] ?? row.accessLevel ?? row.scope;
  if (raw === undefined) return { scope: 'full', rawScope: NO_ACCESS_LEVEL };
  const scope = PERSONAL_SCOPES.get(raw.toLowerCase());
  return scope === undefined ? { scope: 'other', rawScope: raw } : { scope };
}

const FULL_VALUE = /^[\x21-\x7e]{20,200}$/;
const MASK = /[*•…]|\.\.\.|^x{3,}/i;

/** A masked value tells its last four at best; only a whole one is a value. */
function valueIn({ token: raw }: WireToken): Pick<RemoteToken, 'value' | 'lastFour'> {
  if (raw === undefined) return {};
  if (!MASK.test(raw) && FULL_VALUE.test(raw)) {
    const value = new SecretValue(raw);
    return { value, ...known({ lastFour: value.lastFour }) };
  }
  const lastFour = /[0-9A-Za-z]{4}$/.exec(raw)?.[0];
  return lastFour === undefined || /^x+$/i.test(lastFour) ? {} : { lastFour };
}
