import { expect, test } from 'vitest';

import { confirmed, deleteAllOld, planFirst, rowsOf } from '../../../support/rotation-bench';
import { needsOf, setUp, stepsOf } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

test('a neighbour that was deleted between two plans holds a rotation up until a person has looked, and no longer', async () => {
  const { server, bench, desk } = await setUp();
  const first = await planFirst(bench, desk, 1);
  desk.discardPlan(first.id);
  const { project: slug, ref } = must(first.rows[0]);
  const project = must(server.state.projects.find((one) => one.slug === slug));
  const isPlanned = (label: string) => label === must(first.rows[0]).label;
  const neighbour = must(project.tokens.findLast(({ label }) => !isPlanned(label)));
  project.tokens = project.tokens.filter((token) => token !== neighbour);

  const plan = await planFirst(bench, desk, 1);
  expect(plan.rows[0]?.ref).toBe(ref);
  valueOf(await confirmed(desk, plan));
  await desk.idle();
  expect(stepsOf(desk)).toEqual(['retiring']);
  valueOf(await deleteAllOld(desk));
  // Until a person has looked at the project's tokens, the list proves nothing.
  expect(needsOf(desk)).toEqual(['list-unsure']);
  valueOf(await desk.act(must(rowsOf(desk)[0]).id, 'try-again'));
  expect(stepsOf(desk)).toEqual(['gone']);
});
