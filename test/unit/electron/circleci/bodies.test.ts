import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { describe, expect, onTestFinished, test } from 'vitest';

import { openHttp, type HttpRequest } from '../../../../electron/circleci/http';
import { createdFrom } from '../../../../electron/circleci/project-tokens';
import { startTimeLimit } from '../../../../electron/circleci/time-limit';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import type { Clock } from '../../../../electron/clock';
import { apiFailure } from '../../../../shared/ipc/failure-schema';
import { hastyClock } from '../../../support/demo-client';

/** A host that answers as it is told, and knows how many of its answers are still being sent. */
async function hostThat(answers: (response: ServerResponse) => void) {
  let sending = 0;
  let allClosed: () => void = () => undefined;
  const server = createServer((_request, response) => {
    sending += 1;
    response.on('close', () => {
      sending -= 1;
      if (sending === 0) allClosed();
    });
    answers(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return {
    address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`,
    /** Resolves when nothing is being sent any more. */
    isIdle: () =>
      new Promise<void>((resolve) => {
        if (sending === 0) resolve();
        else allClosed = resolve;
      }),
  };
}

const askWith = (address: string, request: Partial<HttpRequest> = {}, clock: Clock = hastyClock) =>
  openHttp(
    address,
    fetch,
    clock,
  )({
    method: 'GET',
    path: '/api/v2/me',
    token: new SecretValue('t'.repeat(40)),
    expects: 'json',
    ...request,
  });

const endless = (status: number) => (response: ServerResponse) => {
  response.writeHead(status, { 'content-type': 'application/json' });
  const push = () => {
    while (response.write(Buffer.alloc(1 << 20, 32)));
    response.once('drain', push);
  };
  push();
};

describe('bytes that are not UTF-8 are a failure of their own', () => {
  const LATIN = Buffer.from('[{"label":"B\u00fcro"}]', 'latin1');
  const HALF_SURROGATE = Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]);
  const OVERLONG = Buffer.from([0x22, 0xc0, 0xaf, 0x22]);
  const UTF_16 = Buffer.from('\ufeff[{"label":"a"}]', 'utf16le');
  test.each([
    ['Latin-1', LATIN],
    ['half a surrogate pair', HALF_SURROGATE],
    ['an overlong form', OVERLONG],
    ['UTF-16', UTF_16],
  ])('%s', async (_what, bytes) => {
    const { address } = await hostThat((response) => response.end(bytes));
    const answer = await askWith(address);
    expect(answer).toEqual({ ok: false, error: { kind: 'not-utf8' } });
    expect(createdFrom(answer, 'project')).toMatchObject({ error: { created: 'perhaps' } });
  });

  test('a character that is split over two parts of the answer is whole', async () => {
    const { address } = await hostThat((response) => {
      response.write(Buffer.from([0x22, 0xf0, 0x9f]), () => {
        setImmediate(() => response.end(Buffer.from([0x9a, 0x80, 0x22])));
      });
    });
    expect(await askWith(address)).toEqual({ ok: true, value: '🚀' });
  });

  test('a byte order mark is left out, a second one is text', async () => {
    const { address } = await hostThat((response) => response.end('\ufeff["\ufeffa"]'));
    expect(await askWith(address)).toEqual({ ok: true, value: ['\ufeffa'] });
  });

  test('of an answer that nobody reads, the bytes do not matter', async () => {
    const { address } = await hostThat((response) => response.end(LATIN));
    expect(await askWith(address, { method: 'DELETE', expects: 'anything' })).toEqual({
      ok: true,
      value: undefined,
    });
  });
});

describe('whatever becomes of the body, its transfer ends', () => {
  test.each([
    ['a body over the limit', 200, {}, { ok: false, error: { kind: 'too-large' } }],
    ['the body of a 404', 404, {}, { ok: false, error: { kind: 'forbidden', status: 404 } }],
    ['the body of a 500', 500, {}, { ok: false, error: { kind: 'server-error', status: 500 } }],
    ['the body of a redirect', 302, {}, { ok: false, error: { kind: 'redirected' } }],
    [
      'a body that nobody reads',
      200,
      { method: 'DELETE', expects: 'anything' },
      { ok: true, value: undefined },
    ],
  ] as const)('%s', async (_what, status, request, expected) => {
    const host = await hostThat(endless(status));
    expect(await askWith(host.address, request)).toEqual(expected);
    await host.isIdle();
  });

  test('a short error body is read, so that its connection serves the next request', async () => {
    const sockets = new Set<unknown>();
    const host = await hostThat((response) => {
      sockets.add(response.socket);
      response.writeHead(404).end('{"message":"Not found"}');
    });
    for (let sent = 0; sent < 5; sent += 1) await askWith(host.address);
    expect(sockets.size).toBeLessThan(3);
  });

  test('a request may say that more is to be read', async () => {
    const { address } = await hostThat((response) => response.end(`["${'x'.repeat(9_000_000)}"]`));
    expect(await askWith(address)).toMatchObject({ error: { kind: 'too-large' } });
    expect(await askWith(address, { mostBytes: 10_000_000 })).toMatchObject({ ok: true });
  });
});

describe('a request takes a limited time', () => {
  test('one of which nothing arrives for a whole span is given up', async () => {
    const { limit, passSpan } = steppedLimit();
    limit.moved();
    await passSpan();
    expect(limit.exceeded()).toBe(undefined);
    await passSpan();
    expect([limit.exceeded(), limit.signal.aborted]).toEqual([{ kind: 'timed-out' }, true]);
  });

  test('one whose answer drips is given up after three spans', async () => {
    const { limit, passSpan } = steppedLimit();
    for (let span = 0; span < 2; span += 1) {
      limit.moved();
      await passSpan();
    }
    expect(limit.signal.aborted).toBe(false);
    limit.moved();
    await passSpan();
    expect([limit.exceeded(), limit.signal.aborted]).toEqual([{ kind: 'too-slow' }, true]);
  });

  test('one that has ended is not given up later', async () => {
    const { limit, passSpan } = steppedLimit();
    limit.end();
    await passSpan();
    expect([limit.exceeded(), limit.signal.aborted]).toEqual([undefined, false]);
  });

  test('one whose body stops half-way ends its transfer', async () => {
    const hurried: Clock = { now: () => 0, wait: () => new Promise((resolve) => setImmediate(resolve)) };
    const host = await hostThat((response) => {
      response.write('[');
    });
    expect(await askWith(host.address, {}, hurried)).toMatchObject({ ok: false });
    await host.isIdle();
  });

  function steppedLimit() {
    let step: () => void = () => undefined;
    const limit = startTimeLimit({
      wait: (_milliseconds, signal) =>
        new Promise((resolve) => {
          step = resolve;
          signal?.addEventListener('abort', () => {
            resolve();
          });
        }),
    });
    const passSpan = async () => {
      step();
      await new Promise((resolve) => setImmediate(resolve));
    };
    return { limit, passSpan };
  }
});

test.each([
  { kind: 'not-utf8' },
  { kind: 'too-slow' },
  { kind: 'offline' },
  { kind: 'offline', why: 'proxy' },
  { kind: 'certificate', problem: 'wrong-name', host: 'ci.example.com' },
  { kind: 'certificate', problem: 'expired', host: 'ci.example.com', issuer: 'Acme Root' },
])('a failure that was kept in a file is read back: %j', (failure) => {
  expect(apiFailure.parse(failure)).toEqual(failure);
});
