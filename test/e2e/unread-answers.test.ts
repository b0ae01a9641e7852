import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';

import { expect, test } from 'playwright/test';

import {
  createAuthority,
  untrusted,
  type Authority,
  type Certificate,
} from '../support/network/certificates';
import { startDyingHost } from '../support/network/dying-host';
import type { NetworkAnswer, NetworkRequest } from '../support/network/network-request';
import {
  bundleProcesses,
  startElectron,
  startNode,
  type Bundles,
  type ElectronProcess,
  type NetworkProcess,
} from '../support/network/processes';
import { startTiresomeHost, type TiresomeHost } from '../support/network/tiresome-host';

test.describe.configure({ mode: 'default' });
// Chromium takes its proxy and its trust from the environment there alone, so that a test can have its own.
test.skip(process.platform !== 'linux', 'only on Linux can a test have a certificate store of its own');

let bundles: Bundles;
let authority: Authority;
let electron: ElectronProcess;
let node: NetworkProcess;
let host: TiresomeHost;

test.beforeAll(async () => {
  bundles = await bundleProcesses();
  authority = createAuthority();
  electron = await startElectron(bundles.electron, { HOME: authority.home });
  node = await startNode(bundles.node, { NODE_EXTRA_CA_CERTS: authority.file });
  host = await startTiresomeHost();
});

test.afterAll(async () => {
  await host.stop();
  await electron.close();
  await node.close();
  authority.remove();
  await bundles.remove();
});

const ask = (path: string, rest: Partial<NetworkRequest> = {}): NetworkRequest => ({
  address: host.address,
  method: 'GET',
  path,
  ...rest,
});

/** As many connections as Chromium makes to one host: if one of them were kept, a later answer would have to wait. */
const ALL = 6;

async function allEndWith(error: object, path: string, rest: Partial<NetworkRequest> = {}) {
  const answers = await Promise.all(Array.from({ length: ALL }, () => electron.send(ask(path, rest))));
  expect(answers).toEqual(answers.map(() => ({ ok: false, error })));
  expect(await electron.send(ask('/api/200/small'))).toEqual({ ok: true, value: [] });
  await host.isIdle();
}

for (const [what, path, error] of [
  ['a body without end', '/api/200/endless', { kind: 'too-large' }],
  ['the body of a 404 without end', '/api/404/endless', { kind: 'forbidden', status: 404 }],
  ['the body of a 401 without end', '/api/401/endless', { kind: 'unauthorized' }],
  ['the body of a 503 without end', '/api/503/endless', { kind: 'server-error', status: 503 }],
  ['the body of a redirect without end', '/api/302/endless', { kind: 'redirected' }],
] as const) {
  test(`Electron: ${what} is aborted, and the host can be reached at once`, async () => {
    await allEndWith(error, path);
  });
}

test('Electron: a create that is answered without end is given up, and its session serves the next', async () => {
  await allEndWith({ kind: 'too-large' }, '/api/200/endless', { method: 'POST' });
  await allEndWith({ kind: 'too-large' }, '/api/200/endless', { method: 'POST' });
});

test('Electron: an answer that stops half-way, and one that drips, are given up when their time is over', async () => {
  await allEndWith({ kind: 'timed-out' }, '/api/200/stall', { longestWaitMs: 500 });
  await allEndWith({ kind: 'too-slow' }, '/api/200/drip', { longestWaitMs: 500 });
  await allEndWith({ kind: 'forbidden', status: 403 }, '/api/403/drip', { longestWaitMs: 500 });
});

test('Electron: what is cancelled while its answer arrives frees its connection', async () => {
  for (const path of ['/api/200/drip', '/api/404/drip', '/api/200/stall']) {
    const sent = Array.from({ length: ALL }, () => electron.send(ask(path)));
    await host.hasBegun(ALL);
    await electron.cancel();
    expect((await Promise.all(sent)).some(({ ok }) => ok)).toBe(false);
    await host.isIdle();
  }
});

const failureOf = (answer: NetworkAnswer) => (answer.ok ? undefined : answer.error);

for (const [what, certificateOf, inElectron, inNode] of [
  [
    'of an authority that nobody installed',
    () => untrusted(),
    { kind: 'certificate', problem: 'unknown-authority' },
    { kind: 'certificate', problem: 'unknown-authority' },
  ],
  [
    'for another name',
    (own: Authority) => own.issue({ name: 'DNS:other.example' }),
    { kind: 'certificate', problem: 'wrong-name' },
    { kind: 'certificate', problem: 'wrong-name', issuer: 'Acme Test Root' },
  ],
  [
    'that has expired',
    (own: Authority) => own.issue({ name: 'IP:127.0.0.1', days: -1 }),
    { kind: 'certificate', problem: 'outside-dates' },
    { kind: 'certificate', problem: 'expired' },
  ],
  [
    'that is good, of an authority in the system’s store',
    (own: Authority) => own.issue({ name: 'IP:127.0.0.1' }),
    undefined,
    undefined,
  ],
] as const satisfies readonly (readonly [string, (own: Authority) => Certificate, unknown, unknown])[]) {
  test(`a certificate ${what} is told apart, in Electron and in Node`, async () => {
    const server = await startDyingHost('works', { certificate: certificateOf(authority) });
    const request = { address: server.address, method: 'GET', path: '/api/v2/me' } as const;
    const named = (failure: object | undefined) =>
      failure && { ...failure, host: new URL(server.address).host };
    expect(failureOf(await electron.send(request))).toEqual(named(inElectron));
    expect(failureOf(await node.send(request))).toEqual(named(inNode));
    // A write, over its own sessions, trusts nobody else.
    expect(failureOf(await electron.send({ ...request, method: 'POST' }))).toEqual(named(inElectron));
    await server.stop();
  });
}

test('a host that is not reached says why, in Electron and in Node', async () => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
  const { port } = closed.address() as AddressInfo;
  await new Promise((resolve) => closed.close(resolve));
  const plain = host.address.replace('http:', 'https:');
  for (const [address, why] of [
    [`https://127.0.0.1:${String(port)}`, 'nobody-listens'],
    ['https://ci.invalid', 'name-not-found'],
    [plain, 'no-tls'],
  ] as const) {
    const request = { address, method: 'GET', path: '/api/v2/me' } as const;
    const expected = { kind: 'offline', why };
    expect(failureOf(await electron.send(request)), address).toEqual(expected);
    expect(failureOf(await node.send(request)), address).toEqual(expected);
  }
});

test('Electron: a proxy that is not there is named as the reason', async () => {
  const behind = await startElectron(bundles.electron, {
    HOME: authority.home,
    https_proxy: 'http://127.0.0.1:9',
  });
  const request = { address: 'https://ci.test', method: 'GET', path: '/api/v2/me' } as const;
  expect(failureOf(await behind.send(request))).toEqual({ kind: 'offline', why: 'proxy' });
  expect(failureOf(await behind.send({ ...request, method: 'DELETE' }))).toEqual({
    kind: 'offline',
    why: 'proxy',
  });
  await behind.close();
});
