import { join } from 'node:path';

import { onTestFinished } from 'vitest';

import type { Vault } from '../../electron/credentials/vault';
import type { DemoProfile } from '../../electron/demo/demo-state';
import type { DemoServer } from '../../electron/demo/demo-server';
import type { Fault } from '../../electron/demo/fault';
import { openJournal } from '../../electron/rotation/journal';
import type { RotationDesk } from '../../electron/rotation/rotation-desk';
import { demoServer } from './demo-client';
import { mortalDisk } from './mortal';
import {
  confirmed,
  deleteAllOld,
  planFirst,
  rotationBench,
  rowsOf,
  type RotationBench,
} from './rotation-bench';
import { valueOf } from './value-of';
import { visibleTokens } from './server-facts';
import { tempFolder } from './temp-folder';

const SMALL = { projects: 6, tokens: 30 };

/** A small organisation, a desk over it, and trouble if wanted. */
export async function setUp(faults: readonly Fault[] = [], profile: DemoProfile = 'cloud-time') {
  const server = await demoServer({ size: SMALL, profile });
  const folder = await tempFolder();
  const bench = await rotationBench(server, folder);
  onTestFinished(bench.close);
  server.setFaults(faults);
  return { server, bench, folder, desk: await bench.openDesk() };
}

/** A desk on a disk that takes so many more writes before the app dies, with nothing kept of the next. */
export async function mortalDesk(
  bench: RotationBench,
  folder: string,
  writes: number,
  over: Partial<Vault> = {},
) {
  const journal = valueOf(await openJournal(join(folder, 'rotation.journal')));
  onTestFinished(journal.close);
  const disk = mortalDisk(journal, bench.vault, { writes, isLastKept: false });
  const desk = await bench.openDesk({ journal: disk.journal, vaultOf: () => ({ ...disk.vault, ...over }) });
  return { desk, death: disk.death };
}

/** Plans, confirms and carries out the first tokens, and deletes what is proved. */
export async function rotate(desk: RotationDesk, bench: RotationBench, count: number, toTray = false) {
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
