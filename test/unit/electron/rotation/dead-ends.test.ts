import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { Fault } from '../../../../electron/demo/fault';
import type { NativeQuestion } from '../../../../electron/rotation/native-question';
import type { RotationPorts } from '../../../../electron/rotation/rotation-ports';
import { confirmed, deleteAllOld, planFirst, rowsOf } from '../../../support/rotation-bench';
import { valueOf } from '../../../support/value-of';
import { needsOf, setUp, stepsOf } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';

const GONE: readonly Fault[] = [
  { path: String.raw`/project/.*/token`, trouble: { kind: 'status', status: 404 } },
];

/** One row, to its variable or to the tray, with trouble from its turn on. */
async function rotating(faults: readonly Fault[], toTray = false) {
  const { server, bench, folder } = await setUp();
  const asked: NativeQuestion['kind'][] = [];
  const over: Partial<RotationPorts> = {
    confirmNatively: ({ kind }) => {
      asked.push(kind);
      return Promise.resolve(true);
    },
  };
  const desk = await bench.openDesk(over);
  const plan = await planFirst(bench, desk, 1, toTray);
  server.setFaults(faults);
  valueOf(await confirmed(desk, plan));
  await desk.idle();
  const ledger = () => readFile(join(folder, 'ledger.jsonl'), 'utf8').catch(() => '');
  return { server, bench, desk, id: must(rowsOf(desk)[0]).id, asked, ledger, over };
}

describe('a row can be ended', () => {
  test.each([404, 403, 500])('when its list answers %i at its turn: nothing was made', async (status) => {
    const { desk, id, asked, ledger } = await rotating([
      { path: String.raw`/token$`, trouble: { kind: 'status', status } },
    ]);
    expect(needsOf(desk)).toEqual(['unreachable']);
    expect(rowsOf(desk)[0]?.need?.actions).toEqual(['try-again', 'leave']);
    valueOf(await desk.act(id, 'leave'));
    expect(stepsOf(desk)).toEqual(['left']);
    expect(asked).toEqual(['rotate']);
    expect(await ledger()).not.toContain('left-unproved');
  });

  test('when its project vanishes before its old token is deleted; that is asked, and written down', async () => {
    const { server, desk, id, asked, ledger } = await rotating([]);
    server.setFaults(GONE);
    valueOf(await deleteAllOld(desk));
    expect(needsOf(desk)).toEqual(['unreachable']);
    expect(rowsOf(desk)[0]?.need?.actions).toEqual(['try-again', 'leave']);
    valueOf(await desk.act(id, 'leave'));
    expect(stepsOf(desk)).toEqual(['left']);
    expect(asked).toEqual(['rotate', 'delete-old', 'leave-unproved']);
    expect(await ledger()).toContain('left-unproved');
  });

  test('when somebody has deleted both of its tokens', async () => {
    const { server, desk, id, ledger } = await rotating([]);
    const [row] = rowsOf(desk);
    const project = must(server.state.projects.find(({ slug }) => slug === row?.project));
    const rest = project.tokens.slice(1, -1);
    project.tokens = rest;
    valueOf(await deleteAllOld(desk));
    expect(['new-missing', 'list-unsure']).toContain(needsOf(desk)[0]);
    valueOf(await desk.act(id, 'try-again'));
    if (stepsOf(desk)[0] === 'retiring') valueOf(await deleteAllOld(desk));
    expect(needsOf(desk)).toEqual(['new-missing']);
    valueOf(await desk.act(id, 'leave'));
    expect(stepsOf(desk)).toEqual(['left']);
    expect(await ledger()).toContain('left-unproved');
  });

  test('when its value is lost and its list cannot be seen any more', async () => {
    const { server, bench, id, over, ledger } = await rotating([], true);
    await bench.vault.drop(id);
    const desk = await bench.openDesk(over);
    await desk.recover();
    expect(needsOf(desk)).toEqual(['value-lost']);
    server.setFaults(GONE);
    expect(await desk.act(id, 'discard-new')).toMatchObject({ ok: false, error: { kind: 'api' } });
    expect(needsOf(desk)).toEqual(['unreachable']);
    valueOf(await desk.act(id, 'leave'));
    expect(stepsOf(desk)).toEqual(['left']);
    expect(await ledger()).toContain('left-unproved');
  });

  test('when an innocent twin looks like what a lost create made: a person may say so', async () => {
    const { server, desk, id, asked, ledger } = await rotating([
      { method: 'POST', path: String.raw`/token$`, times: 1, trouble: { kind: 'reset', when: 'before' } },
    ]);
    expect(needsOf(desk)).toEqual(['create-unclear']);
    const [row] = rowsOf(desk);
    const project = must(server.state.projects.find(({ slug }) => slug === row?.project));
    const twin = { ...must(project.tokens[0]), id: 'a', value: 'v'.repeat(40), label: must(row).label };
    project.tokens = [...project.tokens, twin, { ...twin, id: 'b', value: 'w'.repeat(40) }];
    valueOf(await desk.act(id, 'try-again'));
    expect(needsOf(desk)).toEqual(['orphan-unproved']);
    valueOf(await desk.act(id, 'leave'));
    expect(asked).toEqual(['rotate', 'leave-unproved']);
    expect(await ledger()).toContain('left-unproved');
    expect(project.tokens).toContain(twin);
  });
});

describe('a row cannot be left', () => {
  test('when its new token stands in the list after all and nobody uses it', async () => {
    const { server, bench, id, over } = await rotating([], true);
    await bench.vault.drop(id);
    const desk = await bench.openDesk(over);
    await desk.recover();
    server.setFaults(GONE);
    await desk.act(id, 'discard-new');
    server.setFaults([]);
    expect(await desk.act(id, 'leave')).toEqual({ ok: false, error: { kind: 'stray-left' } });
    expect(needsOf(desk)).toEqual(['unreachable']);
  });

  test('when the person, once asked, would rather not', async () => {
    const { server, bench, desk } = await rotating([]);
    server.setFaults(GONE);
    valueOf(await deleteAllOld(desk));
    const wary = await bench.openDesk({ confirmNatively: () => Promise.resolve(false) });
    const { id } = must(rowsOf(wary)[0]);
    expect(await wary.act(id, 'leave')).toEqual({ ok: false, error: { kind: 'declined' } });
    expect(needsOf(wary)).toEqual(['unreachable']);
  });
});

test('a host that cannot be asked about the new value is unreachable: it has not refused the value', async () => {
  const { server, desk, id } = await rotating([
    { path: 'limit=1', trouble: { kind: 'status', status: 500 } },
  ]);
  expect(needsOf(desk)).toEqual(['unreachable']);
  expect(rowsOf(desk)[0]?.need?.actions).toEqual(['try-again', 'discard-new']);
  server.setFaults([]);
  valueOf(await desk.act(id, 'try-again'));
  expect(stepsOf(desk)).toEqual(['retiring']);
});
