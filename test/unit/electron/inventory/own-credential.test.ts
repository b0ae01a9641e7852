import { expect, test } from 'vitest';

import type { RemoteToken } from '../../../../electron/circleci/client';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import { mayBeOwn } from '../../../../electron/inventory/own-credential';
import { legacyValue } from '../../../support/token-texts';

const own = new SecretValue(legacyValue(0x1234));
const row = (said: Partial<RemoteToken>): RemoteToken => ({ label: 'laptop', scope: 'full', ...said });

test('a row with the same last four does not clear one that shows none: it may be Rekey’s own', () => {
  const alike = row({ lastFour: '1234' });
  const silent = row({});
  const other = row({ lastFour: 'ffff' });
  expect(mayBeOwn([alike, silent, other], own)).toEqual(new Set([alike, silent]));
  expect(mayBeOwn([alike, other], own)).toEqual(new Set([alike]));
});

test('a row with the very value clears all others', () => {
  const same = row({ value: own });
  expect(mayBeOwn([row({}), same], own)).toEqual(new Set([same]));
});
