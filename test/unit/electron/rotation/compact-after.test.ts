import { join } from 'node:path';

import { expect, test } from 'vitest';

import { compactAfter } from '../../../../electron/rotation/compact-after';
import { openJournal } from '../../../../electron/rotation/journal';
import { demoServer } from '../../../support/demo-client';
import { confirmed, deleteAllOld, planFirst, rotationBench } from '../../../support/rotation-bench';
import { tempFolder } from '../../../support/temp-folder';
import { valueOf } from '../../../support/value-of';

test('a run that begins while the last one is closed, and others are waited for, is still in the journal', async () => {
  const folder = await tempFolder();
  const bench = await rotationBench(await demoServer(), folder);
  const path = join(folder, 'rotation.journal');
  const { promise: remembered, resolve: remember } = signal();
  const { promise: asked, resolve: ask } = signal();
  const journal = compactAfter(valueOf(await openJournal(path)), () => {
    ask();
    return remembered.then(() => true);
  });
  const desk = await bench.openDesk({ journal });
  const first = valueOf(await confirmed(desk, await planFirst(bench, desk, 1)));
  await desk.idle();
  await deleteAllOld(desk);
  await desk.idle();

  const closed = desk.closeRun(first);
  await asked;
  const second = valueOf(await confirmed(desk, await planFirst(bench, desk, 2)));
  await desk.idle();
  remember();
  valueOf(await closed);

  await journal.close();
  await bench.close();
  const again = valueOf(await openJournal(path));
  await again.close();
  expect(again.records[0]).toMatchObject({ kind: 'run-started', run: second });
  expect(again.records.some(({ kind }) => kind === 'row')).toBe(true);
});

function signal() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
