import { open } from 'node:fs/promises';

import type { LedgerHead } from '../../shared/domain/ledger-entry';
import { headWord } from '../../shared/domain/ledger-state';
import { readLedger, type Reading } from './read-ledger';

const USAGE = 'usage: npm run verify-ledger -- FILE [--head N:HASH]';
const HEAD = /^(\d{1,15}):([0-9a-f]{64})$/;

type ExitCode = 0 | 1 | 2;

/** Verifies a ledger as a command does: 0 when it is whole, 1 when it is not, 2 when that cannot be told. */
export async function verifyCommand(
  args: readonly string[],
  print: (line: string) => void,
): Promise<ExitCode> {
  const [path, option, typed, ...more] = args;
  const expected = option === undefined ? [] : headsOf(option, typed);
  if (path === undefined || expected === undefined || more.length > 0) {
    print(USAGE);
    return 2;
  }
  const reading = await readAt(path, expected);
  if (reading === undefined) {
    print(`The file cannot be read: ${path}`);
    return 2;
  }
  const { line, code } = verdictOf(reading, expected.length > 0);
  print(`entries: ${String(reading.head.entries)}`);
  print(`head: ${headWord(reading.head)}`);
  print(line);
  return code;
}

function headsOf(option: string, typed: string | undefined): readonly LedgerHead[] | undefined {
  const [, entries, head] = HEAD.exec(typed?.toLowerCase() ?? '') ?? [];
  return option === '--head' && head !== undefined ? [{ entries: Number(entries), head }] : undefined;
}

function verdictOf(
  { head, trouble, isTorn }: Reading,
  isHeadKnown: boolean,
): { readonly line: string; readonly code: ExitCode } {
  const next = String(head.entries + 1);
  if (trouble?.kind === 'truncated')
    return {
      line: `TRUNCATED: entry ${String(trouble.expected)} is missing, the first bad line is ${next}`,
      code: 1,
    };
  if (trouble !== undefined || isTorn)
    return {
      line: `ALTERED: the first bad line is ${next}: it, or one before it, is not as it was written`,
      code: 1,
    };
  return {
    line: isHeadKnown
      ? 'WHOLE: every line follows the one before, and the expected entry is there'
      : 'WHOLE: every line follows the one before; entries missing at the end show only with --head',
    code: 0,
  };
}

async function readAt(path: string, expected: readonly LedgerHead[]): Promise<Reading | undefined> {
  try {
    const file = await open(path, 'r');
    try {
      return await readLedger(file, { expected });
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}
