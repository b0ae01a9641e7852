import { expect, test } from 'vitest';

import { needSentence } from '../../../../shared/domain/row-words';
import { confirmed, planFirst, rowsOf } from '../../../support/rotation-bench';
import { needsOf, setUp, stepsOf } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const REFUSED = {
  method: 'POST',
  path: String.raw`/token$`,
  trouble: { kind: 'status', status: 403 },
} as const;

/** One item whose create a host refuses until it has been sent four times. */
async function refusedFourTimes() {
  const { server, bench, folder } = await setUp();
  const desk = await bench.openDesk();
  const plan = await planFirst(bench, desk, 1);
  server.setFaults([REFUSED]);
  valueOf(await confirmed(desk, plan));
  await desk.idle();
  const { id } = must(rowsOf(desk)[0]);
  for (let tries = 1; tries < 4; tries += 1) {
    expect(needsOf(desk)).toEqual(['create-refused']);
    valueOf(await desk.act(id, 'try-again'));
    await desk.idle();
  }
  return { server, bench, desk, id, folder };
}

test('the fourth refused create is told of as the limit, with why, and can be tried again', async () => {
  const { desk } = await refusedFourTimes();
  expect(needsOf(desk)).toEqual(['create-limit']);
  const need = must(rowsOf(desk)[0]?.need);
  expect(need.actions).toEqual(['try-again', 'leave']);
  expect(need.failure).toMatchObject({ kind: 'forbidden' });
  expect(needSentence(need)).toContain('four creates');
});

test('a person who tries again after the limit starts with four creates anew, on a host that is well again', async () => {
  const { server, desk, id } = await refusedFourTimes();
  server.setFaults([]);
  valueOf(await desk.act(id, 'try-again'));
  await desk.idle();
  expect(stepsOf(desk)).toEqual(['retiring']);
});

test('a host that goes on refusing brings the item to the limit again, four creates later', async () => {
  const { desk, id } = await refusedFourTimes();
  for (const reason of ['create-refused', 'create-refused', 'create-refused', 'create-limit']) {
    valueOf(await desk.act(id, 'try-again'));
    await desk.idle();
    expect(needsOf(desk)).toEqual([reason]);
  }
});

test('the limit and the fresh start outlive the app', async () => {
  const { server, bench, desk, id } = await refusedFourTimes();
  await desk.idle();
  const reopened = await bench.openDesk();
  expect(needsOf(reopened)).toEqual(['create-limit']);
  server.setFaults([]);
  valueOf(await reopened.act(id, 'try-again'));
  await reopened.idle();
  expect(stepsOf(reopened)).toEqual(['retiring']);
});
