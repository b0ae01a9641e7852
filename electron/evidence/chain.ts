import { createHash } from 'node:crypto';

import type { LedgerEntry, LedgerHead } from '../../shared/domain/ledger-entry';
import { ledgerEntry } from '../../shared/ipc/ledger-schema';

/** Where a ledger ends that has no entry yet. */
export const EMPTY: LedgerHead = { entries: 0, head: '0'.repeat(64) };

/** An entry that has not been given its place in the chain. */
export type Draft = Omit<LedgerEntry, 'number' | 'before'>;

/** The line of the next entry, without its end, and where the chain ends with it. */
export function nextLine(
  after: LedgerHead,
  draft: Draft,
): { readonly line: string; readonly head: LedgerHead } {
  const number = after.entries + 1;
  const { at, ...rest } = draft;
  const line = JSON.stringify({ number, at, before: after.head, ...rest } satisfies LedgerEntry);
  return { line, head: { entries: number, head: digestOf(Buffer.from(line)) } };
}

/** Reads one line as the next of a chain; nothing where it does not fit. Every byte of it counts. */
export function followLine(
  after: LedgerHead,
  line: Uint8Array,
): { readonly entry: LedgerEntry; readonly head: LedgerHead } | undefined {
  const entry = ledgerEntry.safeParse(parsed(Buffer.from(line.buffer, line.byteOffset, line.byteLength)));
  const isNext = entry.success && entry.data.before === after.head && entry.data.number === after.entries + 1;
  return isNext
    ? { entry: entry.data, head: { entries: entry.data.number, head: digestOf(line) } }
    : undefined;
}

const digestOf = (line: Uint8Array) => createHash('sha256').update(line).digest('hex');

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return undefined;
  }
}
