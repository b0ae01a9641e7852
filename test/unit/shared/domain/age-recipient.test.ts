import { generateIdentity, generateHybridIdentity, identityToRecipient } from 'age-encryption';
import { describe, expect, test } from 'vitest';

import { isAgeRecipient } from '../../../../shared/domain/age-recipient';

/** From the specification of age. */
const KNOWN = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';

describe('a recipient of age', () => {
  test('is what age itself makes', async () => {
    const made = await Promise.all(
      Array.from({ length: 20 }, async () => identityToRecipient(await generateIdentity())),
    );
    expect([KNOWN, ...made].filter((recipient) => !isAgeRecipient(recipient))).toEqual([]);
  });

  test('is of the X25519 form only', async () => {
    expect(isAgeRecipient(await identityToRecipient(await generateHybridIdentity()))).toBe(false);
  });

  test('with any one character changed is none', () => {
    const changed = Array.from(KNOWN).flatMap((character, at) =>
      ['q', 'p', '7'].flatMap((other) =>
        other === character ? [] : [KNOWN.slice(0, at) + other + KNOWN.slice(at + 1)],
      ),
    );
    expect(changed.filter(isAgeRecipient)).toEqual([]);
  });

  test.each([
    '',
    'age1',
    KNOWN.slice(0, -1),
    `${KNOWN}q`,
    `${KNOWN}\n`,
    ` ${KNOWN}`,
    KNOWN.toUpperCase(),
    'AGE-SECRET-KEY-1QQQQ',
    'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5',
  ])('is not %j', (text) => {
    expect(isAgeRecipient(text)).toBe(false);
  });
});
