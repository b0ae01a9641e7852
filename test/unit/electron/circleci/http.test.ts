import { describe, expect, test } from 'vitest';

import { openHttp } from '../../../../electron/circleci/http';
import { failureOfStatus } from '../../../../electron/circleci/status-failure';
import type { Clock } from '../../../../electron/clock';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import type { Trouble } from '../../../../electron/demo/fault';
import { demoServer, hastyClock } from '../../../support/demo-client';

const ask = async (trouble: Trouble, clock: Clock = hastyClock, signal?: AbortSignal) => {
  const server = await demoServer({ faults: [{ path: '/api/v2/me', trouble }] });
  const send = openHttp(server.address, fetch, clock);
  return send({ method: 'GET', path: '/api/v2/me', token: server.token, expects: 'json', signal });
};

describe('each way of failing is told apart', () => {
  test.each<[string, Trouble, object]>([
    ['401', { kind: 'status', status: 401 }, { kind: 'unauthorized' }],
    ['403', { kind: 'status', status: 403 }, { kind: 'forbidden', status: 403 }],
    ['404', { kind: 'status', status: 404 }, { kind: 'forbidden', status: 404 }],
    ['400', { kind: 'status', status: 400 }, { kind: 'rejected', status: 400 }],
    ['410', { kind: 'status', status: 410 }, { kind: 'removed' }],
    ['500', { kind: 'status', status: 500 }, { kind: 'server-error', status: 500 }],
    [
      '429 with seconds',
      { kind: 'rate-limit', retryAfter: 7 },
      { kind: 'rate-limited', retryAfterSeconds: 7 },
    ],
    ['429 without a wait', { kind: 'rate-limit', retryAfter: 'absent' }, { kind: 'rate-limited' }],
    ['a page instead of data', { kind: 'html' }, { kind: 'not-json' }],
    ['half an answer', { kind: 'truncated' }, { kind: 'truncated' }],
    ['more than eight megabytes', { kind: 'oversized' }, { kind: 'too-large' }],
    ['a connection that breaks', { kind: 'reset', when: 'before' }, { kind: 'offline' }],
    ['a redirect', { kind: 'redirect', to: 'http://127.0.0.1:9/' }, { kind: 'redirected' }],
  ])('%s', async (_what, trouble, failure) => {
    expect(await ask(trouble)).toEqual({ ok: false, error: failure });
  });

  test('429 with a date is a wait in seconds, by the host’s own clock', async () => {
    const answer = await ask({ kind: 'rate-limit', retryAfter: 'date' });
    expect(answer).toMatchObject({ ok: false, error: { kind: 'rate-limited' } });
    const headers = { 'retry-after': 'Tue, 24 Nov 2026 12:00:30 GMT', date: 'Tue, 24 Nov 2026 12:00:00 GMT' };
    expect(failureOfStatus(new Response('', { status: 429, headers }))).toEqual({
      kind: 'rate-limited',
      retryAfterSeconds: 30,
    });
  });

  test('an answer that never comes is given up when the clock says so', async () => {
    const impatient: Clock = { now: () => 0, wait: () => new Promise((resolve) => setImmediate(resolve)) };
    expect(await ask({ kind: 'never-answers' }, impatient)).toEqual({
      ok: false,
      error: { kind: 'timed-out' },
    });
  });

  test('a request that the caller gives up is cancelled', async () => {
    const stopping = new AbortController();
    const answer = ask({ kind: 'never-answers' }, hastyClock, stopping.signal);
    setImmediate(() => {
      stopping.abort();
    });
    expect(await answer).toEqual({ ok: false, error: { kind: 'cancelled' } });
  });

  test('a host that is not there is offline', async () => {
    const server = await demoServer();
    await server.stop();
    const send = openHttp(server.address, fetch, hastyClock);
    const answer = await send({ method: 'GET', path: '/api/v2/me', token: server.token, expects: 'json' });
    expect(answer).toEqual({ ok: false, error: { kind: 'offline', why: 'nobody-listens' } });
  });
});

test.each(['1e9', '-5', 'soon', '99999999'])('a wait of %s is held to what is sensible', (said) => {
  const failure = failureOfStatus(new Response('', { status: 429, headers: { 'retry-after': said } }));
  const seconds = failure?.kind === 'rate-limited' ? (failure.retryAfterSeconds ?? 0) : -1;
  expect(seconds).toBeGreaterThanOrEqual(0);
  expect(seconds).toBeLessThanOrEqual(600);
});

describe('the token goes in a header', () => {
  const headersOf = async (path: string) => {
    const seen: Readonly<Record<string, string>>[] = [];
    const send = openHttp(
      'https://circleci.com',
      (_url, { headers, redirect }) => {
        expect(redirect).toBe('manual');
        seen.push(headers);
        return Promise.resolve(new Response('{}'));
      },
      hastyClock,
    );
    await send({ method: 'GET', path, token: new SecretValue('t'.repeat(40)), expects: 'json' });
    return seen[0];
  };

  test.each(['/api/v1/user/token', '/api/v1.1/me', '/api/v2/me', '/api/private/project'])(
    'of CircleCI’s own name to %s, as every product takes it',
    async (path) => {
      expect(await headersOf(path)).toEqual({ accept: 'application/json', 'circle-token': 't'.repeat(40) });
    },
  );

  test('and the demo is as strict', async () => {
    const { address, token } = await demoServer();
    const statusWith = async (headers: Readonly<Record<string, string>>) =>
      (await fetch(`${address}/api/v3/users`, { headers })).status;
    expect(await statusWith({ 'circle-token': token.reveal() })).toBe(401);
    expect(await statusWith({ authorization: `Bearer ${token.reveal()}` })).toBe(200);
  });

  test('as a bearer’s to v3, which takes no other', async () => {
    expect(await headersOf('/api/v3/projects?page=1')).toEqual({
      accept: 'application/json',
      authorization: `Bearer ${'t'.repeat(40)}`,
    });
  });
});
