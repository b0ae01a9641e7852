import { describe, expect, test } from 'vitest';
import type { NativeQuestion } from '../../../../electron/rotation/native-question';
import { CONNECTION, confirmed, deleteAllOld, planFirst, rowsOf } from '../../../support/rotation-bench';
import { valueOf } from '../../../support/value-of';
import { visibleTokens } from '../../../support/server-facts';
import { must } from '../../../support/token-records';
import { createsOf, needsOf, rotate, setUp, shapesOf, stepsOf } from '../../../support/rotation-runs';

describe('a run', () => {
  test('replaces each token by one with the same label and scope, delivered and proved', async () => {
    const { server, bench, desk } = await setUp();
    const before = shapesOf(server);
    await rotate(desk, bench, 8);
    expect(stepsOf(desk)).toEqual(Array.from({ length: 8 }, () => 'gone'));
    expect(shapesOf(server)).toEqual(before);
    expect(server.state.deleted).toHaveLength(8);
    expect(desk.runs()[0]?.phase).toBe('ended');
  });

  test('that leaves values to people deletes nothing before they say so', async () => {
    const { server, bench, desk } = await setUp();
    await rotate(desk, bench, 3, true);
    expect(stepsOf(desk)).toEqual(['verified', 'verified', 'verified']);
    expect(server.state.deleted).toEqual([]);
    const [first] = rowsOf(desk);
    const value = valueOf(await desk.reveal(must(first).id));
    expect(visibleTokens(server.state).some(({ token }) => token.value === value.reveal())).toBe(true);
    valueOf(await desk.stored(must(first).id));
    expect(stepsOf(desk)).toEqual(['retiring', 'verified', 'verified']);
    valueOf(await deleteAllOld(desk));
    expect(stepsOf(desk)).toEqual(['gone', 'verified', 'verified']);
    expect(server.state.deleted).toHaveLength(1);
  });

  test('whose old tokens are to wait deletes them only when told, and asks natively first', async () => {
    const { server, bench } = await setUp();
    const asked: NativeQuestion['kind'][] = [];
    const desk = await bench.openDesk({
      confirmNatively: ({ kind }) => {
        asked.push(kind);
        return Promise.resolve(true);
      },
    });
    const plan = await planFirst(bench, desk, 2);
    valueOf(await confirmed(desk, plan));
    await desk.idle();
    expect(stepsOf(desk)).toEqual(['retiring', 'retiring']);
    expect(server.state.deleted).toEqual([]);
    valueOf(await deleteAllOld(desk));
    expect(stepsOf(desk)).toEqual(['gone', 'gone']);
    expect(asked).toEqual(['rotate', 'delete-old']);
  });

  test('deletes nothing whose place was overwritten while the old token waited', async () => {
    const { server, bench, desk } = await setUp();
    valueOf(await confirmed(desk, await planFirst(bench, desk, 1)));
    await desk.idle();
    const [row] = rowsOf(desk);
    const project = must(server.state.projects.find(({ slug }) => slug === row?.project));
    const variable = must(project.variables.get('ROTATED_0'));
    project.variables.set('ROTATED_0', { ...variable, value: 'somebody else’s' });
    valueOf(await deleteAllOld(desk));
    expect(needsOf(desk)).toEqual(['delivery-unproved']);
    expect(server.state.deleted).toEqual([]);
    valueOf(await desk.act(must(row).id, 'try-again'));
    valueOf(await deleteAllOld(desk));
    expect(stepsOf(desk)).toEqual(['gone']);
  });

  test('one row’s failure leaves the others alone', async () => {
    const { bench, desk } = await setUp([
      { method: 'POST', path: '/envvar', times: 1, trouble: { kind: 'status', status: 403 } },
    ]);
    await rotate(desk, bench, 4);
    expect(stepsOf(desk).filter((step) => step === 'gone')).toHaveLength(3);
    expect(needsOf(desk)).toEqual(['delivery-failed']);
    valueOf(await desk.act(must(rowsOf(desk).find(({ step }) => step === 'needs-you')).id, 'try-again'));
    expect(new Set(stepsOf(desk))).toEqual(new Set(['gone', 'retiring']));
  });

  test('that is paused goes on where it was', async () => {
    const { bench, desk } = await setUp();
    const run = valueOf(await confirmed(desk, await planFirst(bench, desk, 6)));
    valueOf(desk.control(run, 'pause'));
    await desk.idle();
    expect(desk.runs()[0]?.phase).toBe('paused');
    expect(stepsOf(desk)).toContain('planned');
    valueOf(desk.control(run, 'resume'));
    await desk.idle();
    expect(stepsOf(desk).every((step) => step === 'retiring')).toBe(true);
  });

  test('that is stopped leaves what was not begun as it was', async () => {
    const { server, bench, desk } = await setUp();
    const run = valueOf(await confirmed(desk, await planFirst(bench, desk, 6)));
    valueOf(desk.control(run, 'stop'));
    await desk.idle();
    const steps = stepsOf(desk);
    expect(new Set(steps)).toEqual(new Set(steps.includes('retiring') ? ['retiring', 'left'] : ['left']));
    expect(server.state.deleted).toEqual([]);
    expect(desk.runs()[0]?.phase).toBe('ended');
  });
});

