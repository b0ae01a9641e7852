import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { holdFolder } from '../../../../electron/desktop/hold-folder';
import { lockFolder } from '../../../../electron/files/folder-lock';
import { tempFolder } from '../../../support/temp-folder';
import { must, NOW } from '../../../support/token-records';

const self = { host: 'laptop', machine: 'm-1', boot: 'b-1', process: 100 };
const ports = { self, now: () => NOW, startOf: () => Promise.resolve(undefined) };

/** A folder that a workstation has, and what a person answered each time that they were asked. */
async function heldFolder(...answers: readonly number[]) {
  const folder = await tempFolder();
  const theirs = { host: 'workstation', machine: 'm-2', process: 7, since: NOW, nonce: 'theirs' };
  await writeFile(join(folder, 'rekey.lock'), JSON.stringify(theirs));
  const asked: Electron.MessageBoxOptions[] = [];
  const showMessageBox = (...given: unknown[]) => {
    asked.push(given.at(-1) as Electron.MessageBoxOptions);
    return Promise.resolve({ response: answers[asked.length - 1] ?? 0, checkboxChecked: false });
  };
  const hold = await holdFolder({
    dialog: { showMessageBox },
    lock: (takeOver) => lockFolder(folder, ports, takeOver),
  });
  const lock = JSON.parse(await readFile(join(folder, 'rekey.lock'), 'utf8')) as { readonly host: string };
  return { folder, hold, asked, lock };
}

describe('a folder that another computer has', () => {
  test('is left as it is unless a person takes it over, and they are told who has it and since when', async () => {
    const { folder, hold, asked, lock } = await heldFolder(0);
    expect(hold).toBe('refused');
    expect(must(asked[0])).toMatchObject({
      message: 'Rekey is open on workstation',
      buttons: ['Quit', 'Take over'],
      defaultId: 0,
      cancelId: 0,
    });
    expect(must(asked[0]).detail).toContain('since 2026-11-24 12:00 UTC');
    expect(lock.host).toBe('workstation');
    expect(await readdir(folder)).toEqual(['rekey.lock']);
  });

  test('is taken when a person says so', async () => {
    const { hold, asked, lock } = await heldFolder(1);
    expect(hold).toMatchObject({ release: expect.any(Function) as unknown });
    expect(asked).toHaveLength(1);
    expect(lock.host).toBe('laptop');
  });
});

test('a folder that cannot be written to is opened without a lock, and nobody is asked', async () => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'in the way'), '');
  const hold = await holdFolder({
    dialog: { showMessageBox: () => Promise.reject(new Error('nobody is to be asked')) },
    lock: () => lockFolder(join(folder, 'in the way'), ports),
  });
  expect(hold).toBe('unlocked');
});
