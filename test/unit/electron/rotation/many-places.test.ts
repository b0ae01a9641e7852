import { expect, test } from 'vitest';

import { refsFor } from '../../../../renderer/rotation/unplaced';
import type { Destination } from '../../../../shared/domain/destination';
import { targetIdOf } from '../../../support/delivery-targets';
import { CONNECTION } from '../../../support/rotation-bench';
import { setUp } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const SAFE: Destination = { kind: 'age-file', target: targetIdOf(1), name: 'Safe' };
const HERE: Destination = { kind: 'this-connection' };

test('many values are sent to one place at once, and taken back: skipped rows, other rows and Rekey’s own place stay', async () => {
  const { bench, desk } = await setUp();
  const own = must([...bench.records.values()].find(({ ownCredential }) => ownCredential === true));
  const [first, second, third] = [...bench.records.values()].filter(({ kind }) => kind === 'project');
  const refs = [must(first).ref, must(second).ref, must(third).ref, own.ref];
  const made = valueOf(await desk.plan(CONNECTION, refs));
  const project = must(must(first).project);
  const variable: Destination = { kind: 'project-variable', project, variable: 'DEPLOY' };
  const plan = valueOf(desk.choose(made.id, { row: { ref: must(first).ref, destinations: [variable] } }));
  const unplaced = refsFor(plan, undefined);
  expect(unplaced).toEqual([must(second).ref, must(third).ref]);

  const all = valueOf(desk.choose(plan.id, { places: { refs, destinations: [SAFE] } }));
  expect(all.rows.map(({ destinations }) => destinations)).toEqual([[SAFE], [SAFE], [SAFE], [HERE]]);
  expect(all.hash).not.toBe(plan.hash);

  valueOf(desk.choose(plan.id, { row: { ref: must(first).ref, destinations: [variable] } }));
  valueOf(desk.choose(plan.id, { row: { ref: own.ref, withOwn: true } }));
  const sent = valueOf(desk.choose(plan.id, { places: { refs: unplaced, destinations: [SAFE] } }));
  expect(sent.rows.map(({ destinations }) => destinations)).toEqual([[variable], [SAFE], [SAFE], [HERE]]);
  expect(refsFor(sent, targetIdOf(1))).toEqual(unplaced);
  expect(refsFor(sent, targetIdOf(2))).toEqual([]);

  const back = valueOf(desk.choose(plan.id, { places: { refs: [...unplaced, own.ref], destinations: [] } }));
  expect(back.rows.map(({ destinations }) => destinations)).toEqual([[variable], [], [], [HERE]]);
});