describe('a plan', () => {
  test('X13: is confirmed only by its own words, its own hash, and one run at a time', async () => {
    const { bench, desk } = await setUp();
    const plan = await planFirst(bench, desk, 2, true);
    expect(await desk.confirm(plan.id, plan.hash, 'acme 3')).toEqual({
      ok: false,
      error: { kind: 'typed-differently' },
    });
    // What reads the same is the same: a zero-width sign may come with a copied name.
    expect(await desk.confirm(plan.id, '0'.repeat(64), ' ac\u200bme\u00a02')).toEqual({
      ok: false,
      error: { kind: 'plan-changed' },
    });
    expect(await desk.confirm(plan.id, '0'.repeat(64), 'acme 2')).toEqual({
      ok: false,
      error: { kind: 'plan-changed' },
    });
    const other = await planFirst(bench, desk, 1, true);
    const [first, second] = await Promise.all([confirmed(desk, plan), confirmed(desk, other)]);
    expect([first.ok, second.ok].sort()).toEqual([false, true]);
    expect([first, second]).toContainEqual({ ok: false, error: { kind: 'busy' } });
    await desk.idle();
  });

  test('that sends two values to one variable is not confirmed, as one of them would be lost', async () => {
    const { server, bench, desk } = await setUp();
    const plan = await planFirst(bench, desk, 2, true);
    const project = must(must(plan.rows[0]).project);
    const to = { kind: 'project-variable' as const, project, variable: 'SHARED' };
    for (const { ref } of plan.rows) valueOf(desk.choose(plan.id, { row: { ref, destinations: [to] } }));
    const last = valueOf(desk.choose(plan.id, {}));
    expect(await confirmed(desk, last)).toEqual({ ok: false, error: { kind: 'same-place' } });
    expect(createsOf(server)).toBe(0);
  });

  test('skips what was changed or deleted since it was seen, and says which', async () => {
    const { server, bench, desk } = await setUp();
    const project = must(server.state.projects[0]);
    const [first, second] = project.tokens;
    project.tokens = project.tokens
      .filter((token) => token !== first)
      .map((token) => (token === second ? { ...token, label: 'renamed' } : token));
    const refs = [...bench.records.values()]
      .filter((record) => record.project === project.slug)
      .map(({ ref }) => ref);
    const plan = valueOf(await desk.plan(CONNECTION, refs));
    const skips = plan.rows.flatMap(({ verdict }) => (verdict.kind === 'skip' ? [verdict.why] : []));
    expect(skips).toEqual(['gone', 'changed']);
  });

  test('makes no request that changes anything', async () => {
    const { server, bench, desk } = await setUp();
    await planFirst(bench, desk, 10);
    expect(new Set(server.state.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
  });
});
