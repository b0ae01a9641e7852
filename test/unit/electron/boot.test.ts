import { expect, test } from 'vitest';

import { boot, type Steps } from '../../../electron/boot';

/** Steps that only note that they were taken, but for what the test says of one. */
function noted(said: Partial<Steps<string, string>> = {}) {
  const taken: string[] = [];
  const note =
    <Value>(name: string, value: Value) =>
    (...given: readonly unknown[]): Value => {
      taken.push([name, ...given.map((one) => (typeof one === 'string' ? one : 'promised'))].join(' '));
      return value;
    };
  const steps: Steps<string, string> = {
    refuseForbiddenSwitches: note('refuse', false),
    isOnlyInstance: note('only', true),
    isReady: note('ready', Promise.resolve()),
    holdFolder: note('hold', Promise.resolve(true)),
    lockDownSession: note('lock', 'session'),
    serveBundle: note('bundle', Promise.resolve()),
    guardCalls: note('guard', undefined),
    openWindow: note('window', Promise.resolve()),
    compose: note('compose', Promise.resolve('core')),
    isDrawn: note('drawn', Promise.resolve()),
    unlock: note('unlock', Promise.resolve()),
    ...said,
  };
  return { steps, taken };
}

test('the session is locked before anything is served, the calls are guarded before there is a page, the features come while it is loaded, the keychain last', async () => {
  const { steps, taken } = noted();
  expect(await boot(steps)).toBe(true);
  expect(taken).toEqual([
    'refuse',
    'only',
    'ready',
    'hold',
    'lock',
    'bundle session',
    'guard promised',
    'window session promised',
    'compose',
    'drawn',
    'unlock core',
  ]);
});

test('P3: started with a forbidden switch, the app does nothing further', async () => {
  const { steps, taken } = noted({ refuseForbiddenSwitches: () => true });
  expect(await boot(steps)).toBe(false);
  expect(taken).toEqual([]);
});

test('X12: a second instance does nothing further', async () => {
  const { steps, taken } = noted({ isOnlyInstance: () => false });
  expect(await boot(steps)).toBe(false);
  expect(taken).toEqual(['refuse']);
});

test('what cannot be composed answers no call, and unlocks nothing', async () => {
  let answers: Promise<string> | undefined;
  const { steps, taken } = noted({
    guardCalls: (features) => {
      answers = features;
    },
    compose: () => Promise.reject(new Error('no')),
  });
  await expect(boot(steps)).rejects.toThrow('no');
  await expect(answers).rejects.toThrow('no');
  expect(taken).not.toContain('unlock core');
});

test('a page that is there before the features is unlocked when they are, and not before', async () => {
  let compose: (features: string) => void = () => undefined;
  const composed = new Promise<string>((resolve) => {
    compose = resolve;
  });
  const { steps, taken } = noted({ compose: () => composed });
  const booted = boot(steps);
  await new Promise(setImmediate);
  expect(taken.at(-1)).toBe('window session promised');
  compose('core');
  expect(await booted).toBe(true);
  expect(taken.at(-1)).toBe('unlock core');
});

test('nothing is put together before the document of the page is handed over', async () => {
  let handOver: () => void = () => undefined;
  const served = new Promise<void>((resolve) => {
    handOver = resolve;
  });
  const { steps, taken } = noted({ serveBundle: () => served });
  const booted = boot(steps);
  await new Promise(setImmediate);
  expect(taken.at(-1)).toBe('window session promised');
  handOver();
  await booted;
  expect(taken.slice(-3)).toEqual(['compose', 'drawn', 'unlock core']);
});

test('nothing is unlocked before the page can be seen', async () => {
  let draw: () => void = () => undefined;
  const drawn = new Promise<void>((resolve) => {
    draw = resolve;
  });
  const { steps, taken } = noted({ isDrawn: () => drawn });
  const booted = boot(steps);
  await new Promise(setImmediate);
  expect(taken.at(-1)).toBe('compose');
  draw();
  expect(await booted).toBe(true);
  expect(taken.at(-1)).toBe('unlock core');
});
