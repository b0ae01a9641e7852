import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { z } from 'zod';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Coverage } from '../../shared/domain/coverage';
import type { Instant } from '../../shared/domain/instant';
import type { TokenRecord } from '../../shared/domain/token';
import type { Result } from '../../shared/result';
import { jsonFile } from '../files/json-file';
import { coverage, tokenRecord } from './inventory-schema';

/** What one look at a connection found. Holds no value of any token. */
export interface Snapshot {
  readonly takenAt: Instant;
  readonly coverage: Coverage;
  readonly tokens: readonly TokenRecord[];
}

/** The last inventory of each connection on disk, and the two before it. */
export interface Snapshots {
  /** `undefined` where there is none; one that cannot be read is set aside and counts as none. */
  readonly load: (connection: ConnectionId) => Promise<Snapshot | undefined>;
  /** `beside` keeps the ones before; `in-place` corrects the newest. */
  readonly save: (
    connection: ConnectionId,
    snapshot: Snapshot,
    how: 'beside' | 'in-place',
  ) => Promise<Result<null, 'disk'>>;
  readonly forget: (connection: ConnectionId) => Promise<void>;
}

const FORMAT = z.strictObject({
  format: z.literal(1),
  takenAt: z.number().int(),
  coverage,
  tokens: z.array(tokenRecord),
});

const OLDER = ['.1', '.2'] as const;

export function openSnapshots(folder: string): Snapshots {
  const pathOf = (connection: ConnectionId) => join(folder, `${connection}.json`);
  const fileOf = (connection: ConnectionId) =>
    jsonFile(pathOf(connection), FORMAT, `${pathOf(connection)}.unreadable`);

  return {
    load: async (connection) => {
      const read = await fileOf(connection).read();
      if (!read.ok || read.value === undefined) return undefined;
      const { takenAt, coverage, tokens } = read.value;
      return { takenAt, coverage, tokens };
    },
    save: async (connection, { takenAt, coverage, tokens }, how) => {
      await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined);
      if (how === 'beside') await keepOlder(pathOf(connection));
      return fileOf(connection).write({ format: 1, takenAt, coverage: { ...coverage }, tokens: [...tokens] });
    },
    forget: async (connection) => {
      const path = pathOf(connection);
      await Promise.all(
        [path, ...OLDER.map((suffix) => path + suffix)].map((name) => rm(name, { force: true })),
      );
    },
  };
}

/** Moves each kept snapshot one place back. The newest is copied, so that at every instant there is one to start from. */
async function keepOlder(path: string): Promise<void> {
  await rename(path + OLDER[0], path + OLDER[1]).catch(() => undefined);
  await copyFile(path, path + OLDER[0]).catch(() => undefined);
}
