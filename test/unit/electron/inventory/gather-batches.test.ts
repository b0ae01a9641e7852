import { expect, test } from 'vitest';

import { gatherBatches } from '../../../../electron/inventory/gather-batches';
import type { InventoryBatch } from '../../../../shared/domain/inventory';
import { connectionIdOf, tokenWith } from '../../../support/token-records';

/** Batches with a clock that stands still until the test lets a moment pass. */
function gatherer() {
  const heard: InventoryBatch[] = [];
  let pass: () => void = () => undefined;
  const batches = gatherBatches(
    connectionIdOf(1),
    (batch) => heard.push(batch),
    () =>
      new Promise((resolve) => {
        pass = resolve;
      }),
  );
  const moment = async () => {
    pass();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { heard, batches, moment };
}

test('what came so far is told after a moment, while one list still hangs', async () => {
  const { heard, batches, moment } = gatherer();
  void batches.whileWaiting('gh/acme/slow', new Promise<never>(() => undefined));
  batches.add([tokenWith({})]);
  expect(heard).toEqual([]);
  await moment();
  expect(heard).toMatchObject([{ tokens: [tokenWith({})], progress: { waitingFor: ['gh/acme/slow'] } }]);
});

test('what is waited for is told though nothing arrives at all, once and not for ever', async () => {
  const { heard, batches, moment } = gatherer();
  void batches.whileWaiting('personal tokens', new Promise<never>(() => undefined));
  await moment();
  await moment();
  expect(heard).toMatchObject([{ tokens: [], progress: { waitingFor: ['personal tokens'] } }]);
});

test('what has answered is waited for no longer', async () => {
  const { heard, batches, moment } = gatherer();
  const both = ['a', 'b'].map((name) => batches.whileWaiting(name, Promise.resolve(name)));
  expect(await Promise.all(both)).toEqual(['a', 'b']);
  batches.add([tokenWith({})]);
  await moment();
  expect(heard.at(-1)?.progress.waitingFor).toEqual([]);
});

test('nothing is told after the end', async () => {
  const { heard, batches, moment } = gatherer();
  batches.add([tokenWith({})]);
  batches.end();
  expect(heard).toHaveLength(1);
  await moment();
  expect(heard).toHaveLength(1);
});
