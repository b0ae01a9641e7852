import { expect, onTestFinished, test } from 'vitest';

import type { OwnDeed } from '../../../../shared/domain/own-deed';
import { deedOf } from '../../../../electron/rotation/own-deeds';
import { must, refNumber } from '../../../support/token-records';
import { demoServer } from '../../../support/demo-client';
import { tempFolder } from '../../../support/temp-folder';
import { confirmed, deleteAllOld, planFirst, rotationBench, rowsOf } from '../../../support/rotation-bench';

const [old, successor, orphan] = [refNumber(1), refNumber(2), refNumber(3)];
const row = { ref: old, newRef: successor, orphan, step: 'deleting' as const };

test.each<[string, Parameters<typeof deedOf>, OwnDeed | undefined]>([
  ['a sealed value', [row, { kind: 'sealed', newRef: successor }], { ref: successor, deed: 'made' }],
  ['an old token that Rekey deleted', [row, { kind: 'gone', at: 0 }], { ref: old, deed: 'deleted' }],
  [
    'an old token that was gone before Rekey came to it',
    [
      { ...row, step: 'retiring' },
      { kind: 'gone', at: 0 },
    ],
    undefined,
  ],
  ['an orphan', [row, { kind: 'orphan-found', orphan }], { ref: orphan, deed: 'made' }],
  ['an orphan that was removed', [row, { kind: 'orphan-removed' }], { ref: orphan, deed: 'deleted' }],
  ['a discarded successor', [row, { kind: 'discard-intended' }], { ref: successor, deed: 'deleted' }],
  ['a step that makes and deletes nothing', [row, { kind: 'verified' }], undefined],
])('%s', (_what, given, deed) => {
  expect(deedOf(...given)).toEqual(deed);
});

test('a rotation tells what it made and deleted, and after a restart the journal tells it again', async () => {
  const server = await demoServer();
  const bench = await rotationBench(server, await tempFolder());
  onTestFinished(bench.close);
  const told: string[] = [];
  const noteDeed = (_connection: unknown, { ref, deed }: OwnDeed) => told.push(`${deed} ${ref}`);
  const desk = await bench.openDesk({ noteDeed });
  const plan = await planFirst(bench, desk, 3);
  await confirmed(desk, plan);
  await desk.idle();
  await deleteAllOld(desk);
  expect(rowsOf(desk).map(({ step }) => step)).toEqual(['gone', 'gone', 'gone']);
  const gone = plan.rows.map(({ ref }) => `deleted ${ref}`);
  expect(told.filter((line) => line.startsWith('deleted')).sort()).toEqual(gone.sort());
  expect(told.filter((line) => line.startsWith('made'))).toHaveLength(3);

  const before = [...told].sort();
  told.length = 0;
  await bench.close();
  await bench.openDesk({ noteDeed });
  expect(must(told[0])).toMatch(/^made/);
  expect(told.toSorted()).toEqual(before);
});
