import { join } from 'node:path';

import { describe, expect, onTestFinished, test } from 'vitest';

import type { RemoteToken } from '../../../../electron/circleci/client';
import { openJournal } from '../../../../electron/rotation/journal';
import type { NativeQuestion } from '../../../../electron/rotation/native-question';
import type { RotationDesk } from '../../../../electron/rotation/rotation-desk';
import type { PlanId } from '../../../../shared/domain/rotation-plan';
import { CONNECTION, confirmed, planFirst, rowsOf } from '../../../support/rotation-bench';
import { createsOf, setUp, stepsOf } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

/** A desk whose dialogs are answered with yes, but only after what a test has happen while they stand open. */
async function slowAnswers() {
  const made = await setUp();
  let meanwhile: (asked: NativeQuestion['kind']) => unknown = () => undefined;
  const desk = await made.bench.openDesk({
    confirmNatively: async ({ kind }) => {
      await meanwhile(kind);
      return true;
    },
  });
  return {
    ...made,
    desk,
    whileOpen: (happens: typeof meanwhile) => {
      meanwhile = happens;
    },
  };
}

const refused = (kind: string) => ({ ok: false, error: { kind } });

describe('while the dialog of a plan stands open', () => {
  test('a variable of it can be taken by another value, and then nothing is made', async () => {
    const { server, bench, desk, whileOpen } = await slowAnswers();
    valueOf(await confirmed(desk, await planFirst(bench, desk, 1, true)));
    await desk.idle();
    const waiting = must(rowsOf(desk)[0]);
    const to = { kind: 'project-variable' as const, project: must(waiting.project), variable: 'SHARED' };
    const second = must([...bench.records.keys()][1]);
    const { id } = valueOf(await desk.plan(CONNECTION, [second]));
    const plan = valueOf(desk.choose(id, { row: { ref: second, destinations: [to] } }));
    whileOpen(async () => {
      valueOf(await desk.deliver(waiting.id, [to]));
    });
    expect(await confirmed(desk, plan)).toEqual(refused('same-place'));
    expect(createsOf(server)).toBe(1);
  });

  test.each<[string, string, (desk: RotationDesk, plan: PlanId) => unknown]>([
    ['changed', 'plan-changed', (desk, plan) => desk.choose(plan, { overlapHours: 72 })],
    [
      'given up',
      'no-such-plan',
      (desk, plan) => {
        desk.discardPlan(plan);
      },
    ],
  ])('it can be %s, and then nothing is made', async (_how, why, happens) => {
    const { server, bench, desk, whileOpen } = await slowAnswers();
    const plan = await planFirst(bench, desk, 1, true);
    whileOpen(() => happens(desk, plan.id));
    expect(await confirmed(desk, plan)).toEqual(refused(why));
    expect(desk.runs()).toEqual([]);
    expect(createsOf(server)).toBe(0);
  });

  test('no other run goes on, and one that has to makes the plan wait', async () => {
    const { server, bench, folder } = await setUp();
    const inner = valueOf(await openJournal(join(folder, 'rotation.journal')));
    onTestFinished(inner.close);
    let isSignedIn = true;
    let meanwhile: () => unknown = () => undefined;
    const desk = await bench.openDesk({
      clientOf: () => (isSignedIn ? bench.client() : undefined),
      confirmNatively: async () => {
        await meanwhile();
        return true;
      },
      journal: {
        ...inner,
        append: (record) => {
          if (record.kind === 'row' && record.event.kind === 'tried-again') isSignedIn = false;
          return inner.append(record);
        },
      },
    });
    const first = await planFirst(bench, desk, 1, true);
    const second = valueOf(await desk.plan(CONNECTION, [must([...bench.records.keys()][1])]));
    server.setFaults([
      { method: 'GET', path: String.raw`/token$`, trouble: { kind: 'status', status: 500 } },
    ]);
    valueOf(await confirmed(desk, first));
    await desk.idle();
    server.setFaults([]);
    expect(stepsOf(desk)).toEqual(['needs-you']);
    const [stuck] = desk.runs();
    meanwhile = async () => {
      await desk.act(must(rowsOf(desk)[0]).id, 'try-again');
      isSignedIn = true;
      await desk.recover();
      expect(desk.runs()[0]?.phase).toBe('interrupted');
      expect(desk.control(must(stuck).id, 'resume')).toEqual(refused('busy'));
    };
    expect(await confirmed(desk, second)).toEqual(refused('busy'));
    expect(createsOf(server)).toBe(0);
    valueOf(desk.control(must(stuck).id, 'resume'));
    await desk.idle();
    expect(stepsOf(desk)).toEqual(['verified']);
  });
});

describe('while the dialog of a discard stands open', () => {
  test('the old token can be deleted elsewhere, and then the new one is kept', async () => {
    const { server, bench, desk, whileOpen } = await slowAnswers();
    valueOf(await confirmed(desk, await planFirst(bench, desk, 1, true)));
    await desk.idle();
    const row = must(rowsOf(desk)[0]);
    const project = must(server.state.projects.find(({ slug }) => slug === row.project));
    const isOld = ({ id, label, scope }: Omit<RemoteToken, 'value'>) =>
      bench.refFor('project', row.project, { ...(id !== undefined && { id }), label, scope }) === row.ref;
    whileOpen((asked) => {
      if (asked === 'discard-new') project.tokens = project.tokens.filter((token) => !isOld(token));
    });
    const before = project.tokens.length;
    expect(await desk.act(row.id, 'discard-new')).toEqual(refused('old-gone'));
    expect(project.tokens).toHaveLength(before - 1);
    expect(stepsOf(desk)).toEqual(['verified']);
    expect((await bench.vault.get(row.id)).ok).toBe(true);
  });

  test('the connection can come to work with the new token, and then that one is kept', async () => {
    const { bench, desk, whileOpen } = await slowAnswers();
    const own = must(
      [...bench.records.values()].find((one) => one.kind === 'personal' && !one.ownCredential),
    );
    valueOf(await confirmed(desk, valueOf(await desk.plan(CONNECTION, [own.ref]))));
    await desk.idle();
    const row = must(rowsOf(desk)[0]);
    whileOpen(async (asked) => {
      if (asked === 'discard-new') bench.reconnect(valueOf(await bench.vault.get(row.id)));
    });
    expect(await desk.act(row.id, 'discard-new')).toEqual(refused('in-use'));
    expect(stepsOf(desk)).toEqual(['verified']);
  });
});
