import { describe, expect, test } from 'vitest';

import { serve, type Answers, type Handlers } from '../../../../electron/ipc/serve';
import { CHANNELS, type Channel } from '../../../../shared/ipc/channel-names';
import { calls } from '../../../../shared/ipc/contract';
import { err, ok } from '../../../../shared/result';
import { connectionIdOf } from '../../../support/token-records';

type Listener = (event: never, raw: unknown) => Promise<unknown>;

/** The gates over handlers that only note that they were called. */
function served({ trusts, areReady = true }: { readonly trusts: boolean; readonly areReady?: boolean }) {
  const listeners = new Map<string, Listener>();
  const called: (readonly [Channel, unknown])[] = [];
  const refused: (readonly [Channel, string])[] = [];
  const handlers: unknown = Object.fromEntries(
    CHANNELS.map((channel) => [
      channel,
      (argument: unknown) => {
        called.push([channel, argument]);
        return Promise.resolve(ok(null));
      },
    ]),
  );
  let become: (answers: Answers) => void = () => undefined;
  const answers = new Promise<Answers>((resolve) => {
    become = resolve;
  });
  const getReady = () => {
    become({ calls, handlers: handlers as Handlers });
  };
  if (areReady) getReady();
  serve(
    { handle: (channel, listener) => void listeners.set(channel, listener as Listener) },
    answers,
    () => trusts,
    (channel, why) => refused.push([channel, why]),
  );
  const call = async (channel: Channel, raw?: unknown) => listeners.get(channel)?.({} as never, raw);
  return { listeners, called, refused, call, getReady };
}

const connection = connectionIdOf(1);

test('the gates stand before every channel of the contract, and before nothing else', () => {
  expect([...served({ trusts: true }).listeners.keys()]).toEqual([...CHANNELS]);
});

describe('SECURITY S17: a call from anybody but our own page', () => {
  test.each(CHANNELS)('of %s is refused and reaches no handler', async (channel) => {
    const { call, called, refused } = served({ trusts: false });
    expect(await call(channel, { connection })).toEqual(err({ kind: 'refused', why: 'sender' }));
    expect(called).toEqual([]);
    expect(refused).toEqual([[channel, 'sender']]);
  });
});

describe('a call from our own page', () => {
  test.each<[Channel, unknown]>([
    ['app:facts', {}],
    ['inventory:sync', undefined],
    ['inventory:sync', { connection: '../vault' }],
    ['inventory:sync', { connection, more: true }],
    ['rotation:plan', { connection, refs: [] }],
    ['links:open', { name: 'https://example.com' }],
    ['links:open', { name: 'project-tokens', project: 'gh/acme/api' }],
    ['links:open-project', { row: 'https://example.com' }],
  ])('of %s with %j is refused and reaches no handler', async (channel, argument) => {
    const { call, called, refused } = served({ trusts: true });
    expect(await call(channel, argument)).toEqual(err({ kind: 'refused', why: 'argument' }));
    expect(called).toEqual([]);
    expect(refused).toEqual([[channel, 'argument']]);
  });

  test('with what the channel takes reaches its handler, and no other', async () => {
    const { call, called, refused } = served({ trusts: true });
    expect(await call('inventory:sync', { connection })).toEqual(ok(null));
    expect(await call('app:facts')).toEqual(ok(null));
    expect(called).toEqual([
      ['inventory:sync', { connection }],
      ['app:facts', null],
    ]);
    expect(refused).toEqual([]);
  });
});

describe('before the features are there', () => {
  test('SECURITY S17: a call from anybody but our own page is refused at once', async () => {
    const { call, refused } = served({ trusts: false, areReady: false });
    expect(await call('app:facts')).toEqual(err({ kind: 'refused', why: 'sender' }));
    expect(refused).toEqual([['app:facts', 'sender']]);
  });

  test('a call from our own page waits for them, and is then held to the same gate', async () => {
    const { call, called, refused, getReady } = served({ trusts: true, areReady: false });
    const calls = [call('app:facts'), call('app:facts', {})];
    await new Promise(setImmediate);
    expect([called, refused]).toEqual([[], []]);
    getReady();
    expect(await Promise.all(calls)).toEqual([ok(null), err({ kind: 'refused', why: 'argument' })]);
    expect(called).toEqual([['app:facts', null]]);
  });
});
