import { onTestFinished } from 'vitest';

import type { CircleCiClient } from '../../electron/circleci/client';
import type { FetchPort } from '../../electron/circleci/fetch-port';
import { openClient } from '../../electron/circleci/open-client';
import { createPacer } from '../../electron/circleci/pacing';
import { systemClock, type Clock } from '../../electron/clock';
import type { SecretValue } from '../../electron/credentials/secret-value';
import { startDemoServer, type DemoOptions, type DemoServer } from '../../electron/demo/demo-server';
import { NOW } from './token-records';

/** A clock whose waits are over at once, except those that are given up: time-outs must not strike by themselves. */
export const hastyClock: Clock = {
  now: () => NOW,
  wait: (milliseconds, signal) =>
    milliseconds >= 30_000 && signal !== undefined
      ? systemClock().wait(milliseconds, signal)
      : new Promise((resolve) => setImmediate(resolve)),
};

/** Starts the demo server for the running test, and stops it when the test has ended. */
export async function demoServer(options: Partial<DemoOptions> = {}): Promise<DemoServer> {
  const server = await startDemoServer({ profile: 'cloud-time', seed: 7, now: NOW, ...options });
  onTestFinished(() => server.stop());
  return server;
}

/** The real client, over real HTTP. */
export function clientOf(
  server: Pick<DemoServer, 'address' | 'token'>,
  token: SecretValue = server.token,
  clock = hastyClock,
  send: FetchPort = fetch,
): CircleCiClient {
  return openClient({
    address: server.address,
    token,
    fetch: send,
    pacer: createPacer({ clock, random: () => 0.5 }),
    clock,
    random: () => 0.5,
  });
}
