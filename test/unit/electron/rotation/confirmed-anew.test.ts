import { expect, test } from 'vitest';

import type { NativeQuestion } from '../../../../electron/rotation/native-question';
import { confirmed, deleteAllOld, planFirst, rowsOf } from '../../../support/rotation-bench';
import { needsOf, setUp, stepsOf } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

/** Two old tokens whose deletion was confirmed and came to nothing, as the host was not to be reached. */
async function stuckDeletions(answer: (question: NativeQuestion['kind']) => boolean) {
  const { server, bench } = await setUp();
  const asked: NativeQuestion['kind'][] = [];
  const desk = await bench.openDesk({
    confirmNatively: ({ kind }) => {
      asked.push(kind);
      return Promise.resolve(answer(kind));
    },
  });
  valueOf(await confirmed(desk, await planFirst(bench, desk, 2)));
  await desk.idle();
  server.setFaults([{ method: 'DELETE', path: '/token', times: 2, trouble: { kind: 'delete-ignored' } }]);
  await deleteAllOld(desk);
  server.setFaults([]);
  expect(needsOf(desk)).toEqual(['old-still-live', 'old-still-live']);
  return { server, desk, asked };
}

test('SECURITY X14: a deletion that stopped is asked about once more before it is tried again, whatever was said before', async () => {
  let says = true;
  const { server, desk, asked } = await stuckDeletions(() => says);
  says = false;
  asked.length = 0;
  const [first] = rowsOf(desk);
  expect(await desk.act(must(first).id, 'try-again')).toEqual({ ok: false, error: { kind: 'declined' } });
  valueOf(desk.retry(must(desk.runs()[0]).id));
  await desk.idle();
  expect(asked).toEqual(['delete-old', 'delete-old']);
  expect(server.state.deleted).toEqual([]);
  expect(stepsOf(desk)).toEqual(['needs-you', 'needs-you']);
  says = true;
  valueOf(desk.retry(must(desk.runs()[0]).id));
  await desk.idle();
  expect(asked).toEqual(['delete-old', 'delete-old', 'delete-old']);
  expect(stepsOf(desk)).toEqual(['gone', 'gone']);
});
