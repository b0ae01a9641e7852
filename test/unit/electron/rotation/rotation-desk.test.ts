import { describe, expect, test } from 'vitest';

import type { DemoServer } from '../../../../electron/demo/demo-server';
import type { Fault } from '../../../../electron/demo/fault';
import type { NativeQuestion } from '../../../../electron/rotation/native-question';
import type { RotationDesk } from '../../../../electron/rotation/rotation-desk';
import type { NeedReason } from '../../../../shared/domain/rotation-run';
import { demoServer } from '../../../support/demo-client';
import {
  CONNECTION,
  confirmed,
  planFirst,
  rotationBench,
  rowsOf,
  valueOf,
} from '../../../support/rotation-bench';
import { visibleTokens } from '../../../support/server-facts';
import { tempFolder } from '../../../support/temp-folder';
import { must } from '../../../support/token-records';

const SMALL = { projects: 6, tokens: 30 };

async function setUp(faults: readonly Fault[] = []) {
  const server = await demoServer({ size: SMALL });
  const bench = await rotationBench(server, await tempFolder());
  server.setFaults(faults);
  return { server, bench, desk: await bench.openDesk() };
}

async function rotate(
  desk: RotationDesk,
  bench: Awaited<ReturnType<typeof rotationBench>>,
  count: number,
  toTray = false,
) {
  valueOf(await confirmed(desk, await planFirst(bench, desk, count, toTray)));
  await desk.idle();
}

const stepsOf = (desk: RotationDesk) => rowsOf(desk).map(({ step }) => step);
const needsOf = (desk: RotationDesk) => rowsOf(desk).flatMap(({ need }) => need?.reason ?? []);
const createsOf = (server: DemoServer) =>
  server.state.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/token')).length;
const shapesOf = (server: DemoServer) =>
  visibleTokens(server.state)
    .map(({ token, project }) => `${project} ${token.label} ${token.scope}`)
    .sort();

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
    const later = valueOf(desk.choose(plan.id, { retirement: 'later' }));
    valueOf(await confirmed(desk, later));
    await desk.idle();
    expect(stepsOf(desk)).toEqual(['retiring', 'retiring']);
    expect(server.state.deleted).toEqual([]);
    valueOf(await desk.deleteOld(rowsOf(desk).map(({ id }) => id)));
    expect(stepsOf(desk)).toEqual(['gone', 'gone']);
    expect(asked).toEqual(['rotate', 'delete-old']);
  });

  test('one row’s failure leaves the others alone', async () => {
    const { bench, desk } = await setUp([
      { method: 'POST', path: '/envvar', times: 1, trouble: { kind: 'status', status: 403 } },
    ]);
    await rotate(desk, bench, 4);
    expect(stepsOf(desk).filter((step) => step === 'gone')).toHaveLength(3);
    expect(needsOf(desk)).toEqual(['delivery-failed']);
    valueOf(await desk.act(must(rowsOf(desk).find(({ step }) => step === 'needs-you')).id, 'try-again'));
    expect(stepsOf(desk)).toEqual(['gone', 'gone', 'gone', 'gone']);
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
    expect(stepsOf(desk).every((step) => step === 'gone')).toBe(true);
  });

  test('that is stopped leaves what was not begun as it was', async () => {
    const { server, bench, desk } = await setUp();
    const run = valueOf(await confirmed(desk, await planFirst(bench, desk, 6)));
    valueOf(desk.control(run, 'stop'));
    await desk.idle();
    const steps = stepsOf(desk);
    expect(new Set(steps)).toEqual(new Set(steps.includes('gone') ? ['gone', 'left'] : ['left']));
    expect(server.state.deleted).toHaveLength(steps.filter((step) => step === 'gone').length);
    expect(desk.runs()[0]?.phase).toBe('ended');
  });
});

