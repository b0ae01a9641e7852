import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { isInstalled, stampOf } from '../../../scripts/dependencies.mjs';
import { tempFolder } from '../../support/temp-folder';

test('packages count as installed only after an install by the same lockfile came to its end', async () => {
  const stamp = join(await tempFolder(), 'stamp');
  expect(isInstalled('lockfile', stamp)).toBe(false);
  writeFileSync(stamp, stampOf('lockfile'));
  expect(isInstalled('lockfile', stamp)).toBe(true);
  expect(isInstalled('lockfile, changed', stamp)).toBe(false);
});
