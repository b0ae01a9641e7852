import { setImmediate as turn } from 'node:timers/promises';

import type { openFeatures } from './open-features';

/**
 * Reads all that a window does not need, piece by piece: while it is read, the page's process comes up and asks main for one
 * thing after the other, and none of them waits for more than a piece.
 */
export async function readFeatures(): Promise<{ readonly openFeatures: typeof openFeatures }> {
  await import('zod');
  await turn();
  await import('../shared/ipc/contract');
  await turn();
  await import('./settings/settings');
  await turn();
  await import('./compose');
  await turn();
  return import('./open-features');
}
