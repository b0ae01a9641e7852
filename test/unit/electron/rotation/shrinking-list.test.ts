import { describe, expect, test } from 'vitest';

import type { CircleCiClient, RemoteToken } from '../../../../electron/circleci/client';
import type { RotationPorts } from '../../../../electron/rotation/rotation-ports';
import type { ProjectSlug } from '../../../../shared/domain/project-slug';
import { CONNECTION, confirmed, deleteAllOld, planFirst, rowsOf } from '../../../support/rotation-bench';
import { valueOf } from '../../../support/value-of';
import { createsOf, needsOf, setUp, stepsOf } from '../../../support/rotation-runs';
import { hastyClock } from '../../../support/demo-client';
import { must, NOW } from '../../../support/token-records';

const CREATE_LOST = {
  method: 'POST',
  path: String.raw`/token$`,
  times: 1,
  trouble: { kind: 'reset', when: 'before' },
} as const;
const DELETE_IGNORED = { method: 'DELETE', path: '/token/', trouble: { kind: 'delete-ignored' } } as const;

/** A project all of whose tokens look alike, and a host whose lists a test can shorten. */
async function shrinkable(ports: Partial<RotationPorts> = {}) {
  const { server, bench } = await setUp();
  const project = must(server.state.projects.find(({ tokens }) => tokens.length >= 3));
  project.tokens = project.tokens.map((token) => ({ ...token, label: 'twin', scope: 'all' }));
  const twins = [...bench.records.values()]
    .filter((record) => record.project === project.slug)
    .map((record) => ({ ...record, label: 'twin', scope: 'all' as const }));
  const byRef = new Map(twins.map((twin) => [twin.ref, twin]));
  let shorten = (rows: readonly RemoteToken[]) => rows;
  const listProjectTokens = async (slug: ProjectSlug) => {
    const listed = await bench.client().listProjectTokens(slug);
    return listed.ok ? { ...listed, value: shorten(listed.value) } : listed;
  };
  const client = (): CircleCiClient => ({ ...bench.client(), listProjectTokens });
  const desk = await bench.openDesk({ ...ports, clientOf: client, recordOf: (ref) => byRef.get(ref) });
  const plan = valueOf(await desk.plan(CONNECTION, [must(twins[0]).ref]));
  return {
    server,
    bench,
    desk,
    plan,
    project,
    lists: (how: (rows: readonly RemoteToken[], reading: number) => readonly RemoteToken[]) => {
      let reading = 0;
      shorten = (rows) => how(rows, (reading += 1));
    },
  };
}

