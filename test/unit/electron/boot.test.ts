import { expect, test } from 'vitest';

import { boot, type Steps } from '../../../electron/boot';

/** Steps that only note that they were taken, but for what the test says of one. */
function noted(said: Partial<Steps<string, string>> = {}) {
  const taken: string[] = [];
  const note =
    <Value>(name: string, value: Value) =>
    (...given: readonly unknown[]): Value => {
      taken.push([name, ...given].join(' '));
      return value;
    };
  const steps: Steps<string, string> = {
    refuseForbiddenSwitches: note('refuse', false),
    isOnlyInstance: note('only', true),
    isReady: note('ready', Promise.resolve()),
    lockDownSession: note('lock', 'session'),
    serveBundle: note('bundle', undefined),
    compose: note('compose', Promise.resolve('core')),
    serveCalls: note('calls', undefined),
    openWindow: note('window', Promise.resolve()),
    unlock: note('unlock', Promise.resolve()),
    ...said,
  };
  return { steps, taken };
}

test('the session is locked before anything is served, the calls before there is a page, the keychain last', async () => {
  const { steps, taken } = noted();
  expect(await boot(steps)).toBe(true);
  expect(taken).toEqual([
    'refuse',
    'only',
    'ready',
    'lock',
    'bundle session',
    'compose',
    'calls core',
    'window session core',
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

test('what cannot be composed is served to nobody', async () => {
  const { steps, taken } = noted({ compose: () => Promise.reject(new Error('no')) });
  await expect(boot(steps)).rejects.toThrow('no');
  expect(taken).not.toContain('window session core');
});
