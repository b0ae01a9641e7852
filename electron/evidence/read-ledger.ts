import type { FileHandle } from 'node:fs/promises';

import type { LedgerEntry, LedgerHead } from '../../shared/domain/ledger-entry';
import type { LedgerTrouble } from '../../shared/domain/ledger-state';
import { EMPTY, followLine } from './chain';

/** Read at a time: what is done with it holds nobody up for long. */
const SLICE_BYTES = 128 * 1_024;
/** No entry comes near it. */
const LONGEST_LINE = 64 * 1_024;

/** A ledger as far as its chain could be followed. */
export interface Reading {
  readonly head: LedgerHead;
  /** Where each entry's line ends, in bytes. */
  readonly ends: readonly number[];
  readonly trouble?: LedgerTrouble;
  /** It ends in the middle of a line. */
  readonly isTorn: boolean;
}

export interface ReadHow {
  /** Entries that must be in it, as their numbers and digests are known from elsewhere. */
  readonly expected: readonly LedgerHead[];
  readonly progress?: (bytes: number, of: number) => void;
  readonly heard?: (entry: LedgerEntry) => void;
}

/** Follows a ledger's chain from its first byte to its end, or to the first line that does not fit. */
export async function readLedger(
  file: Pick<FileHandle, 'read' | 'stat'>,
  { expected, progress, heard }: ReadHow,
): Promise<Reading> {
  const { size } = await file.stat();
  const ends: number[] = [];
  let head = EMPTY;
  let rest = Buffer.alloc(0);
  const altered = (): Reading => ({
    head,
    ends,
    trouble: { kind: 'altered', line: ends.length + 1 },
    isTorn: false,
  });

  for (let from = 0; ;) {
    const slice = Buffer.alloc(SLICE_BYTES);
    const { bytesRead } = await file.read(slice, 0, SLICE_BYTES, from);
    if (bytesRead === 0) break;
    from += bytesRead;
    let text = Buffer.concat([rest, slice.subarray(0, bytesRead)]);
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n')) {
      const next = followLine(head, text.subarray(0, end));
      if (next === undefined || expected.some((one) => contradicts(one, next.head))) return altered();
      head = next.head;
      ends.push((ends.at(-1) ?? 0) + end + 1);
      heard?.(next.entry);
      text = text.subarray(end + 1);
    }
    if (text.length > LONGEST_LINE) return altered();
    rest = text;
    progress?.(from, Math.max(from, size));
  }
  const last = Math.max(0, ...expected.map(({ entries }) => entries));
  const isTorn = rest.length > 0;
  return last > head.entries
    ? { head, ends, trouble: { kind: 'truncated', expected: last }, isTorn }
    : { head, ends, isTorn };
}

const contradicts = (one: LedgerHead, found: LedgerHead) =>
  one.entries === found.entries && one.head !== found.head;
