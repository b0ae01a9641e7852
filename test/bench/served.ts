import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { startDemoServer, type DemoOptions } from '../../electron/demo/demo-server';

const LATENCY_MS = 20;
const NOW = Date.UTC(2026, 10, 24);
/** The argument that makes the bench serve instead of measuring; the size of the organisation follows it. */
export const SERVE = 'serve-the-demo';

export interface Served {
  readonly address: string;
  readonly token: string;
}

/** A demo organisation in a process of its own, so that its work is not taken for ours. Every answer takes 20 ms. */
export async function serveApart(
  size: NonNullable<DemoOptions['size']>,
): Promise<{ readonly child: ChildProcess; readonly served: Served }> {
  const args = [SERVE, String(size.projects), String(size.tokens)];
  const child = fork(import.meta.filename, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [served] = (await once(child, 'message')) as [Served];
  return { child, served };
}

/** What the process apart does: serves until nobody is there any more. */
export async function serveBench(projects: number, tokens: number): Promise<void> {
  const server = await startDemoServer({
    profile: 'cloud-time',
    seed: 1,
    now: NOW,
    size: { projects, tokens },
    latencyMilliseconds: LATENCY_MS,
  });
  process.send?.({ address: server.address, token: server.token.reveal() } satisfies Served);
  process.on('disconnect', () => process.exit());
}
