import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { sumUp } from '../../../scripts/figures.mjs';
import { tempFolder } from '../../support/temp-folder';

test('the last line of a run sums the tests of both runners, and a stage that never ran adds nothing', async () => {
  const folder = await tempFolder();
  const write = (name, report) => writeFileSync(join(folder, name), JSON.stringify(report));
  write('unit.json', { numPassedTests: 40, numFailedTests: 1 });
  write('e2e.json', { stats: { expected: 7, unexpected: 2, flaky: 1, skipped: 0 } });
  const paths = ['unit.json', 'e2e.json', 'never-written.json'].map((name) => join(folder, name));
  expect(sumUp(paths)).toBe('47 passed, 4 failed');
});
