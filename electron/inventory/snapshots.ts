import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Coverage } from '../../shared/domain/coverage';
import type { Instant } from '../../shared/domain/instant';
import type { TokenRecord } from '../../shared/domain/token';
import { err, ok, type Result } from '../../shared/result';
import { writeAtomically } from '../files/write-atomically';

/** What one look at a connection found. Holds no value of any token. */
export interface Snapshot {
  readonly takenAt: Instant;
  readonly coverage: Coverage;
  readonly tokens: readonly TokenRecord[];
}

/** The last inventory of each connection on disk, and the two before it. */
export interface Snapshots {
  /** `undefined` where there is none; one that is not as it was written is set aside and counts as none. */
  readonly load: (connection: ConnectionId) => Promise<Snapshot | undefined>;
  /** `beside` keeps the ones before; `in-place` corrects the newest. */
  readonly save: (
    connection: ConnectionId,
    snapshot: Snapshot,
    how: 'beside' | 'in-place',
  ) => Promise<Result<null, 'disk'>>;
  readonly forget: (connection: ConnectionId) => Promise<void>;
}

const FORMAT = 'rekey inventory 1';
const OLDER = ['.1', '.2'] as const;
const SET_ASIDE = '.unreadable';

export function openSnapshots(folder: string): Snapshots {
  const pathOf = (connection: ConnectionId) => join(folder, `${connection}.inventory`);

  return {
    load: async (connection) => {
      const text = await readFile(pathOf(connection), 'utf8').catch(() => undefined);
      if (text === undefined) return undefined;
      const snapshot = decode(text);
      if (snapshot === undefined) await setAside(pathOf(connection));
      return snapshot;
    },
    save: async (connection, snapshot, how) => {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        if (how === 'beside') await keepOlder(pathOf(connection));
        await writeAtomically(pathOf(connection), encode(snapshot));
        return ok(null);
      } catch {
        return err('disk');
      }
    },
    forget: async (connection) => {
      const path = pathOf(connection);
      await Promise.all(['', ...OLDER, SET_ASIDE].map((suffix) => rm(path + suffix, { force: true })));
    },
  };
}

/**
 * One line that says what this is and what it adds up to, and one of JSON. A hundred thousand rows that are known to be the
 * ones that were written need not be looked at one by one when the app starts.
 */
function encode(snapshot: Snapshot): string {
  const body = JSON.stringify(snapshot);
  return `${FORMAT} ${digestOf(body)}\n${body}`;
}

function decode(text: string): Snapshot | undefined {
  const end = text.indexOf('\n');
  const body = text.slice(end + 1);
  if (end === -1 || text.slice(0, end) !== `${FORMAT} ${digestOf(body)}`) return undefined;
  return JSON.parse(body) as Snapshot;
}

const digestOf = (body: string) => createHash('sha256').update(body).digest('hex');

async function setAside(path: string): Promise<void> {
  await rename(path, path + SET_ASIDE).catch(() => undefined);
}

/** Moves each kept snapshot one place back. The newest is copied, so that at every instant there is one to start from. */
async function keepOlder(path: string): Promise<void> {
  await rename(path + OLDER[0], path + OLDER[1]).catch(() => undefined);
  await copyFile(path, path + OLDER[0]).catch(() => undefined);
}
