import fc from 'fast-check';
import { expect, test } from 'vitest';

import { isSamePlace, type Destination } from '../../../../shared/domain/destination';
import { contestedPlaces, type PlanRow } from '../../../../shared/domain/rotation-plan';
import { refNumber, slugOf } from '../../../support/token-records';
import { targetIdOf } from '../../../support/delivery-targets';

const anyPlace: fc.Arbitrary<Destination> = fc.oneof(
  fc
    .record({ project: fc.constantFrom('gh/acme/api', 'gh/acme/web'), variable: fc.constantFrom('A', 'B') })
    .map(({ project, variable }) => ({
      kind: 'project-variable' as const,
      project: slugOf(project),
      variable,
    })),
  fc.record({
    kind: fc.constant('context-variable' as const),
    contextId: fc.constantFrom('1', '2'),
    contextName: fc.constantFrom('deploys', 'renamed since'),
    variable: fc.constantFrom('A', 'B'),
  }),
  fc.constant({ kind: 'command' as const, target: targetIdOf(1), name: 'Team vault' }),
);

const rowOf = (destinations: readonly Destination[], isRotated: boolean, index: number): PlanRow => ({
  ref: refNumber(index),
  kind: 'project',
  scope: 'all',
  newScope: 'all',
  label: 'deploy bot',
  verdict: isRotated ? { kind: 'rotate' } : { kind: 'skip', why: 'gone' },
  destinations,
  checklist: [],
  warnings: [],
});

const anyRows = fc
  .array(fc.tuple(fc.uniqueArray(anyPlace, { maxLength: 3, comparator: isSamePlace }), fc.boolean()), {
    maxLength: 6,
  })
  .map((all) => all.map(([places, isRotated], index) => rowOf(places, isRotated, index)));

test('a variable is contested exactly when two rotated tokens go there, and a command never is', () => {
  fc.assert(
    fc.property(anyRows, anyPlace, (rows, place) => {
      const going = rows.filter(
        ({ verdict, destinations }) =>
          verdict.kind === 'rotate' && destinations.some((to) => isSamePlace(to, place)),
      );
      const isContested = contestedPlaces({ rows }).some((one) => isSamePlace(one, place));
      expect(isContested).toBe(going.length > 1 && place.kind !== 'command');
    }),
  );
});
