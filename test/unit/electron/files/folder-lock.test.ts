import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { lockFolder, type LockHolder, type LockPorts } from '../../../../electron/files/folder-lock';
import { ownProcessId, processStartOf } from '../../../../electron/files/process-id';
import { tempFolder } from '../../../support/temp-folder';
import { must, NOW } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const LAPTOP = { host: 'laptop', machine: 'm-1', boot: 'b-1', process: 100, processStart: '5' };
const WORKSTATION = { host: 'workstation', machine: 'm-2', boot: 'b-9', process: 100, processStart: '5' };

/** A computer on which just these processes run. */
const on = (
  self: LockPorts['self'],
  running: Readonly<Record<number, string>> = { 100: '5' },
): LockPorts => ({
  self,
  now: () => NOW,
  startOf: (process) => Promise.resolve(running[process]),
});

const holderOf = async (folder: string, ports: LockPorts): Promise<LockHolder> => {
  const refused = await lockFolder(folder, ports);
  if (refused.ok || refused.error.kind !== 'held') throw new Error('the folder is not held');
  return refused.error.holder;
};

describe('a lock on the user-data folder', () => {
  test('is one process’s, of many that begin at once', async () => {
    const folder = await tempFolder();
    const asked = Array.from({ length: 12 }, (_, number) =>
      lockFolder(
        folder,
        on(
          { ...LAPTOP, process: 100 + number },
          Object.fromEntries(Array.from({ length: 12 }, (_unused, at) => [100 + at, '5'])),
        ),
      ),
    );
    const got = await Promise.all(asked);
    expect(got.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['rekey.lock']);
  });

  test('of another computer is never broken by itself, whatever runs here, and says whose it is and since when', async () => {
    const folder = await tempFolder();
    valueOf(await lockFolder(folder, on(WORKSTATION)));
    expect(await lockFolder(folder, on(LAPTOP, {}))).toMatchObject({
      ok: false,
      error: { kind: 'held', isThisComputer: false, holder: { host: 'workstation', since: NOW } },
    });
    expect(await lockFolder(folder, on({ ...LAPTOP, boot: 'b-2' }, {}))).toMatchObject({ ok: false });
  });

  test('of this computer holds while its process lives, and is stale when that is gone', async () => {
    const folder = await tempFolder();
    valueOf(await lockFolder(folder, on(LAPTOP)));
    const later = { ...LAPTOP, process: 200 };
    expect((await lockFolder(folder, on(later, { 100: '5', 200: '7' }))).ok).toBe(false);
    expect((await lockFolder(folder, on(later, { 200: '7' }))).ok).toBe(true);
  });

  test('is stale when another process has the number now', async () => {
    const folder = await tempFolder();
    valueOf(await lockFolder(folder, on(LAPTOP)));
    expect((await lockFolder(folder, on({ ...LAPTOP, process: 200 }, { 100: '99' }))).ok).toBe(true);
  });

  test('is stale after the computer was started again, though a process has its number', async () => {
    const folder = await tempFolder();
    valueOf(await lockFolder(folder, on(LAPTOP)));
    expect((await lockFolder(folder, on({ ...LAPTOP, boot: 'b-2', process: 200 }))).ok).toBe(true);
  });

  test('is taken over only from the holder that a person was shown, who then sees that it is lost', async () => {
    const folder = await tempFolder();
    const theirs = valueOf(await lockFolder(folder, on(WORKSTATION)));
    const shown = await holderOf(folder, on(LAPTOP));
    expect((await lockFolder(folder, on(LAPTOP), { ...shown, since: NOW - 1 })).ok).toBe(false);
    const ours = valueOf(await lockFolder(folder, on(LAPTOP), shown));
    expect(await theirs.lostTo()).toMatchObject({ host: 'laptop' });
    theirs.release();
    expect(await ours.lostTo()).toBeUndefined();
    expect(await holderOf(folder, on(WORKSTATION))).toMatchObject({ host: 'laptop' });
  });

  test.each(['', 'a person’s own words', '{"host":"x"}', '\u0000\u0000'])(
    'that does not say whose it is, as %j, is not broken by itself either',
    async (content) => {
      const folder = await tempFolder();
      await writeFile(join(folder, 'rekey.lock'), content);
      expect(await lockFolder(folder, on(LAPTOP))).toEqual({ ok: false, error: { kind: 'unreadable' } });
      expect((await lockFolder(folder, on(LAPTOP), 'unreadable')).ok).toBe(true);
    },
  );

  test('is gone when it was released', async () => {
    const folder = await tempFolder();
    valueOf(await lockFolder(folder, on(WORKSTATION))).release();
    expect((await lockFolder(folder, on(LAPTOP))).ok).toBe(true);
  });

  test('of a real process holds until that is killed', async () => {
    const folder = await tempFolder();
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    await once(child, 'spawn');
    const self = await ownProcessId();
    const theirs = {
      ...self,
      process: must(child.pid),
      processStart: must(await processStartOf(must(child.pid))),
    };
    const ports = { now: () => NOW, startOf: processStartOf };
    valueOf(await lockFolder(folder, { ...ports, self: theirs }));
    expect(await lockFolder(folder, { ...ports, self })).toMatchObject({ error: { isThisComputer: true } });
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect((await lockFolder(folder, { ...ports, self })).ok).toBe(true);
  });
});
