import { describe, expect, test } from 'vitest';
import type { Fault } from '../../../../electron/demo/fault';
import type { RotationDesk } from '../../../../electron/rotation/rotation-desk';
import type { NeedReason } from '../../../../shared/domain/rotation-run';
import {
  CONNECTION,
  confirmed,
  deleteAllOld,
  planFirst,
  rowsOf,
  type RotationBench,
} from '../../../support/rotation-bench';
import { valueOf } from '../../../support/value-of';
import { visibleTokens } from '../../../support/server-facts';
import { must } from '../../../support/token-records';
import { createsOf, needsOf, rotate, setUp, shapesOf, stepsOf } from '../../../support/rotation-runs';

/** A plan of one token that is not of Status scope: of those, a 401 proves nothing. */
async function planNotStatus(bench: RotationBench, desk: RotationDesk) {
  const { ref, project } = must([...bench.records.values()].find(({ scope }) => scope !== 'status'));
  const plan = valueOf(await desk.plan(CONNECTION, [ref]));
  const destinations = [{ kind: 'project-variable' as const, project: must(project), variable: 'ROTATED' }];
  return { ref, plan: valueOf(desk.choose(plan.id, { row: { ref, destinations } })) };
}

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
      [{ method: 'GET', path: '/envvar', after: 1, trouble: { kind: 'html' } }],
      'delivery-unproved',
    ],
  ])('%s stops the row, and the old token lives', async (_what, faults, reason) => {
    const { server, bench, desk } = await setUp();
    const { ref, plan } = await planNotStatus(bench, desk);
    const old = must(bench.records.get(ref));
    server.setFaults(faults);
    valueOf(await confirmed(desk, plan));
    await desk.idle();
    if (stepsOf(desk).includes('retiring')) valueOf(await deleteAllOld(desk));
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
    ['it had twenty megabytes', { kind: 'oversized', bytes: 20 * 1_024 * 1_024 }],
    ['it was not UTF-8', { kind: 'not-utf8' }],
  ])(
    'a create whose answer was lost because %s is found in the list, and removed with a person’s consent before another is made',
    async (_what, trouble) => {
      const { server, bench, desk } = await setUp();
      const before = shapesOf(server);
      const plan = await planFirst(bench, desk, 1);
      server.setFaults([{ method: 'POST', path: token, times: 1, trouble }]);
      valueOf(await confirmed(desk, plan));
      await desk.idle();
      expect(needsOf(desk)).toEqual(['orphan-unproved']);
      expect(server.state.deleted).toEqual([]);
      valueOf(await desk.act(must(rowsOf(desk)[0]).id, 'review-found'));
      valueOf(await deleteAllOld(desk));
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
    expect(stepsOf(desk)).toEqual(['retiring']);
  });

  test('a twin that was rotated meanwhile is not taken for the orphan of a lost create', async () => {
    const { server, bench, desk } = await setUp();
    const project = must(server.state.projects[0]);
    const [first, second] = [...bench.records.values()].filter((record) => record.project === project.slug);
    const refs = [must(first).ref, must(second).ref];
    project.tokens = project.tokens.map((token) => ({ ...token, label: 'twin', scope: 'all' }));
    const twins = new Map(
      refs.map((ref) => [ref, { ...must(bench.records.get(ref)), label: 'twin', scope: 'all' as const }]),
    );
    const twinDesk = await bench.openDesk({ recordOf: (ref) => twins.get(ref) });
    const plan = valueOf(await twinDesk.plan(CONNECTION, refs));
    server.setFaults([
      { method: 'POST', path: token, times: 1, trouble: { kind: 'reset', when: 'before' } },
      { method: 'GET', path: token, after: 1, times: 6, trouble: { kind: 'status', status: 500 } },
    ]);
    valueOf(await confirmed(twinDesk, plan));
    await twinDesk.idle();
    expect(rowsOf(twinDesk).map(({ step }) => step)).toEqual(['needs-you', 'verified']);
    const made = project.tokens.at(-1);
    valueOf(await twinDesk.act(must(rowsOf(twinDesk)[0]).id, 'try-again'));
    expect(project.tokens).toContain(made);
    expect(server.state.deleted).toEqual([]);
    expect(rowsOf(twinDesk).map(({ step }) => step)).toEqual(['verified', 'verified']);
    expect(desk.runs()).toEqual([]);
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
    expect(stepsOf(desk).every((step) => step === 'retiring')).toBe(true);
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