describe('a list that leaves out what is there', () => {
  test('while a token is created makes no orphan of the twin that it left out', async () => {
    const { server, desk, plan, project, lists } = await shrinkable();
    const last = must(project.tokens.at(-1));
    lists((rows, reading) => (reading === 1 ? rows.filter(({ id }) => id !== last.id) : rows));
    server.setFaults([CREATE_LOST]);
    valueOf(await confirmed(desk, plan));
    await desk.idle();
    expect(project.tokens).toContain(last);
    expect(server.state.deleted).toEqual([]);
    expect(needsOf(desk)).toEqual(['create-unclear']);
  });

  test('after a delete is no proof that the old token is gone', async () => {
    const { server, bench, desk } = await setUp();
    valueOf(await confirmed(desk, await planFirst(bench, desk, 1)));
    await desk.idle();
    const [row] = rowsOf(desk);
    const made = must(server.state.projects.find(({ slug }) => slug === row?.project)?.tokens.at(-1));
    let readings = 0;
    const listProjectTokens: CircleCiClient['listProjectTokens'] = async (slug) => {
      const listed = await bench.client().listProjectTokens(slug);
      readings += 1;
      const isShort = listed.ok && readings > 1;
      return isShort ? { ...listed, value: listed.value.filter(({ id }) => id === made.id) } : listed;
    };
    server.setFaults([DELETE_IGNORED]);
    const lied = await bench.openDesk({ clientOf: () => ({ ...bench.client(), listProjectTokens }) });
    valueOf(await deleteAllOld(lied));
    expect(needsOf(lied)).toEqual(['list-unsure']);
    server.setFaults([]);
    const honest = await bench.openDesk();
    valueOf(await honest.act(must(row).id, 'try-again'));
    expect(stepsOf(honest)).toEqual(['gone']);
    expect(server.state.deleted).toHaveLength(1);
  });

  test('that leaves out only the old token, once, is asked again', async () => {
    const { server, desk, plan, project, lists } = await shrinkable();
    const old = must(project.tokens[0]);
    valueOf(await confirmed(desk, plan));
    await desk.idle();
    const { id } = must(rowsOf(desk)[0]);
    valueOf(await desk.reveal(id));
    valueOf(await desk.stored(id));
    server.setFaults([DELETE_IGNORED]);
    lists((rows, reading) => (reading === 2 ? rows.filter((row) => row.id !== old.id) : rows));
    valueOf(await deleteAllOld(desk));
    expect(needsOf(desk)).toEqual(['old-still-live']);
  });

  test('is no proof that a discarded token is gone', async () => {
    const { desk, plan, project, lists } = await shrinkable();
    valueOf(await confirmed(desk, plan));
    await desk.idle();
    const { id } = must(rowsOf(desk)[0]);
    const made = must(project.tokens.at(-1));
    lists(() => []);
    expect(await desk.act(id, 'discard-new')).toEqual({ ok: false, error: { kind: 'unproved' } });
    expect(stepsOf(desk)).toEqual(['verified']);
    lists((rows) => rows);
    valueOf(await desk.act(id, 'discard-new'));
    expect(project.tokens).not.toContain(made);
  });

  test('is no proof that a lost create made nothing', async () => {
    const { server, desk, plan, project, lists } = await shrinkable();
    server.setFaults([{ ...CREATE_LOST, trouble: { kind: 'reset', when: 'after' } }]);
    const before = project.tokens.length;
    lists((rows, reading) => (reading > 1 ? rows.slice(0, 1) : rows));
    valueOf(await confirmed(desk, plan));
    await desk.idle();
    expect(needsOf(desk)).toEqual(['list-unsure']);
    const { id } = must(rowsOf(desk)[0]);
    expect((await desk.act(id, 'leave')).ok).toBe(false);
    lists((rows) => rows.slice(0, 0));
    valueOf(await desk.act(id, 'try-again'));
    expect(needsOf(desk)).toEqual(['list-unsure']);
    expect(createsOf(server)).toBe(1);
    lists((rows) => rows);
    valueOf(await desk.act(id, 'try-again'));
    expect(needsOf(desk)).toEqual(['orphan-unproved']);
    valueOf(await desk.act(id, 'review-found'));
    expect(stepsOf(desk)).toEqual(['verified']);
    expect(createsOf(server)).toBe(2);
    expect(project.tokens).toHaveLength(before + 1);
  });

  test('does not make a token pass for deleted that is to be rotated', async () => {
    const { desk, plan, lists } = await shrinkable();
    lists((rows) => rows.slice(1, 2));
    valueOf(await confirmed(desk, plan));
    await desk.idle();
    expect(needsOf(desk)).toEqual(['list-unsure']);
    lists((rows, reading) => (reading === 1 ? rows.slice(1) : rows));
    valueOf(await desk.act(must(rowsOf(desk)[0]).id, 'try-again'));
    expect(stepsOf(desk)).toEqual(['verified']);
  });
});

describe('a twin that a colleague makes', () => {
  test.each([
    ['before our lost create is deleted by nobody, though it is older than our create', NOW - 1_500],
    ['hours after our lost create is deleted by nobody either', NOW + 7_200_000],
  ])('%s', async (_when, createdAt) => {
    const { server, desk, plan, project, lists } = await shrinkable();
    const made = { ...must(project.tokens[0]), id: 'made-by-a-colleague', createdAt, hidesAge: false };
    server.setFaults([CREATE_LOST]);
    lists((rows, reading) => {
      if (reading === 1) project.tokens = [...project.tokens, made];
      return rows;
    });
    valueOf(await confirmed(desk, plan));
    await desk.idle();
    expect(project.tokens).toContain(made);
    expect(needsOf(desk)).toEqual(['orphan-unproved']);
  });

  test('where the host tells no date is deleted by nobody once the hour of our create is over', async () => {
    let now = NOW;
    const { server, desk, plan, project, lists } = await shrinkable({
      clock: { ...hastyClock, now: () => now },
    });
    const made = { ...must(project.tokens[0]), id: 'made-by-a-colleague', hidesAge: true };
    server.setFaults([CREATE_LOST]);
    lists((rows, reading) => {
      if (reading === 1) project.tokens = [...project.tokens, made];
      else now = NOW + 3_600_001;
      return rows;
    });
    valueOf(await confirmed(desk, plan));
    await desk.idle();
    expect(project.tokens).toContain(made);
    expect(needsOf(desk)).toEqual(['orphan-unproved']);
  });
});
