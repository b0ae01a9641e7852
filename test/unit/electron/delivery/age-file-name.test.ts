import fc from 'fast-check';
import { expect, test } from 'vitest';

import { ageFileName, safeLabel } from '../../../../electron/delivery/age-file-name';

const at = Date.UTC(2026, 0, 2, 3, 4, 5, 678);
const anyLabel = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '',
    '.',
    '..',
    '../..',
    '-rf',
    '.ssh',
    'C:\\x',
    'a/b',
    'a\0b',
    '中文',
    '-.-',
    'x'.repeat(300),
  ),
);

test.each([
  ['deploy', 'deploy-20260102T030405Z-0123abcd.age'],
  ['Terraform Cloud (prod)', 'Terraform-Cloud-prod--20260102T030405Z-0123abcd.age'],
  ['../../.ssh/id', 'ssh-id-20260102T030405Z-0123abcd.age'],
  ['--force', 'force-20260102T030405Z-0123abcd.age'],
  ['日本', 'token-20260102T030405Z-0123abcd.age'],
])('the label %j makes the file name %s', (label, name) => {
  expect(ageFileName(label, at, '0123abcd4567')).toBe(name);
});

test('whatever the label, a file name is plain, short, visible and no option', () => {
  fc.assert(
    fc.property(anyLabel, (label) => {
      expect(ageFileName(label, at, '0123abcd')).toMatch(
        /^[A-Za-z0-9_][A-Za-z0-9._-]{0,59}-\d{8}T\d{6}Z-[0-9a-f]{8}\.age$/,
      );
    }),
  );
});

test('a label that is safe already stays as it is', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9._-]{0,59}$/), (label) => {
      expect(safeLabel(label)).toBe(label);
    }),
  );
});
