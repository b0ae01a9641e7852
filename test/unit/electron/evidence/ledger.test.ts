import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { openMemoryVault } from '../../../../electron/credentials/memory-vault';
import type { DecisionFact } from '../../../../shared/domain/ledger-fact';
import { expectPrivate } from '../../../support/expect-private';
import { NOW, refNumber, slugOf } from '../../../support/token-records';
import { tempFolder } from '../../../support/temp-folder';
import { decisionsOf } from '../../../support/decisions';
import { by, ledgerAt, verifyText } from '../../../support/ledgers';
import { valueOf } from '../../../support/value-of';

const fact = (reason: string) => by(decision(reason));

const decision = (reason: string): DecisionFact => ({
  kind: 'checklist-overridden',
  token: refNumber(1),
  label: 'deploy bot',
  project: slugOf('gh/acme/api'),
  reason,
});

async function ledgerOf(...reasons: readonly string[]) {
  const path = join(await tempFolder(), 'evidence', 'ledger.jsonl');
  const ledger = ledgerAt(path);
  for (const reason of reasons) valueOf(await ledger.note(fact(reason)));
  return { path, ledger, text: () => readFile(path, 'utf8') };
}

test('a fact that nothing waits for is written at once, and those that follow it are written together', async () => {
  const path = join(await tempFolder(), 'ledger.jsonl');
  const moments: (() => void)[] = [];
  const wait = () => new Promise<void>((resolve) => moments.push(resolve));
  const ledger = ledgerAt(path, openMemoryVault(), { wait });
  const reasons = async () =>
    decisionsOf(valueOf(verifyText(await readFile(path, 'utf8'))).entries).map(({ reason }) => reason);
  ledger.noteSoon(fact('first'));
  await expect.poll(reasons).toEqual(['first']);
  ledger.noteSoon(fact('second'));
  ledger.noteSoon(fact('third'));
  expect(await reasons()).toEqual(['first']);
  for (const pass of moments.splice(0)) pass();
  await expect.poll(reasons).toEqual(['first', 'second', 'third']);
});

describe('the ledger', () => {
  test('keeps each fact with its number and its moment, in a chain that verifies', async () => {
    const { text, path } = await ledgerOf('first', 'second', 'third');
    const { entries } = valueOf(verifyText(await text()));
    expect(entries.map(({ number, at }, index) => [number, at, decisionsOf(entries)[index]?.reason])).toEqual(
      [
        [1, NOW, 'first'],
        [2, NOW, 'second'],
        [3, NOW, 'third'],
      ],
    );
    expect(entries[0]?.before).toBe('0'.repeat(64));
    expect(new Set(entries.map(({ before }) => before)).size).toBe(3);
    await expectPrivate(path);
  });

  test('goes on where it ended when it is opened again', async () => {
    const { path, text } = await ledgerOf('before the restart');
    valueOf(await ledgerAt(path, undefined, { now: () => NOW + 1 }).note(fact('after it')));
    expect(valueOf(verifyText(await text())).entries).toHaveLength(2);
  });

  test('chains facts that come at the same moment one after the other', async () => {
    const { ledger, text } = await ledgerOf();
    await Promise.all(Array.from({ length: 20 }, (_, index) => ledger.note(fact(`number ${String(index)}`))));
    expect(valueOf(verifyText(await text())).entries).toHaveLength(20);
  });

  test('writes nothing that has the form of a token, whoever typed it', async () => {
    const value = `CCIPAT_5nT8bq_${'0123456789abcdef'.repeat(2)}`;
    const { path, text } = await ledgerOf();
    const ledger = ledgerAt(path);
    valueOf(await ledger.note(by({ ...decision(`it was ${value}`), label: value })));
    expect(await text()).not.toContain(value);
    expect(await text()).toContain('it was [token removed]');
  });

  test('drops the torn end of a last write, which was never answered for, and goes on', async () => {
    const { path, ledger, text } = await ledgerOf('whole');
    await appendFile(path, '{"number":2,"at":17');
    expect(verifyText(await text()).ok).toBe(false);
    valueOf(await ledger.note(fact('after the power came back')));
    const reasons = decisionsOf(valueOf(verifyText(await text())).entries).map(({ reason }) => reason);
    expect(reasons).toEqual(['whole', 'after the power came back']);
  });
});

describe('a ledger that somebody changed', () => {
  const change = (text: string, how: (lines: string[]) => readonly string[]) => {
    const lines = text.split('\n').slice(0, -1);
    return `${how(lines).join('\n')}\n`;
  };
  const edited = (line: string) => line.replace('second', 'sekond');

  test.each([
    ['by a word in a line', (lines: string[]) => [lines[0] ?? '', edited(lines[1] ?? ''), lines[2] ?? ''], 3],
    ['by taking a line out', (lines: string[]) => [lines[0] ?? '', lines[2] ?? ''], 2],
    ['by taking the first line out', (lines: string[]) => lines.slice(1), 1],
    [
      'by two lines in another order',
      (lines: string[]) => [lines[1] ?? '', lines[0] ?? '', lines[2] ?? ''],
      1,
    ],
    ['by a line twice', (lines: string[]) => [...lines, lines[2] ?? ''], 4],
    ['by a line of another form', (lines: string[]) => [lines[0] ?? '', 'not a line', lines[2] ?? ''], 2],
  ])('%s is told by the first line that does not fit, and takes nothing more', async (_what, how, line) => {
    const { path, ledger, text } = await ledgerOf('first', 'second', 'third');
    const changed = change(await text(), how);
    await writeFile(path, changed);
    expect(verifyText(changed)).toEqual({ ok: false, error: { line } });
    expect(await ledger.note(fact('more'))).toEqual({ ok: false, error: 'unwritable' });
    expect(await text()).toBe(changed);
  });

  test('a folder that cannot be written to makes the fact unwritten, and says so', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'file'), '');
    const ledger = ledgerAt(join(folder, 'file', 'ledger.jsonl'));
    expect(await ledger.note(fact('nowhere'))).toEqual({ ok: false, error: 'unwritable' });
  });
});
