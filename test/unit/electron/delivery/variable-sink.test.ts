import { describe, expect, test } from 'vitest';

import { SecretValue } from '../../../../electron/credentials/secret-value';
import { variableSink, type VariableCalls } from '../../../../electron/delivery/variable-sink';
import { isWeakerProof } from '../../../../shared/domain/delivery';
import type { Destination } from '../../../../shared/domain/destination';
import { ok } from '../../../../shared/result';
import { slugOf } from '../../../support/token-records';
import { projectValue } from '../../../support/token-texts';
import { valueOf } from '../../../support/value-of';

const VALUE = new SecretValue(projectValue(0x1234));
const PLACE: Destination = { kind: 'project-variable', project: slugOf('gh/acme/api'), variable: 'TOKEN' };

interface Shown {
  readonly lastCharacters: string;
  readonly updatedAt?: number;
}

/** A place that shows these, one after the other; the last for ever. */
const placeShowing = (...shown: readonly (Shown | undefined)[]): VariableCalls => {
  let reads = 0;
  return {
    list: () => {
      const now = shown[Math.min(reads, shown.length - 1)];
      reads += 1;
      return Promise.resolve(ok(now === undefined ? [] : [{ name: 'TOKEN', ...now }]));
    },
    put: () => Promise.resolve(ok(null)),
    remove: () => Promise.resolve(ok(null)),
  };
};

const SAME: Shown = { lastCharacters: '1234' };
const OTHER: Shown = { lastCharacters: 'ffff' };

describe('reading a variable back', () => {
  test.each([
    ['that was not there proves that it was written', undefined, SAME, true, false],
    ['that showed another last four proves it too', OTHER, SAME, true, false],
    ['that showed the same last four and has no date is a weaker proof', SAME, SAME, true, true],
    ['that showed the same, with a later date now, is a proof', at(SAME, 1), at(SAME, 2), true, false],
    [
      'that showed the same, with the same date, shows that it was not written',
      at(SAME, 1),
      at(SAME, 1),
      false,
      false,
    ],
    ['that showed the same, and whose date is gone, shows nothing', at(SAME, 1), SAME, false, false],
    [
      'that showed another, and whose date is gone, proves that it was written',
      at(OTHER, 1),
      SAME,
      true,
      false,
    ],
    ['that shows another one proves nothing', SAME, OTHER, false, true],
  ] as const)('%s', async (_what, before, after, isShown, isWeaker) => {
    const sink = variableSink(PLACE, placeShowing(before, after));
    const receipt = valueOf(await sink.deliver(VALUE, { label: 'deploy', scope: 'all' }));
    expect(valueOf(await sink.prove(VALUE, receipt))).toBe(isShown);
    expect(isWeakerProof(receipt)).toBe(isWeaker);
    expect(JSON.stringify(receipt)).not.toContain('1234');
  });
});

function at(shown: Shown, updatedAt: number): Shown {
  return { ...shown, updatedAt };
}
