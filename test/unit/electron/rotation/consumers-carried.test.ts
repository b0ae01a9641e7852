import { join } from 'node:path';

import { expect, test } from 'vitest';

import { openConsumerMap } from '../../../../electron/delivery/consumer-map';
import { CONNECTION, confirmed, planFirst, rowsOf } from '../../../support/rotation-bench';
import { valueOf } from '../../../support/value-of';
import { setUp } from '../../../support/rotation-runs';
import { visibleTokens } from '../../../support/server-facts';
import { tempFolder } from '../../../support/temp-folder';
import { must } from '../../../support/token-records';
import { ITEM } from '../../../support/waiting-run';

test('where a token is used is known of its successor too, and of it alone is its last four', async () => {
  const { server, bench } = await setUp();
  const path = join(await tempFolder(), 'consumers.json');
  const consumers = await openConsumerMap(path);
  const desk = await bench.openDesk({ consumers });
  const before = new Set(visibleTokens(server.state).map(({ token }) => token));
  const plan = await planFirst(bench, desk, 1);
  const { ref } = must(plan.rows[0]);
  const chosen = valueOf(desk.choose(plan.id, { row: { ref, checklist: [ITEM] } }));
  const { destinations } = must(chosen.rows[0]);
  valueOf(await confirmed(desk, chosen));
  await desk.idle();
  expect(rowsOf(desk).map(({ step }) => step)).toEqual(['retiring']);

  const made = must(visibleTokens(server.state).find(({ token }) => !before.has(token)));
  const project = must(chosen.rows[0]).project;
  const { id, label, scope, value } = made.token;
  const newRef = bench.refFor('project', project, { id, label, scope });
  const kept = await openConsumerMap(path);
  expect(newRef).not.toBe(ref);
  expect(kept.of(newRef)).toMatchObject({ destinations, lastFour: value.slice(-4) });
  expect(kept.of(newRef).checklist.map(({ where }) => where)).toEqual([ITEM.where]);
  expect(kept.of(ref)).toMatchObject({ destinations, checklist: [ITEM] });
});

test('the next plan begins with the places that are remembered', async () => {
  const { bench } = await setUp();
  const consumers = await openConsumerMap(join(await tempFolder(), 'consumers.json'));
  const desk = await bench.openDesk({ consumers });
  const [record] = [...bench.records.values()];
  const { ref, project } = must(record);
  const to = { kind: 'project-variable' as const, project: must(project), variable: 'CIRCLE_TOKEN' };
  await consumers.remember(ref, { destinations: [to], checklist: [ITEM] });
  const plan = valueOf(await desk.plan(CONNECTION, [ref]));
  expect(plan.rows[0]).toMatchObject({ destinations: [to], checklist: [ITEM] });
});
