import fc from 'fast-check';
import { expect, test } from 'vitest';

import { canonicalId, shortIdOfUuid, uuidOf, uuidOfShortId } from '../../../shared/domain/circleci-id';

test('a short id and its UUID name the same thing, in both directions and any case', () => {
  fc.assert(
    fc.property(fc.uuid(), (uuid) => {
      const short = shortIdOfUuid(uuid) ?? '';
      expect(short).toHaveLength(22);
      expect(uuidOfShortId(short)).toBe(uuid);
      expect(canonicalId(short)).toBe(uuid);
      expect(canonicalId(uuid.toUpperCase())).toBe(uuid);
    }),
  );
});

test('an id with leading zeros is known with and without its leading ones', () => {
  const uuid = '00000000-0000-4000-8000-00000000000a';
  const short = shortIdOfUuid(uuid) ?? '';
  expect(uuidOfShortId(short)).toBe(uuid);
  expect(uuidOf('00000001-0000-4000-8000-00000000000a')).toBe('00000001-0000-4000-8000-00000000000a');
});

test.each(['', 'acme', 'z'.repeat(22), '0'.repeat(22), 'l'.repeat(22), 'a'.repeat(23)])(
  'the text %j is no short id and stays as it is',
  (text) => {
    expect(uuidOfShortId(text)).toBeUndefined();
    expect(canonicalId(text)).toBe(text);
  },
);
