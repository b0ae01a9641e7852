import { mkdir, open, rename, stat, truncate } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import type { LedgerHead } from '../../shared/domain/ledger-entry';
import { err, ok, type Result } from '../../shared/result';
import { isAbsent } from '../files/json-file';
import { syncFolder } from '../files/write-atomically';
import { EMPTY, nextLine, type Draft } from './chain';
import { readLedger, type ReadHow, type Reading } from './read-ledger';

/** The file of a ledger, and what is known of it: it is read again only where somebody else has touched it. */
export interface LedgerFile {
  /** The chain as it is in the file now. */
  readonly look: () => Promise<Reading>;
  /** The same, read anew whatever is known. */
  readonly lookAnew: (how?: Omit<ReadHow, 'expected'>) => Promise<Reading>;
  /** Adds entries in one write and one sync, to a ledger that is whole; answers with its new end. */
  readonly append: (drafts: readonly Draft[]) => Promise<Result<LedgerHead, 'unwritable'>>;
  /** Gives the file another name, so that a new one can be begun; answers with where it should have ended. */
  readonly setAside: (name: string) => Promise<LedgerHead>;
}

const NOTHING: Reading = { head: EMPTY, ends: [], isTorn: false };

/** `sealed` is the end that the ledger had when it was last written, as it is known from elsewhere. */
export function openLedgerFile(path: string, sealed: () => Promise<LedgerHead | undefined>): LedgerFile {
  /** The last end of which this ledger was seen to be whole. It must be found again, whatever happens to the file. */
  let floor = EMPTY;
  /** What was read, and of which state of the file; nothing where it has to be read again. */
  let known: { readonly reading: Reading; readonly stamp: string } | undefined;

  const lookAnew: LedgerFile['lookAnew'] = async (how) => {
    const stamp = await stampOf(path);
    const expected = [(await sealed()) ?? EMPTY, floor];
    const reading = await readAt(path, { ...how, expected });
    known = stamp === undefined ? undefined : { reading, stamp };
    if (reading.trouble === undefined) floor = reading.head;
    return reading;
  };
  const look = async () => {
    const stamp = await stampOf(path);
    return known !== undefined && known.stamp === stamp ? known.reading : lookAnew();
  };

  const append = async (drafts: readonly Draft[]): Promise<Result<LedgerHead, 'unwritable'>> => {
    const { trouble, head: before, ends, isTorn } = await look();
    if (trouble !== undefined) return err('unwritable');
    const start = ends.at(-1) ?? 0;
    const { text, head, added } = linesFor(drafts, before, start);
    known = undefined;
    try {
      // The torn end of a last write, which was never answered for.
      if (isTorn) await truncate(path, start);
      const stamp = await appendText(path, text, start);
      if (stamp !== undefined) known = { reading: { head, ends: ends.concat(added), isTorn: false }, stamp };
      floor = head;
      return ok(head);
    } catch {
      return err('unwritable');
    }
  };

  return {
    look,
    lookAnew,
    append,
    setAside: async (name) => {
      const kept = (await sealed()) ?? EMPTY;
      const expected = kept.entries > floor.entries ? kept : floor;
      await renameIfThere(path, join(dirname(path), name));
      known = undefined;
      floor = EMPTY;
      return expected;
    },
  };
}

function linesFor(drafts: readonly Draft[], before: LedgerHead, start: number) {
  const lines: string[] = [];
  const added: number[] = [];
  let head = before;
  let end = start;
  for (const draft of drafts) {
    const next = nextLine(head, draft);
    head = next.head;
    end += Buffer.byteLength(next.line) + 1;
    lines.push(`${next.line}\n`);
    added.push(end);
  }
  return { text: lines.join(''), head, added };
}

/** Appends durably, or leaves the file as it was. Answers with its stamp, unless somebody else wrote to it meanwhile. */
async function appendText(path: string, text: string, start: number): Promise<string | undefined> {
  if (start === 0) await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const file = await open(path, 'a', 0o600);
  try {
    await file.appendFile(text);
    await file.datasync();
    const { size } = await file.stat();
    if (start === 0) await syncFolder(dirname(path));
    return size === start + Buffer.byteLength(text) ? await stampOf(path) : undefined;
  } catch (error) {
    // What was not answered for must not become an entry.
    await file.truncate(start).catch(() => undefined);
    throw error;
  } finally {
    await file.close();
  }
}

async function readAt(path: string, how: ReadHow): Promise<Reading> {
  try {
    const file = await open(path, 'r');
    try {
      return await readLedger(file, how);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!isAbsent(error)) return { ...NOTHING, trouble: { kind: 'unreadable' } };
    const expected = Math.max(...how.expected.map(({ entries }) => entries));
    return expected > 0 ? { ...NOTHING, trouble: { kind: 'truncated', expected } } : NOTHING;
  }
}

/** Never over a file that is there: what was set aside before is evidence too. */
async function renameIfThere(path: string, to: string): Promise<void> {
  if ((await stampOf(path)) === undefined) return;
  if ((await stampOf(to)) !== undefined) throw new Error('the name is taken');
  await rename(path, to);
  await syncFolder(dirname(path));
}

/** Tells one state of a file from another; nothing where there is none. */
async function stampOf(path: string): Promise<string | undefined> {
  try {
    const { ino, size, mtimeMs, ctimeMs } = await stat(path);
    return [ino, size, mtimeMs, ctimeMs].join(' ');
  } catch {
    return undefined;
  }
}
