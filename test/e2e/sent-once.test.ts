import { expect, test } from 'playwright/test';

import { createAuthority, type Authority, type Certificate } from '../support/network/certificates';
import { startDyingHost, type Death, type DyingHost } from '../support/network/dying-host';
import { startDyingProxy } from '../support/network/dying-proxy';
import { startHttp2Host, type Http2Death } from '../support/network/http2-host';
import {
  bundleProcesses,
  startElectron,
  startNode,
  type Bundles,
  type ElectronProcess,
  type NetworkProcess,
} from '../support/network/processes';

test.describe.configure({ mode: 'default' });
// Chromium takes its proxy and its trust from the environment there alone, so that a test can have its own.
test.skip(process.platform !== 'linux', 'only on Linux can a test have a certificate store of its own');

const TOKENS = '/api/v1.1/project/gh/acme/web/token';
const DEATHS: readonly Death[] = [
  'reset-before-reading',
  'reset-after-reading',
  'fin-after-reading',
  'half-a-head',
  'half-a-body',
  'idle-fin',
];
const HTTP2_DEATHS: readonly Http2Death[] = ['goaway', 'goaway-idle', 'stream-reset', 'session-destroyed'];
const METHODS = ['POST', 'PUT', 'DELETE'] as const;

let bundles: Bundles;
let authority: Authority;
let certificate: Certificate;
let electron: ElectronProcess;
let node: NetworkProcess;

test.beforeAll(async () => {
  bundles = await bundleProcesses();
  authority = createAuthority();
  certificate = authority.issue({ name: 'IP:127.0.0.1,DNS:ci.test' });
  electron = await startElectron(bundles.electron, { HOME: authority.home });
  node = await startNode(bundles.node, { NODE_EXTRA_CA_CERTS: authority.file });
});

test.afterAll(async () => {
  await electron.close();
  await node.close();
  authority.remove();
  await bundles.remove();
});

/** Leaves idle connections to the host behind, writes once, and answers what the host saw. */
async function writeOnce(
  { send }: Pick<NetworkProcess, 'send'>,
  host: DyingHost,
  method: (typeof METHODS)[number],
) {
  const { address } = host;
  const read = () => send({ address, method: 'GET', path: TOKENS });
  const reads = await Promise.all([read(), read(), read()]);
  const answer = await send({ address, method, path: TOKENS });
  const { writes } = host.arrived();
  await host.stop();
  return { reads: reads.filter(({ ok }) => ok).length, isAnswered: answer.ok, writes };
}

for (const stack of ['Electron', 'Node'] as const) {
  const own = () => (stack === 'Electron' ? electron : node);

  for (const isSecure of [false, true]) {
    for (const death of DEATHS) {
      test(`${stack}, ${isSecure ? 'https' : 'http'}: a write that dies of ${death} arrives once`, async () => {
        for (const method of METHODS) {
          const host = await startDyingHost(death, isSecure ? { certificate } : {});
          const seen = await writeOnce(own(), host, method);
          expect({ method, ...seen }).toEqual({ method, reads: 3, isAnswered: false, writes: 1 });
        }
      });
    }
  }
}

for (const death of HTTP2_DEATHS) {
  test(`Electron, HTTP/2: a write that dies of ${death} arrives once`, async () => {
    const host = await startHttp2Host(death, certificate);
    const seen = await writeOnce(electron, host, 'POST');
    expect(seen).toEqual({ reads: 3, isAnswered: death === 'goaway-idle', writes: 1 });
  });
}

test('Electron, through a proxy: a write whose answer the proxy drops arrives once', async () => {
  const proxy = await startDyingProxy();
  const behind = await startElectron(bundles.electron, {
    HOME: authority.home,
    http_proxy: proxy.address,
  });
  const host = await startDyingHost('works', { name: 'ci.test' });
  expect(await writeOnce(behind, host, 'POST')).toEqual({ reads: 3, isAnswered: false, writes: 1 });
  expect(proxy.used()).toBe(4);
  await behind.close();
  await proxy.stop();
});

test('Electron, through a tunnel of a proxy: a write that dies arrives once', async () => {
  const proxy = await startDyingProxy();
  const behind = await startElectron(bundles.electron, {
    HOME: authority.home,
    https_proxy: proxy.address,
  });
  for (const death of ['reset-after-reading', 'fin-after-reading', 'idle-fin'] as const) {
    const host = await startDyingHost(death, { certificate, name: 'ci.test' });
    expect(await writeOnce(behind, host, 'POST')).toEqual({ reads: 3, isAnswered: false, writes: 1 });
  }
  // Reads and writes alike went through it.
  expect(proxy.used()).toBeGreaterThanOrEqual(6);
  await behind.close();
  await proxy.stop();
});

test('Electron: a thousand creates, as many at once as there may be, arrive once each and leave no memory behind', async () => {
  const host = await startDyingHost('works');
  const request = { address: host.address, method: 'POST', path: TOKENS } as const;
  // The sessions for writes are opened and the heaps have grown before anything is measured.
  expect(await electron.sendMany(request, 200, 16)).toBe(200);
  const before = await electron.memory();
  expect(await electron.sendMany(request, 1_000, 16)).toBe(1_000);
  const after = await electron.memory();
  expect(host.arrived().writes).toBe(1_200);
  // A session for each create would take 500 MB in the main process and 160 MB in the network service.
  expect(after.main - before.main).toBeLessThan(100_000);
  expect(after.network - before.network).toBeLessThan(60_000);
  await host.stop();
});
