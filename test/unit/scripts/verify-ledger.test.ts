import { spawnSync } from 'node:child_process';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { headWord } from '../../../shared/domain/ledger-state';
import { by, ledgerAt } from '../../support/ledgers';
import { tempFolder } from '../../support/temp-folder';
import { valueOf } from '../../support/value-of';

async function ledger(count: number) {
  const path = join(await tempFolder(), 'ledger.jsonl');
  const opened = ledgerAt(path);
  for (let number = 1; number <= count; number += 1)
    valueOf(await opened.note(by({ kind: 'deletion-confirmed', count: number })));
  return {
    path,
    head: headWord((await opened.look()).head),
    lines: (await readFile(path, 'utf8')).split('\n'),
  };
}

function verify(...args: readonly string[]) {
  const { status, stdout } = spawnSync(process.execPath, ['scripts/verify-ledger.mjs', ...args], {
    encoding: 'utf8',
  });
  return { status, stdout };
}

test('a whole ledger is whole, and its entries and its end are told', async () => {
  const { path, head } = await ledger(3);
  const { status, stdout } = verify(path, '--head', head);
  expect(stdout).toBe(
    `entries: 3\nhead: ${head}\nWHOLE: every line follows the one before, and the expected entry is there\n`,
  );
  expect(status).toBe(0);
  expect(verify(path)).toMatchObject({ status: 0 });
});

test('an altered ledger is told by the first line that does not fit', async () => {
  const { path, lines } = await ledger(3);
  await writeFile(path, lines.join('\n').replace('"count":2', '"count":7'));
  const { status, stdout } = verify(path);
  expect(stdout).toContain('ALTERED: the first bad line is 3');
  expect(status).toBe(1);
});

test('a truncated ledger is a whole one to whoever does not know its end, and truncated to whoever does', async () => {
  const { path, head, lines } = await ledger(3);
  await writeFile(path, `${lines.slice(0, 2).join('\n')}\n`);
  expect(verify(path)).toMatchObject({ status: 0 });
  const { status, stdout } = verify(path, '--head', head);
  expect(stdout).toContain('TRUNCATED: entry 3 is missing, the first bad line is 3');
  expect(status).toBe(1);
});

test('an end that is another than the expected one is an altered ledger', async () => {
  const { path } = await ledger(2);
  expect(verify(path, '--head', `2:${'0'.repeat(64)}`)).toMatchObject({ status: 1 });
});

test.each([
  ['no file', []],
  ['a file that is not there', ['no-such-file.jsonl']],
  ['a head of another form', ['package.json', '--head', 'abc']],
  ['an option that there is not', ['package.json', '--fast']],
] as const)('%s is no verdict', (_what, args) => {
  expect(verify(...args)).toMatchObject({ status: 2 });
});
