import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';

import { err, ok, type Result } from '../../shared/result';
import { isAbsent } from '../files/json-file';
import { syncFolder, writeAtomically } from '../files/write-atomically';
import { decodeJournal, encodeRecord, HEADER } from './journal-lines';
import type { JournalRecord } from './journal-record';

/** `broken`: damaged in its middle; `other-format`: written by another version. Neither is ever overwritten. */
export type JournalFailure = 'broken' | 'other-format' | 'unwritable';

/** The memory of all rotations that outlives the app. */
export interface Journal {
  /** What it held when it was opened. */
  readonly records: readonly JournalRecord[];
  /** Answers when the record is on disk. After a failure nothing is taken any more: what came after it would be a lie. */
  readonly append: (record: JournalRecord) => Promise<Result<null, 'unwritable'>>;
  /** Replaces everything by what still matters. */
  readonly compact: (records: readonly JournalRecord[]) => Promise<Result<null, 'unwritable'>>;
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
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await openForAppending(path, soundBytes);
    return ok(journalOn(path, file, records));
  } catch {
    return err('unwritable');
  }
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
  if (soundBytes > 0) await file.truncate(soundBytes);
  await file.sync();
  await syncFolder(dirname(path));
  await file.close();
  return open(path, 'a', 0o600);
}

interface Waiting {
  readonly line: string;
  readonly answer: (result: Result<null, 'unwritable'>) => void;
}

function journalOn(path: string, first: FileHandle, records: readonly JournalRecord[]): Journal {
  let file = first;
  let waiting: Waiting[] = [];
  let writing: Promise<void> | undefined;
  let hasFailed = false;

  /** Writes all that waits and syncs once for the whole group: under load, many records share one sync. */
  const writeAll = async () => {
    while (waiting.length > 0) {
      const group = waiting;
      waiting = [];
      const result = hasFailed
        ? err('unwritable' as const)
        : await commit(group.map(({ line }) => line).join(''));
      if (!result.ok) hasFailed = true;
      for (const { answer } of group) answer(result);
    }
    writing = undefined;
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

  return {
    records,
    append: (record) =>
      new Promise((answer) => {
        waiting.push({ line: encodeRecord(record), answer });
        writing ??= writeAll();
      }),
    compact: async (kept) => {
      await writing;
      try {
        await writeAtomically(path, HEADER + kept.map(encodeRecord).join(''));
        await file.close();
        file = await open(path, 'a', 0o600);
        return ok(null);
      } catch {
        hasFailed = true;
        return err('unwritable');
      }
    },
    close: async () => {
      await writing;
      await file.close();
    },
  };
}
