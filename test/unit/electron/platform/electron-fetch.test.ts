import { expect, test } from 'vitest';

import { electronFetch, MOST_WRITE_SESSIONS } from '../../../../electron/platform/electron-fetch';

interface Event {
  readonly session: string;
  readonly what: 'close' | 'GET' | 'POST';
}

/** Sessions that write down what is asked of them, and answer when the test says so. */
function network() {
  const events: Event[] = [];
  const opened: string[] = [];
  const pending: (() => void)[] = [];
  const fetch = electronFetch((session) => {
    opened.push(session);
    return {
      closeAllConnections: () => {
        events.push({ session, what: 'close' });
        return Promise.resolve();
      },
      fetch: (_url, init) => {
        events.push({ session, what: init?.method === 'POST' ? 'POST' : 'GET' });
        return new Promise((resolve, reject) => {
          pending.push(() => {
            resolve(new Response('[]'));
          });
          init?.signal?.addEventListener('abort', () => {
            reject(new Error('aborted'));
          });
        });
      },
    };
  });
  const ask = (method: 'GET' | 'POST', done = new AbortController()) => {
    const answer = fetch('https://ci.example.com/', {
      method,
      headers: {},
      redirect: 'manual',
      signal: done.signal,
    });
    const settled = answer.then(
      () => 'answered',
      () => 'failed',
    );
    return { settled, done };
  };
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  return { events, opened, pending, ask, turn };
}

test('a read goes over a session of its own, and no connection is closed for it', async () => {
  const { events, ask, turn } = network();
  ask('GET');
  ask('GET');
  await turn();
  expect(events).toEqual([
    { session: 'circleci', what: 'GET' },
    { session: 'circleci', what: 'GET' },
  ]);
});

test('before each write all connections of its session are closed', async () => {
  const { events, opened, pending, ask, turn } = network();
  for (let written = 0; written < 3; written += 1) {
    const { done } = ask('POST');
    await turn();
    pending.shift()?.();
    await turn();
    done.abort();
  }
  expect(events.map(({ what }) => what)).toEqual(['close', 'POST', 'close', 'POST', 'close', 'POST']);
  expect(opened).toEqual(['circleci', 'circleci-write-1']);
});

test('a session never has two writes, and its connections are not closed before the caller has done with the answer', async () => {
  const { events, opened, pending, ask, turn } = network();
  const asked = Array.from({ length: 20 }, () => ask('POST'));
  await turn();
  const posts = () => events.filter(({ what }) => what === 'POST');
  expect(posts()).toHaveLength(MOST_WRITE_SESSIONS);
  expect(new Set(posts().map(({ session }) => session)).size).toBe(MOST_WRITE_SESSIONS);
  pending[0]?.();
  await turn();
  expect(posts()).toHaveLength(MOST_WRITE_SESSIONS);
  asked[0]?.done.abort();
  await turn();
  expect(posts()).toHaveLength(MOST_WRITE_SESSIONS + 1);
  expect(posts().at(-1)?.session).toBe('circleci-write-1');
  expect(opened).toHaveLength(1 + MOST_WRITE_SESSIONS);
});

test('a write that is given up while it waits is never sent, and those behind it have their turn', async () => {
  const { events, ask, turn } = network();
  const first = Array.from({ length: MOST_WRITE_SESSIONS }, () => ask('POST'));
  const waiting = ask('POST');
  const last = ask('POST');
  await turn();
  waiting.done.abort();
  expect(await waiting.settled).toBe('failed');
  first[0]?.done.abort();
  await turn();
  expect(events.filter(({ what }) => what === 'POST')).toHaveLength(MOST_WRITE_SESSIONS + 1);
  last.done.abort();
  const again = Array.from({ length: 2 }, () => ask('POST'));
  await turn();
  expect(events.filter(({ what }) => what === 'POST')).toHaveLength(MOST_WRITE_SESSIONS + 2);
  for (const { done } of again) done.abort();
});

test('a write that breaks gives its session to the next', async () => {
  const { events, ask, turn } = network();
  for (let written = 0; written < 2 * MOST_WRITE_SESSIONS; written += 1) {
    const { done, settled } = ask('POST');
    await turn();
    done.abort();
    expect(await settled).toBe('failed');
  }
  expect(events.filter(({ what }) => what === 'POST')).toHaveLength(2 * MOST_WRITE_SESSIONS);
});
