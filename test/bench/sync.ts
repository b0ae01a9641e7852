import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { systemClock } from '../../electron/clock';
import { compose } from '../../electron/compose';
import { SecretValue } from '../../electron/credentials/secret-value';
import { startDemoServer } from '../../electron/demo/demo-server';
import type { ConnectionId } from '../../shared/domain/connection-id';
import { err, ok } from '../../shared/result';
import { measureRatio, timed, type BenchLine } from './bench-line';

const SIZE = { projects: 2_000, tokens: 10_000 };
const LATENCY_MS = 20;
/** The most that Rekey ever has in flight to one host: what the bare loop has all the time. */
const IN_FLIGHT = 8;
const NOW = Date.UTC(2026, 10, 24);
/** The argument that makes the bench serve instead of measuring. */
export const SERVE = 'serve-the-demo';

interface Served {
  readonly address: string;
  readonly token: string;
}

/** Rekey's look at 2,000 projects over a bare loop of the very same requests, as many in flight, read as text. */
export async function benchSync(turns: number): Promise<BenchLine> {
  const { child, served } = await serveApart();
  try {
    const paths: string[] = [];
    await look(served, (path) => paths.push(path));
    const runtime = `node ${process.versions.node}`;
    return await measureRatio(
      'sync_ratio',
      turns,
      () => look(served),
      () => timed(() => askAll(served, paths)),
      runtime,
    );
  } finally {
    child.kill();
  }
}

/** The server has a process of its own, so that its work is not taken for ours. */
async function serveApart(): Promise<{ readonly child: ChildProcess; readonly served: Served }> {
  const child = fork(import.meta.filename, [SERVE], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [served] = (await once(child, 'message')) as [Served];
  return { child, served };
}

/** One look, from nothing known to everything written down. Milliseconds; connecting is not counted. */
async function look({ address, token }: Served, heard?: (path: string) => void): Promise<number> {
  const userData = await mkdtemp(join(tmpdir(), 'rekey-bench-'));
  let isCounting = false;
  const core = await compose({
    userData,
    cipher: { strength: () => 'none', seal: () => err('no-keychain'), open: () => err('no-keychain') },
    fetch: (url, init) => {
      if (isCounting) heard?.(url.slice(address.length));
      return fetch(url, init);
    },
    clock: systemClock(),
    announce: () => undefined,
    confirmNatively: () => Promise.resolve(false),
    targetStore: { all: () => [], keep: () => ok(null) },
    showProgress: () => undefined,
  });
  const request = {
    address,
    token: new SecretValue(token),
    name: 'acme',
    keep: 'session' as const,
    isDemo: false,
  };
  const connected = await core.connections.connect(request);
  if (!connected.ok) throw new Error('the bench could not connect');
  isCounting = true;
  const took = await timed(() => lookAt(core.inventory.sync, connected.value.id));
  await core.close();
  await rm(userData, { recursive: true, force: true });
  return took;
}

async function lookAt(
  sync: (id: ConnectionId) => Promise<{ readonly ok: boolean }>,
  id: ConnectionId,
): Promise<void> {
  const done = await sync(id);
  if (!done.ok) throw new Error('the look failed');
}

/** What is to be beaten: the requests and nothing else. */
async function askAll({ address, token }: Served, paths: readonly string[]): Promise<void> {
  let next = 0;
  const ask = async () => {
    for (let path = paths[next++]; path !== undefined; path = paths[next++]) {
      const answer = await fetch(address + path, {
        headers: { 'circle-token': token, accept: 'application/json' },
      });
      await answer.text();
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, ask));
}

/** What the process apart does: serves until nobody is there any more. */
export async function serveBench(): Promise<void> {
  const options = {
    profile: 'cloud-time' as const,
    seed: 1,
    now: NOW,
    size: SIZE,
    latencyMilliseconds: LATENCY_MS,
  };
  const server = await startDemoServer(options);
  process.send?.({ address: server.address, token: server.token.reveal() } satisfies Served);
  process.on('disconnect', () => process.exit());
}
