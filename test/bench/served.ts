import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

import { startDemoServer, type DemoOptions } from '../../electron/demo/demo-server';
import { NOW } from './cached-inventory';

/** What each answer of a server takes that stands for one far away. */
const LATENCY_MS = 20;
/** The argument that makes the bench serve instead of measuring; the size of the organisation and the latency follow it. */
export const SERVE = 'serve-the-demo';

export interface Served {
  readonly address: string;
  readonly token: string;
}

/** A demo organisation in a process of its own, so that its work is not taken for ours. */
export async function serveApart(
  size: NonNullable<DemoOptions['size']>,
  latencyMilliseconds = LATENCY_MS,
): Promise<{ readonly child: ChildProcess; readonly served: Served }> {
  const args = [SERVE, size.projects, size.tokens, latencyMilliseconds].map(String);
  const child = fork(import.meta.filename, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const [served] = (await once(child, 'message')) as [Served];
  return { child, served };
}

/** What the process apart does: serves until nobody is there any more. */
export async function serveBench(
  projects: number,
  tokens: number,
  latencyMilliseconds: number,
): Promise<void> {
  const server = await startDemoServer({
    profile: 'cloud-time',
    seed: 1,
    now: NOW,
    size: { projects, tokens },
    latencyMilliseconds,
  });
  process.send?.({ address: server.address, token: server.token.reveal() } satisfies Served);
  process.on('disconnect', () => process.exit());
}
