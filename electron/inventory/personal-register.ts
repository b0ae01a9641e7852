import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';

import { z } from 'zod';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Instant } from '../../shared/domain/instant';
import type { RegisterEntry } from '../../shared/domain/inventory';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import { err, ok, type Result } from '../../shared/result';
import { jsonFile } from '../files/json-file';
import { oneAtATime } from '../files/one-at-a-time';
import { tokenRecord } from './token-record-schema';
import { refByHand } from './token-refs';

/** Personal tokens that the host would not list, as people told Rekey of them. */
export interface PersonalRegister {
  readonly entriesOf: (connection: ConnectionId) => readonly TokenRecord[];
  readonly add: (
    connection: ConnectionId,
    entry: RegisterEntry,
    now: Instant,
  ) => Promise<Result<TokenRecord, 'storage'>>;
  /** All of them, or none where they cannot be kept. */
  readonly addAll: (
    connection: ConnectionId,
    added: readonly RegisterEntry[],
    now: Instant,
  ) => Promise<Result<readonly TokenRecord[], 'storage'>>;
  readonly remove: (
    connection: ConnectionId,
    ref: TokenRef,
  ) => Promise<Result<null, 'no-such-entry' | 'storage'>>;
  readonly forget: (connection: ConnectionId) => Promise<void>;
}

const FORMAT = z.strictObject({ format: z.literal(1), entries: z.array(tokenRecord) });

/** `isRemembered` tells which connections are remembered: the demo's entries live in memory only. */
export async function openPersonalRegister(
  path: string,
  isRemembered: (connection: ConnectionId) => boolean,
  randomId: () => string,
): Promise<PersonalRegister> {
  const file = jsonFile(path, FORMAT);
  const read = await file.read();
  let entries: readonly TokenRecord[] = read.ok && read.value !== undefined ? read.value.entries : [];

  // Each change is made to what the one before it left.
  const inOrder = oneAtATime();
  const replace = async (next: readonly TokenRecord[]): Promise<boolean> => {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 }).catch(() => undefined);
    const remembered = next.filter(({ connection }) => isRemembered(connection));
    const written = await file.write({ format: 1, entries: remembered });
    if (written.ok) entries = next;
    return written.ok;
  };

  return {
    entriesOf: (connection) => entries.filter((entry) => entry.connection === connection),
    add: (connection, entry, now) =>
      inOrder(async () => {
        const record = recordByHand(connection, entry, now, randomId());
        return (await replace([...entries, record])) ? ok(record) : err('storage');
      }),
    addAll: (connection, added, now) =>
      inOrder(async () => {
        const records = added.map((entry) => recordByHand(connection, entry, now, randomId()));
        return (await replace([...entries, ...records])) ? ok(records) : err('storage');
      }),
    remove: (connection, ref) =>
      inOrder(async () => {
        const rest = entries.filter((entry) => entry.connection !== connection || entry.ref !== ref);
        if (rest.length === entries.length) return err('no-such-entry');
        return (await replace(rest)) ? ok(null) : err('storage');
      }),
    forget: (connection) =>
      inOrder(async () => {
        await replace(entries.filter((entry) => entry.connection !== connection));
      }),
  };
}

function recordByHand(
  connection: ConnectionId,
  { label, owner, createdAt, expiresAt }: RegisterEntry,
  now: Instant,
  nonce: string,
): TokenRecord {
  return {
    ref: refByHand(connection, nonce),
    connection,
    kind: 'personal',
    scope: 'other',
    rawScope: 'unknown',
    label,
    owner: { name: owner, source: 'by-hand' },
    ...(createdAt !== undefined && { createdAt }),
    ...(expiresAt !== undefined && { expiresAt }),
    firstSeenAt: now,
    source: 'by-hand',
  };
}
