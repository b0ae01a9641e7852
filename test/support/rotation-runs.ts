import { onTestFinished } from 'vitest';

import type { DemoServer } from '../../electron/demo/demo-server';
import type { Fault } from '../../electron/demo/fault';
import type { RotationDesk } from '../../electron/rotation/rotation-desk';
import { demoServer } from './demo-client';
import { confirmed, deleteAllOld, planFirst, rotationBench, rowsOf } from './rotation-bench';
import { valueOf } from './value-of';
import { visibleTokens } from './server-facts';
import { tempFolder } from './temp-folder';

const SMALL = { projects: 6, tokens: 30 };

/** A small organisation, a desk over it, and trouble if wanted. */
export async function setUp(faults: readonly Fault[] = []) {
  const server = await demoServer({ size: SMALL });
  const bench = await rotationBench(server, await tempFolder());
  onTestFinished(bench.close);
  server.setFaults(faults);
  return { server, bench, desk: await bench.openDesk() };
}

/** Plans, confirms and carries out the first tokens, and deletes what is proved. */
export async function rotate(
  desk: RotationDesk,
  bench: Awaited<ReturnType<typeof rotationBench>>,
  count: number,
  toTray = false,
) {
  valueOf(await confirmed(desk, await planFirst(bench, desk, count, toTray)));
  await desk.idle();
  if (stepsOf(desk).includes('retiring')) await deleteAllOld(desk);
}

export const stepsOf = (desk: RotationDesk) => rowsOf(desk).map(({ step }) => step);
export const needsOf = (desk: RotationDesk) => rowsOf(desk).flatMap(({ need }) => need?.reason ?? []);
export const createsOf = (server: DemoServer) =>
  server.state.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/token')).length;
export const shapesOf = (server: DemoServer) =>
  visibleTokens(server.state)
    .map(({ token, project }) => `${project} ${token.label} ${token.scope}`)
    .sort();
