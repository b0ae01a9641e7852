import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Page } from 'playwright/test';

import type { TokenRecord } from '../../shared/domain/token';

/**
 * Has the consumer map of a closed Rekey say that each of these tokens is kept by the only command of Settings, as it would
 * after a first rotation. Ask `commandOf` for the command while Rekey still runs.
 */
export async function rememberConsumers(
  userData: string,
  tokens: readonly TokenRecord[],
  command: Awaited<ReturnType<typeof commandOf>>,
): Promise<void> {
  const to = tokens.map(({ ref }) => ({ ref, destinations: [command], checklist: [] }));
  await writeFile(join(userData, 'consumers.json'), JSON.stringify({ format: 1, tokens: to }), {
    mode: 0o600,
  });
}

/** The only command of Settings, as a place that values go to. */
export const commandOf = (page: Page) =>
  page.evaluate(async () => {
    const targets = await window.bridge['delivery:targets'](null);
    const [only] = targets.ok ? targets.value : [];
    if (only?.kind !== 'command') throw new Error('there is no command');
    return { kind: only.kind, target: only.id, name: only.name };
  });