describe('a plan', () => {
  test('is confirmed only by its own words, its own hash, and one run at a time', async () => {
    const { bench, desk } = await setUp();
    const plan = await planFirst(bench, desk, 2, true);
    expect(await desk.confirm(plan.id, plan.hash, 'acme 3')).toEqual({
      ok: false,
      error: { kind: 'typed-differently' },
    });
    expect(await desk.confirm(plan.id, '0'.repeat(64), 'acme 2')).toEqual({
      ok: false,
      error: { kind: 'plan-changed' },
    });
    const other = await planFirst(bench, desk, 1, true);
    const [first, second] = await Promise.all([confirmed(desk, plan), confirmed(desk, other)]);
    expect([first.ok, second.ok].sort()).toEqual([false, true]);
    await desk.idle();
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

describe('trouble at the host', () => {
  const token = String.raw`/token$`;
  test.each<[string, readonly Fault[], NeedReason]>([
    [
      'a refused create',
      [{ method: 'POST', path: token, trouble: { kind: 'status', status: 403 } }],
      'create-refused',
    ],
    [
      'a create that answers another scope',
      [{ method: 'POST', path: token, trouble: { kind: 'scope-changed' } }],
      'scope-differs',
    ],
    [
      'a delete that is not carried out',
      [{ method: 'DELETE', path: '/token/', trouble: { kind: 'delete-ignored' } }],
      'old-still-live',
    ],
    [
      'a refused delete',
      [{ method: 'DELETE', path: '/token/', trouble: { kind: 'status', status: 403 } }],
      'delete-refused',
    ],
    [
      'a value that the host does not know',
      [{ path: 'limit=1', trouble: { kind: 'status', status: 401 } }],
      'verify-failed',
    ],
    [
      'a refused variable',
      [{ method: 'POST', path: '/envvar', trouble: { kind: 'status', status: 403 } }],
      'delivery-failed',
    ],
    [
      'a variable that cannot be read back',
      [{ method: 'GET', path: '/envvar', trouble: { kind: 'html' } }],
      'delivery-unproved',
    ],
  ])('%s stops the row, and the old token lives', async (_what, faults, reason) => {
    const { server, bench, desk } = await setUp();
    const plan = await planFirst(bench, desk, 1);
    const old = must(bench.records.get(must(plan.rows[0]).ref));
    server.setFaults(faults);
    valueOf(await confirmed(desk, plan));
    await desk.idle();
    // A status token answers 403 to everybody, so a 401 means what it says for any scope.
    expect(needsOf(desk)).toEqual([reason]);
    const still = visibleTokens(server.state).filter(
      ({ token, project }) => project === old.project && token.label === old.label,
    );
    expect(still.length).toBeGreaterThan(0);
    expect(
      server.state.deleted.some((one) => one.label === old.label && one.createdAt === old.createdAt),
    ).toBe(false);
  });

  test.each<[string, Fault['trouble']]>([
    ['the connection broke', { kind: 'reset', when: 'after' }],
    ['half of it arrived', { kind: 'truncated' }],
  ])(
    'a create whose answer was lost because %s is found in the list and removed before another is made',
    async (_what, trouble) => {
      const { server, bench, desk } = await setUp();
      const before = shapesOf(server);
      const plan = await planFirst(bench, desk, 1);
      server.setFaults([{ method: 'POST', path: token, times: 1, trouble }]);
      valueOf(await confirmed(desk, plan));
      await desk.idle();
      expect(stepsOf(desk)).toEqual(['gone']);
      expect(createsOf(server)).toBe(2);
      expect(server.state.deleted).toHaveLength(2);
      expect(shapesOf(server)).toEqual(before);
    },
  );

  test('a create that left no trace is not repeated before a person has looked', async () => {
    const { server, bench, desk } = await setUp();
    const plan = await planFirst(bench, desk, 1);
    server.setFaults([{ method: 'POST', path: token, times: 1, trouble: { kind: 'reset', when: 'before' } }]);
    valueOf(await confirmed(desk, plan));
    await desk.idle();
    expect(needsOf(desk)).toEqual(['create-unclear']);
    expect(createsOf(server)).toBe(1);
    valueOf(await desk.act(must(rowsOf(desk)[0]).id, 'try-again'));
    expect(stepsOf(desk)).toEqual(['gone']);
  });

  test('a host that does not take a label twice gets one with the date, and the row says so', async () => {
    const { server, bench, desk } = await setUp([
      { method: 'POST', path: token, trouble: { kind: 'duplicate-label' } },
    ]);
    await rotate(desk, bench, 1);
    expect(stepsOf(desk)).toEqual(['gone']);
    expect(rowsOf(desk)[0]?.newLabel).toMatch(/ \(2026-11-24\)$/);
    expect(createsOf(server)).toBe(2);
  });

  test('a credential that is refused in mid-run pauses it with everything resumable', async () => {
    const { server, bench, desk } = await setUp();
    const plan = await planFirst(bench, desk, 5);
    server.setFaults([{ path: token, trouble: { kind: 'status', status: 401 } }]);
    valueOf(await confirmed(desk, plan));
    await desk.idle();
    expect(desk.runs()[0]?.phase).toBe('paused');
    expect(new Set(needsOf(desk))).toEqual(new Set(['credential-refused']));
    server.setFaults([]);
    for (const { id } of rowsOf(desk).filter(({ step }) => step === 'needs-you'))
      valueOf(await desk.act(id, 'try-again'));
    valueOf(desk.control(must(desk.runs()[0]).id, 'resume'));
    await desk.idle();
    expect(stepsOf(desk).every((step) => step === 'gone')).toBe(true);
  });
});

describe('a journal that cannot be written', () => {
  test('lets no run start, and no request out', async () => {
    const { server, bench } = await setUp();
    const desk = await bench.openDesk({
      journal: {
        records: [],
        append: () => Promise.resolve({ ok: false, error: 'unwritable' }),
        compact: () => Promise.resolve({ ok: true, value: null }),
        close: () => Promise.resolve(),
      },
    });
    const plan = await planFirst(bench, desk, 2);
    const requests = server.state.requests.length;
    expect(await confirmed(desk, plan)).toEqual({ ok: false, error: { kind: 'journal-unwritable' } });
    expect(server.state.requests).toHaveLength(requests);
  });
});
