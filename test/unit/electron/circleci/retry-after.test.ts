import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { openApi } from '../../../../electron/circleci/api';
import { openHttp } from '../../../../electron/circleci/http';
import { createPacer } from '../../../../electron/circleci/pacing';
import { createdFrom } from '../../../../electron/circleci/project-tokens';
import { failureOfStatus } from '../../../../electron/circleci/status-failure';
import type { RetryAfter } from '../../../../electron/demo/fault';
import { demoServer, hastyClock } from '../../../support/demo-client';

const DATE = 'Tue, 24 Nov 2026 12:00:00 GMT';

const secondsAsked = (said: string, status = 429, date: string | null = DATE) => {
  const headers = { 'retry-after': said, ...(date !== null && { date }) };
  const failure = failureOfStatus(new Response('', { status, headers }));
  return failure !== undefined && 'retryAfterSeconds' in failure ? failure.retryAfterSeconds : undefined;
};

describe('Retry-After', () => {
  test.each([
    ['1.5', 2],
    ['0.5', 1],
    ['0.000000001', 1],
    ['2.0', 2],
    [' 7 ', 7],
    ['0007', 7],
    ['99999999999999999999', 600],
    ['Tue, 24 Nov 2026 12:00:30 GMT', 30],
    ['Tuesday, 24-Nov-26 12:00:30 GMT', 30],
    ['Tue Nov 24 12:00:30 2026', 30],
    ['Wed, 02 Dec 2026 12:00:30 GMT', 600],
  ])('of %j is a wait of %d seconds', (said, seconds) => {
    expect(secondsAsked(said)).toBe(seconds);
    expect(secondsAsked(said, 503)).toBe(seconds);
  });

  test.each([
    ...[
      '-1',
      '+5',
      '1.',
      '.5',
      '1e3',
      '0x10',
      '1,5',
      '5, 10',
      '5s',
      '5 seconds',
      'soon',
      'Infinity',
      '0',
      '0.0',
    ],
    ...['2026-11-24T12:00:30Z', 'Tue, 24 Nov 2026 12:00:30', 'Tue, 24 Nov 2026 12:00:30 PST'],
    ...[
      'Tue, 31 Nov 2026 12:00:30 GMT',
      'Tue, 24 Nov 2026 25:00:30 GMT',
      'tomorrow 5',
      'May 1',
      '24 Nov 2026',
    ],
    'Tue, 24 Nov 2026 11:59:30 GMT',
  ])('of %j names no wait: the caller backs off by its own rule', (said) => {
    expect(secondsAsked(said)).toBeUndefined();
    expect(secondsAsked(said, 503)).toBeUndefined();
  });

  test('with a date is compared with the host’s clock, and is nothing without it', () => {
    const until = 'Tue, 24 Nov 2026 12:00:30 GMT';
    expect(secondsAsked(until, 429, null)).toBeUndefined();
    expect(secondsAsked(until, 429, 'yesterday 1')).toBeUndefined();
    expect(secondsAsked(until, 429, '1')).toBeUndefined();
  });

  test('is a whole number from 1 to 600 or nothing, whatever the header says', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.integer({ min: 0x20, max: 0x7e }).map((c) => String.fromCharCode(c)) }),
        (said) => {
          const seconds = secondsAsked(said);
          expect(seconds === undefined || (Number.isInteger(seconds) && seconds >= 1 && seconds <= 600)).toBe(
            true,
          );
        },
      ),
    );
  });
});

/** The waits that a read goes through before it gives up, or until the host is well again. */
async function waitsFor(retryAfter: RetryAfter, kind: 'rate-limit' | 'unavailable', times = 20) {
  const server = await demoServer({ faults: [{ path: '/api/v2/me', times, trouble: { kind, retryAfter } }] });
  const waits: number[] = [];
  const clock = {
    ...hastyClock,
    wait: (milliseconds: number) => {
      waits.push(milliseconds);
      return Promise.resolve();
    },
  };
  const pacing = { clock, random: () => 0 };
  const api = openApi(openHttp(server.address, fetch, hastyClock), server.token, createPacer(pacing), pacing);
  const answer = await api.read('/api/v2/me');
  return { waits, answer, requests: server.state.requests.length, api };
}

describe('a host that asks to wait', () => {
  test.each([
    ['1.5', 2_000],
    ['0.5', 1_000],
  ])('by %s seconds is left alone for at least that long', async (text, milliseconds) => {
    const { waits, answer } = await waitsFor({ text }, 'rate-limit', 1);
    expect(waits).toEqual([milliseconds]);
    expect(answer.ok).toBe(true);
  });

  test('by -1 seconds is left alone for longer each time', async () => {
    const { waits, requests } = await waitsFor({ text: '-1' }, 'rate-limit');
    expect(requests).toBe(6);
    expect(waits).toEqual([500, 1_000, 2_000, 4_000, 8_000, 16_000]);
  });

  test('with a 503 is left alone like one that limits, by everybody', async () => {
    const { waits, answer, requests } = await waitsFor(7, 'unavailable', 1);
    expect({ waits, requests, ok: answer.ok }).toEqual({ waits: [7_000], requests: 2, ok: true });
  });

  test('with a 503 without a wait is asked again after trouble, as before', async () => {
    const { waits } = await waitsFor('absent', 'unavailable', 1);
    expect(waits).toEqual([200]);
  });

  test('with a 503 may have created a token all the same, and is not asked for another', async () => {
    const trouble = { kind: 'unavailable', retryAfter: 7 } as const;
    const server = await demoServer({ faults: [{ method: 'POST', path: '/token', trouble }] });
    const pacing = { clock: hastyClock, random: () => 0 };
    const send = openHttp(server.address, fetch, hastyClock);
    const api = openApi(send, server.token, createPacer(pacing), pacing);
    const created = createdFrom(await api.create('/api/v1.1/project/gh/a/b/token', {}), 'project');
    expect(created).toMatchObject({ ok: false, error: { created: 'perhaps' } });
    expect(server.state.requests).toHaveLength(1);
    expect((await api.remove('/api/v1.1/project/gh/a/b/token/x')).ok).toBe(false);
  });
});
