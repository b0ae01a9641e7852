import { mkdir, open, readFile, writeFile, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

import { err, ok, type Result } from '../../shared/result';
import { besideOf } from '../files/beside';
import { isAbsent } from '../files/json-file';
import { oneAtATime } from '../files/one-at-a-time';
import { setAside } from '../files/set-aside';
import { syncFolder, writeAtomically } from '../files/write-atomically';
import { HEADER, decodeJournal, encodeRecord, isReadBack } from './journal-lines';
import type { JournalRecord } from './journal-record';

/** `broken`: damaged in its middle; `other-format`: written by another version. Neither is ever overwritten. */
export type JournalFailure = 'broken' | 'other-format' | 'unwritable';

/** The memory of all rotations that outlives the app. */
export interface Journal {
  /** What it held when it was opened. */
  readonly records: readonly JournalRecord[];
  /** Answers when the record is on disk. After a failure nothing is taken any more: what came after it would be a lie. */
  readonly append: (record: JournalRecord) => Promise<Result<null, 'unwritable'>>;
  /**
   * Replaces everything that had been answered for by what still matters; what was not, stays. It begins when `ready` has
   * resolved, and what was appended while that was waited for stays as well; where that is false, everything does.
   */
  readonly compact: (
    records: readonly JournalRecord[],
    ready?: Promise<boolean>,
  ) => Promise<Result<null, 'unwritable'>>;
  readonly close: () => Promise<void>;
}

/** Opens the journal, and mends the torn end of a last write. */
export async function openJournal(path: string): Promise<Result<Journal, JournalFailure>> {
  let content: Buffer;
  try {
    content = await readFile(path);
  } catch (error) {
    if (!isAbsent(error)) return err('unwritable');
    content = Buffer.alloc(0);
  }
  const decoded = decodeJournal(content);
  if (!decoded.ok) return decoded;
  const { records, soundBytes } = decoded.value;
  try {
    if (isMoreThanTorn(content, soundBytes)) await keepCopy(path, content);
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await openForAppending(path, soundBytes);
    return ok(journalOn(path, file, records));
  } catch {
    return err('unwritable');
  }
}

/** True where what is not sound is not just the torn end of one line, so that mending it could lose something. */
function isMoreThanTorn(content: Buffer, soundBytes: number): boolean {
  const rest = content.subarray(soundBytes);
  if (rest.length === 0) return false;
  const isBeginningOfHeader = soundBytes === 0 && HEADER.startsWith(rest.toString('utf8'));
  const isTornLine = soundBytes > 0 && !rest.includes(0x0a) && !rest.includes(0);
  return !isBeginningOfHeader && !isTornLine;
}

async function keepCopy(path: string, content: Buffer): Promise<void> {
  const beside = besideOf(path);
  await writeFile(beside, content, { mode: 0o600, flag: 'wx' });
  await setAside(beside, Date.now(), path);
}

/** A journal for when there is none: remembers nothing and takes nothing, so that no rotation can start. */
export const closedJournal: Journal = {
  records: [],
  append: () => Promise.resolve(err('unwritable')),
  compact: () => Promise.resolve(err('unwritable')),
  close: () => Promise.resolve(),
};

async function openForAppending(path: string, soundBytes: number): Promise<FileHandle> {
  if (soundBytes === 0) await writeAtomically(path, HEADER);
  const file = await open(path, 'r+', 0o600);
  try {
    if (soundBytes > 0) await file.truncate(soundBytes);
    await file.sync();
    await syncFolder(dirname(path));
  } finally {
    await file.close();
  }
  return open(path, 'a', 0o600);
}

interface Waiting {
  readonly line: string;
  readonly answer: (result: Result<null, 'unwritable'>) => void;
}

function journalOn(path: string, first: FileHandle, records: readonly JournalRecord[]): Journal {
  let file = first;
  let waiting: Waiting[] = [];
  let isGroupDue = false;
  let hasFailed = false;
  const unanswered = new Set<Waiting>();
  /** For each compaction that is to come: what its caller could not know of. */
  const unknowing = new Set<Set<Waiting>>();
  const inOrder = oneAtATime();

  /** Writes all that waits and syncs once for the whole group: under load, many records share one sync. */
  const writeGroup = async () => {
    isGroupDue = false;
    const group = waiting;
    waiting = [];
    const result = hasFailed
      ? err('unwritable' as const)
      : await commit(group.map(({ line }) => line).join(''));
    if (!result.ok) hasFailed = true;
    for (const one of group) {
      unanswered.delete(one);
      one.answer(result);
    }
  };

  const commit = async (text: string): Promise<Result<null, 'unwritable'>> => {
    try {
      await file.appendFile(text);
      await file.datasync();
      return ok(null);
    } catch {
      return err('unwritable');
    }
  };

  /** What has been written of what a compaction's caller could not know of stays; what has not, will be. */
  const compactNow = async (kept: readonly JournalRecord[], unknown: ReadonlySet<Waiting>) => {
    if (hasFailed) return err('unwritable' as const);
    const written = [...unknown].filter((one) => !waiting.includes(one)).map(({ line }) => line);
    try {
      await writeAtomically(path, HEADER + kept.map(encodeRecord).join('') + written.join(''));
      await file.close();
      file = await open(path, 'a', 0o600);
      return ok(null);
    } catch {
      hasFailed = true;
      return err('unwritable' as const);
    }
  };

  return {
    records,
    append: (record) =>
      new Promise((answer) => {
        // What a run begins with was read from the disk, where anybody may have touched it; nothing has been done yet.
        if (record.kind === 'run-started' && !isReadBack(record)) {
          answer(err('unwritable'));
          return;
        }
        const one = { line: encodeRecord(record), answer };
        waiting.push(one);
        unanswered.add(one);
        for (const unknown of unknowing) unknown.add(one);
        if (isGroupDue) return;
        isGroupDue = true;
        void inOrder(writeGroup);
      }),
    compact: async (kept, ready) => {
      const unknown = new Set(unanswered);
      unknowing.add(unknown);
      try {
        if ((await ready) === false) return ok(null);
        return await inOrder(() => compactNow(kept, unknown));
      } finally {
        unknowing.delete(unknown);
      }
    },
    close: () => inOrder(() => file.close()),
  };
}
