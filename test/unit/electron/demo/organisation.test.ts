import { expect, test } from 'vitest';

import { chanceOf } from '../../../../electron/demo/chance';
import { makeOrganisation } from '../../../../electron/demo/organisation';
import { valueOf } from '../../../../electron/demo/token-values';
import { visibleTokens } from '../../../support/server-facts';
import { NOW } from '../../../support/token-records';

const SIZE = { projects: 400, tokens: 20_000 };

test('twenty thousand tokens are the same for the same seed, and others for another', () => {
  const tokensOf = (seed: number) =>
    visibleTokens(makeOrganisation({ profile: 'cloud-time', seed, now: NOW, size: SIZE })).map(
      ({ token, project }) => [project, token.label, token.value].join(' '),
    );
  const once = tokensOf(2026);
  expect(once).toHaveLength(SIZE.tokens);
  expect(new Set(once).size).toBe(SIZE.tokens);
  // As one text each: a list of so many is compared, and told apart, for seconds.
  expect(tokensOf(2026).join('\n') === once.join('\n')).toBe(true);
  expect(tokensOf(2027).join('\n') === once.join('\n')).toBe(false);
});

test.each([
  ['00000000-0000-0000-0000-000000000000', '1111111111111111111111'],
  ['00000000-0000-0000-0000-00000000003a', '1111111111111111111121'],
  ['ffffffff-ffff-ffff-ffff-ffffffffffff', 'YcVfxkQb6JRzqk5kF2tNLv'],
])('a value of today carries the id %s in base58', (id, digits) => {
  const value = valueOf({ profile: 'cloud-time', chance: chanceOf(1) }, 'project', id, NOW);
  expect(value).toMatch(new RegExp(`^CCIPRJ_${digits}_[0-9a-f]{40}$`));
});
