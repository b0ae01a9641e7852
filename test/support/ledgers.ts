import { writeFile } from 'node:fs/promises';

import { openMemoryVault } from '../../electron/credentials/memory-vault';
import type { Vault } from '../../electron/credentials/vault';
import { EMPTY, followLine, nextLine } from '../../electron/evidence/chain';
import { openLedger, type Ledger, type LedgerPorts, type Note } from '../../electron/evidence/ledger';
import { openSealedHead } from '../../electron/evidence/sealed-head';
import type { LedgerEntry } from '../../shared/domain/ledger-entry';
import type { LedgerFact } from '../../shared/domain/ledger-fact';
import { err, ok, type Result } from '../../shared/result';
import { NOW } from './token-records';

/** A fact of somebody at this computer. */
export const by = (fact: LedgerFact): Note => ({ fact, actor: { osUser: 'mara', login: 'm.roy' } });

/** The ledger in a file, its end kept in a vault of the test. */
export const ledgerAt = (
  path: string,
  vault: Vault = openMemoryVault(),
  over: Partial<LedgerPorts> = {},
): Ledger =>
  openLedger({
    path,
    now: () => NOW,
    wait: () => Promise.resolve(),
    sealed: openSealedHead(vault, () => true),
    grown: () => undefined,
    ...over,
  });

/** A ledger of so many confirmed deletions, the first of 1 token, the next of 2, and so on. */
export async function writeLedger(path: string, entries: number): Promise<void> {
  const lines: string[] = [];
  let head = EMPTY;
  for (let count = 1; count <= entries; count += 1) {
    const fact = { kind: 'deletion-confirmed' as const, count };
    const next = nextLine(head, { at: NOW, actor: { osUser: 'mara' }, fact });
    head = next.head;
    lines.push(`${next.line}\n`);
  }
  await writeFile(path, lines.join(''));
}

/** A ledger's text, followed line by line without the file's own reader; `line` is the first that does not fit. */
export function verifyText(
  text: string,
): Result<{ readonly entries: readonly LedgerEntry[]; readonly head: string }, { readonly line: number }> {
  const lines = text.split('\n');
  if (lines.pop() !== '') return err({ line: lines.length + 1 });
  const entries: LedgerEntry[] = [];
  let head = EMPTY;
  for (const [index, line] of lines.entries()) {
    const next = followLine(head, Buffer.from(line));
    if (next === undefined) return err({ line: index + 1 });
    entries.push(next.entry);
    head = next.head;
  }
  return ok({ entries, head: head.head });
}
