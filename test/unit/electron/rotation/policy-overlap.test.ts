import { expect, test } from 'vitest';

import { incidentPolicy, PRESETS } from '../../../../shared/domain/policy-presets';
import { planFirst } from '../../../support/rotation-bench';
import { setUp } from '../../../support/rotation-runs';
import { NOW } from '../../../support/token-records';

test.each([...PRESETS, incidentPolicy(NOW)])(
  'a plan begins with the overlap of the policy in force: $name',
  async ({ overlapHours }) => {
    const { bench } = await setUp();
    const desk = await bench.openDesk({ overlapHours: () => overlapHours });
    expect((await planFirst(bench, desk, 1)).overlapHours).toBe(overlapHours);
  },
);
