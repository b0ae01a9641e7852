import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Sighting } from '../../shared/domain/drift';
import type { LookFacts } from '../../shared/domain/drift-report';
import type { Instant } from '../../shared/domain/instant';
import { err, ok, type Result } from '../../shared/result';
import { setAside } from '../files/set-aside';
import { writeAtomically } from '../files/write-atomically';
import { keepOlder, keepOriginal, olderPathsOf } from './kept-files';
import { decodeSnapshot, encodeSnapshot, readLookFacts } from './snapshot-file';

/** What one look at a connection found. Holds no value of any token. */
export type Snapshot = Sighting;

/**
 * `beside`: another look, and the ones before it are kept. `in-place`: more of the newest look. `edited`: what was done since
 * the newest look; when that is an older one, it is as it was looked at, or nobody could tell what has changed since.
 */
export type SaveHow = 'beside' | 'in-place' | 'edited';

/** The last inventory of each connection, and up to nine before it. */
export interface Snapshots {
  /** `undefined` where there is none; one that is not as it was written is set aside and counts as none. */
  readonly load: (connection: ConnectionId) => Promise<Snapshot | undefined>;
  readonly save: (
    connection: ConnectionId,
    snapshot: Snapshot,
    how: SaveHow,
  ) => Promise<Result<null, 'disk'>>;
  /** The looks before the last one, the latest first. */
  readonly older: (connection: ConnectionId) => Promise<readonly LookFacts[]>;
  /** The latest of the looks before the last one that was taken then. */
  readonly olderAt: (connection: ConnectionId, takenAt: Instant) => Promise<Snapshot | undefined>;
  readonly forget: (connection: ConnectionId) => Promise<void>;
}

/** Opens the snapshots kept as files of a folder. */
export function openSnapshots(folder: string): Snapshots {
  const pathOf = (connection: ConnectionId) => join(folder, `${connection}.inventory`);

  const older = async (connection: ConnectionId) => {
    const paths = olderPathsOf(pathOf(connection));
    const facts = await Promise.all(paths.map(readLookFacts));
    return paths.flatMap((path, index) => {
      const look = facts[index];
      return look === undefined ? [] : [{ path, look }];
    });
  };

  return {
    load: async (connection) => {
      const text = await readFile(pathOf(connection), 'utf8').catch(() => undefined);
      if (text === undefined) return undefined;
      const snapshot = decodeSnapshot(text);
      if (snapshot === undefined) await setAside(pathOf(connection)).catch(() => undefined);
      return snapshot;
    },
    save: async (connection, snapshot, how) => {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        if (how === 'beside') await keepOlder(pathOf(connection));
        if (how === 'edited') await keepOriginal(pathOf(connection));
        await writeAtomically(pathOf(connection), encodeSnapshot(snapshot));
        return ok(null);
      } catch {
        return err('disk');
      }
    },
    older: async (connection) => (await older(connection)).map(({ look }) => look),
    olderAt: async (connection, takenAt) => {
      const found = (await older(connection)).find(({ look }) => look.takenAt === takenAt);
      const text = found && (await readFile(found.path, 'utf8').catch(() => undefined));
      return text === undefined ? undefined : decodeSnapshot(text);
    },
    // Whatever is kept for it, set aside, or left half-written by a crash.
    forget: async (connection) => {
      const names = await readdir(folder).catch(() => []);
      const its = names.filter((name) => name.startsWith(`${connection}.inventory`));
      await Promise.all(its.map((name) => rm(join(folder, name), { force: true })));
    },
  };
}
