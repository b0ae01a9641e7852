import { describe, expect, test } from 'vitest';

import { deliveryFailure, receipt } from '../../../../shared/ipc/delivery-schema';

const SHA = 'ab'.repeat(32);

describe('a receipt', () => {
  test.each([
    { kind: 'variable', wasThere: true },
    { kind: 'variable', wasThere: false, updatedBefore: 1 },
    { kind: 'command' },
    { kind: 'copied' },
    { kind: 'switched' },
    { kind: 'file', path: '/srv/a.age', sha256: SHA },
  ])('is read back as it was: %j', (written) => {
    expect(receipt.parse(JSON.parse(JSON.stringify(written)))).toEqual(written);
  });

  test.each([
    { kind: 'variable' },
    { kind: 'command', value: 'CCIPAT_x' },
    { kind: 'file', path: '/srv/a.age', sha256: 'AB' },
    { kind: 'other' },
    null,
  ])('is not %j', (written) => {
    expect(receipt.safeParse(written).success).toBe(false);
  });
});

describe('a failed delivery', () => {
  test.each([
    { kind: 'unauthorized' },
    { kind: 'forbidden', status: 404 },
    { kind: 'target-gone' },
    { kind: 'command-not-run', why: 'unsafe-argument' },
    { kind: 'command-failed', exitCode: 137 },
    { kind: 'command-timed-out' },
    { kind: 'file-not-written' },
    { kind: 'bad-recipient' },
    { kind: 'not-switched' },
  ])('is read back as it was: %j', (written) => {
    expect(deliveryFailure.parse(JSON.parse(JSON.stringify(written)))).toEqual(written);
  });

  test.each([
    { kind: 'command-failed' },
    { kind: 'command-failed', exitCode: 0.5 },
    { kind: 'command-not-run', why: 'no reason' },
    { kind: 'target-gone', output: 'CCIPAT_x' },
  ])('is not %j', (written) => {
    expect(deliveryFailure.safeParse(written).success).toBe(false);
  });
});
