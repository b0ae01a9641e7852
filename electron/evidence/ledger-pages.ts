import { open } from 'node:fs/promises';

import { groupOf } from '../../shared/domain/fact-groups';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { LedgerEntry } from '../../shared/domain/ledger-entry';
import type { LedgerQuery } from '../../shared/domain/ledger-state';
import { foldText } from '../../shared/domain/compare-text';
import { searchText } from '../../shared/domain/ledger-words';
import { ledgerEntry } from '../../shared/ipc/ledger-schema';
import type { Reading } from './read-ledger';

/** Entries are read from the file again when they are asked for: only where each line ends is kept. */
export interface LedgerPages {
  readonly find: (
    reading: Reading,
    query: LedgerQuery,
    from: number,
    most: number,
  ) => Promise<{ readonly entries: readonly LedgerEntry[]; readonly total: number }>;
}

/** Read at a time while searching. */
const SLICE = 500;

/** What a query found among the first `upTo` entries: their indices, the oldest first. */
interface Found {
  readonly key: string;
  readonly upTo: number;
  readonly indices: readonly number[];
}

export function openLedgerPages(path: string, nameOf: (id: ConnectionId) => string | undefined): LedgerPages {
  let last: Found | undefined;

  const search = async (reading: Reading, query: LedgerQuery): Promise<readonly number[]> => {
    const key = JSON.stringify([query.group, query.words]);
    // Entries that were there before are the same as long as the chain is whole: only new ones are looked at.
    const before = reading.trouble === undefined && last?.key === key ? last : undefined;
    const indices = [...(before?.indices ?? [])];
    const isFound = matcherOf(query, nameOf);
    const upTo = reading.ends.length;
    for (let from = before?.upTo ?? 0; from < upTo; from += SLICE) {
      const entries = await readEntries(path, reading, from, Math.min(upTo, from + SLICE));
      for (const entry of entries) if (isFound(entry)) indices.push(entry.number - 1);
    }
    last = { key, upTo, indices };
    return indices;
  };

  return {
    find: async (reading, query, from, most) => {
      if (query.words.trim() === '' && query.group === undefined) {
        const total = reading.ends.length;
        const to = Math.max(0, total - from);
        const entries = await readEntries(path, reading, Math.max(0, to - most), to);
        return { entries: entries.toReversed(), total };
      }
      const indices = await search(reading, query);
      const wanted = indices.toReversed().slice(from, from + most);
      const entries = await Promise.all(wanted.map((index) => readEntries(path, reading, index, index + 1)));
      return { entries: entries.flat(), total: indices.length };
    },
  };
}

function matcherOf({ words, group }: LedgerQuery, nameOf: (id: ConnectionId) => string | undefined) {
  const parts = foldText(words)
    .split(/\s+/)
    .filter((part) => part !== '');
  return (entry: LedgerEntry): boolean => {
    if (group !== undefined && groupOf(entry.fact.kind) !== group) return false;
    const connection = entry.connection === undefined ? undefined : nameOf(entry.connection);
    const text = searchText(entry, connection ?? '');
    return parts.every((part) => text.includes(part));
  };
}

/** The entries from one index up to another, as far as the file still has them. */
async function readEntries(
  path: string,
  { ends }: Reading,
  from: number,
  to: number,
): Promise<readonly LedgerEntry[]> {
  const start = from === 0 ? 0 : (ends[from - 1] ?? 0);
  const end = to === 0 ? 0 : (ends[to - 1] ?? start);
  if (end <= start) return [];
  const bytes = Buffer.alloc(end - start);
  const file = await open(path, 'r');
  try {
    await file.read(bytes, 0, bytes.length, start);
  } finally {
    await file.close();
  }
  const lines = bytes.toString('utf8').split('\n').slice(0, -1);
  return lines.flatMap((line) => {
    const entry = ledgerEntry.safeParse(parsed(line));
    return entry.success ? [entry.data] : [];
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
