import { describe, expect, test } from 'vitest';

import type { CircleCiClient } from '../../../../electron/circleci/client';
import { CONNECTION, confirmed, planFirst, rowsOf } from '../../../support/rotation-bench';
import { valueOf } from '../../../support/value-of';
import { createsOf, mortalDesk, needsOf, setUp, stepsOf } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';

describe('a token without a label', () => {
  test('is not rotated: its successor would be given one that nobody chose', async () => {
    const { server, bench, desk } = await setUp();
    const project = must(server.state.projects[0]);
    project.tokens = project.tokens.map((token) => ({ ...token, label: '' }));
    const records = [...bench.records.values()].filter((record) => record.project === project.slug);
    const unlabelled = new Map(records.map((record) => [record.ref, { ...record, label: '(no label)' }]));
    const later = await bench.openDesk({ recordOf: (ref) => unlabelled.get(ref) });
    const plan = valueOf(await later.plan(CONNECTION, [...unlabelled.keys()]));
    const skips = plan.rows.map(({ verdict }) => (verdict.kind === 'skip' ? verdict.why : 'none'));
    expect(new Set(skips)).toEqual(new Set(['no-label']));
    expect(desk.runs()).toEqual([]);
  });
});

describe('a new token', () => {
  test('that the host gave another label is removed at once, and the row says so', async () => {
    const { server, bench } = await setUp();
    const createProjectToken: CircleCiClient['createProjectToken'] = (project, { scope }) =>
      bench.client().createProjectToken(project, { label: 'something else', scope });
    const desk = await bench.openDesk({ clientOf: () => ({ ...bench.client(), createProjectToken }) });
    valueOf(await confirmed(desk, await planFirst(bench, desk, 1)));
    await desk.idle();
    expect(needsOf(desk)).toEqual(['label-differs']);
    expect(rowsOf(desk)[0]?.need?.actions).toEqual(['try-again', 'leave']);
    expect(server.state.deleted.map(({ label }) => label)).toEqual(['something else']);
  });

  test('that could not be kept says so also when the app died before it was removed', async () => {
    const { server, bench, folder } = await setUp();
    const put = () => Promise.resolve({ ok: false, error: 'disk' } as const);
    const first = await mortalDesk(bench, folder, 3, { put });
    void confirmed(first.desk, await planFirst(bench, first.desk, 1));
    await first.death;
    const desk = await bench.openDesk();
    await desk.recover();
    expect(needsOf(desk)).toEqual(['seal-failed']);
    expect(server.state.deleted).toHaveLength(1);
  });
});

describe('a create that is answered with “request timed out” (408)', () => {
  test('may have made a token: the list is read before another is made', async () => {
    const { server, bench, desk } = await setUp();
    const plan = await planFirst(bench, desk, 1);
    server.setFaults([
      { method: 'POST', path: String.raw`/token$`, times: 1, trouble: { kind: 'status', status: 408 } },
    ]);
    valueOf(await confirmed(desk, plan));
    await desk.idle();
    expect(needsOf(desk)).toEqual(['create-unclear']);
    expect(createsOf(server)).toBe(1);
  });
});

describe('a plan', () => {
  test('that writes to a variable of a row whose old token still waits is not confirmed', async () => {
    const { server, bench, desk } = await setUp();
    valueOf(await confirmed(desk, await planFirst(bench, desk, 1)));
    await desk.idle();
    expect(stepsOf(desk)).toEqual(['retiring']);
    const to = must(must(rowsOf(desk)[0]).destinations[0]);
    const other = must([...bench.records.keys()][1]);
    const plan = valueOf(await desk.plan(CONNECTION, [other]));
    const chosen = valueOf(desk.choose(plan.id, { row: { ref: other, destinations: [to] } }));
    const creates = createsOf(server);
    expect(await confirmed(desk, chosen)).toEqual({ ok: false, error: { kind: 'same-place' } });
    expect(createsOf(server)).toBe(creates);
  });

  test('skips the new token of a rotation that is not finished', async () => {
    const { bench, desk } = await setUp();
    valueOf(await confirmed(desk, await planFirst(bench, desk, 1)));
    await desk.idle();
    const [row] = rowsOf(desk);
    const listed = valueOf(await bench.client().listProjectTokens(must(must(row).project)));
    const made = must(listed.at(-1));
    const ref = bench.refFor('project', must(row).project, made);
    const record = { ...must(bench.records.get(must(row).ref)), ref };
    const later = await bench.openDesk({ recordOf: () => record });
    const plan = valueOf(await later.plan(CONNECTION, [ref]));
    expect(plan.rows.map(({ verdict }) => verdict)).toEqual([{ kind: 'skip', why: 'already-rotating' }]);
  });
});
