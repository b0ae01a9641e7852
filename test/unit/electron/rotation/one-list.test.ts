import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { openJournal, type Journal } from '../../../../electron/rotation/journal';
import type { RotationDesk } from '../../../../electron/rotation/rotation-desk';
import { CONNECTION, confirmed, deleteAllOld, rowsOf } from '../../../support/rotation-bench';
import { valueOf } from '../../../support/value-of';
import { setUp, stepsOf } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';

const LIST_DOWN = {
  method: 'GET',
  path: String.raw`/token$`,
  trouble: { kind: 'status', status: 500 },
} as const;

/** Two rows of one project that could not begin, and what is written down from then on: which row, and what. */
async function twoOfOneList() {
  const { server, bench, folder } = await setUp();
  const project = must(server.state.projects.find(({ tokens }) => tokens.length >= 3));
  const refs = [...bench.records.values()]
    .filter((record) => record.project === project.slug)
    .slice(0, 2)
    .map(({ ref }) => ref);
  const inner = valueOf(await openJournal(join(folder, 'rotation.journal')));
  onTestFinished(inner.close);
  const written: string[] = [];
  const journal: Journal = {
    ...inner,
    append: (record) => {
      if (record.kind === 'row') written.push(`${record.row.slice(-1)} ${record.event.kind}`);
      return inner.append(record);
    },
  };
  const desk = await bench.openDesk({ journal });
  const plan = valueOf(await desk.plan(CONNECTION, refs));
  server.setFaults([LIST_DOWN]);
  valueOf(await confirmed(desk, plan));
  await desk.idle();
  server.setFaults([]);
  written.splice(0);
  return { server, desk, written };
}

const idsOf = (desk: RotationDesk) => rowsOf(desk).map(({ id }) => id);

test('two rows of one list are never in work at once, whoever asks for them', async () => {
  const { desk, written } = await twoOfOneList();
  await Promise.all(idsOf(desk).map((id) => desk.act(id, 'try-again')));
  expect(stepsOf(desk)).toEqual(['verified', 'verified']);
  const making = written
    .filter((line) => /create-intended|sealed/.test(line))
    .map((line) => line.slice(0, 1));
  expect(making[0]).toBe(making[1]);
  expect(making[2]).toBe(making[3]);
});

test('an old token is not deleted while another of its list is being made', async () => {
  const { desk, written } = await twoOfOneList();
  const [first, second] = idsOf(desk);
  valueOf(await desk.act(must(first), 'try-again'));
  valueOf(await desk.reveal(must(first)));
  valueOf(await desk.stored(must(first)));
  written.splice(0);
  await Promise.all([deleteAllOld(desk), desk.act(must(second), 'try-again')]);
  expect(stepsOf(desk)).toEqual(['gone', 'verified']);
  const order = written.filter((line) => /create-intended|sealed|delete-intended|gone/.test(line));
  expect(order.map((line) => line.slice(0, 1)).join('')).toMatch(/^(.)\1(.)\2$/);
});

test('of tokens that look alike the very one that was planned is deleted', async () => {
  const { server, bench } = await setUp();
  const project = must(server.state.projects.find(({ tokens }) => tokens.length >= 3));
  project.tokens = project.tokens.map((token) => ({ ...token, label: 'twin', scope: 'all' }));
  const [first, second, ...others] = project.tokens;
  const record = must(
    [...bench.records.values()]
      .filter((one) => one.project === project.slug)
      .find((_one, index) => index === 1),
  );
  const twin = { ...record, label: 'twin', scope: 'all' as const };
  const desk = await bench.openDesk({ recordOf: () => twin });
  valueOf(await confirmed(desk, valueOf(await desk.plan(CONNECTION, [twin.ref]))));
  await desk.idle();
  const [id] = idsOf(desk);
  valueOf(await desk.reveal(must(id)));
  valueOf(await desk.stored(must(id)));
  valueOf(await deleteAllOld(desk));
  expect(server.state.deleted).toEqual([second]);
  for (const other of [first, ...others]) expect(project.tokens).toContain(other);
});
