import { expect, test } from 'vitest';

import { nameInDist } from '../../../scripts/fallback-runtime.mjs';

test.each([
  ['Cypress/Cypress', 'electron'],
  ['Cypress/locales/de.pak', 'locales/de.pak'],
  ['Cypress/resources/app/index.js', undefined],
  ['Cypress/browser_v8_context_snapshot.bin', undefined],
])('of the zip, %s is kept as %s', (name, kept) => {
  expect(nameInDist(name)).toBe(kept);
});
