import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { DemoProfile } from '../../../../electron/demo/demo-state';
import type { Fault } from '../../../../electron/demo/fault';
import { HEADER } from '../../../../electron/rotation/journal-lines';
import type { NativeQuestion } from '../../../../electron/rotation/native-question';
import type { RotationPorts } from '../../../../electron/rotation/rotation-ports';
import { confirmed, deleteAllOld, planFirst, rowsOf } from '../../../support/rotation-bench';
import { createsOf, mortalDesk, needsOf, setUp, stepsOf } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const TOKENS = String.raw`/token$`;
const NEVER_ARRIVES: Fault = {
  method: 'POST',
  path: TOKENS,
  times: 1,
  trouble: { kind: 'reset', when: 'before' },
};
const ANSWER_LOST: Fault = { ...NEVER_ARRIVES, trouble: { kind: 'reset', when: 'after' } };
const ARRIVES_TWICE: Fault = { ...NEVER_ARRIVES, trouble: { kind: 'arrives-twice' } };
/** The list is read before the create, and for the answer that was lost. */
const COLLEAGUE_CREATES: Fault = {
  method: 'GET',
  path: TOKENS,
  after: 1,
  times: 1,
  trouble: { kind: 'second-admin', does: 'create', when: 'before' },
};

/** One token to rotate, and a person whose answers to main's confirmations a test chooses. */
async function rotating(faults: readonly Fault[], profile: DemoProfile = 'cloud-time') {
  const { server, bench, folder } = await setUp([], profile);
  const asked: NativeQuestion[] = [];
  let answer = true;
  const over: Partial<RotationPorts> = {
    confirmNatively: (question) => {
      asked.push(question);
      return Promise.resolve(answer);
    },
  };
  const desk = await bench.openDesk(over);
  const plan = await planFirst(bench, desk, 1, profile === 'server-2');
  const { project: slug, label } = must(plan.rows[0]);
  const project = must(server.state.projects.find((one) => one.slug === slug));
  const before = project.tokens;
  server.setFaults(faults);
  valueOf(await confirmed(desk, plan));
  await desk.idle();
  server.setFaults([]);
  const journal = join(folder, 'rotation.journal');
  return {
    server,
    bench,
    folder,
    desk,
    over,
    project,
    before,
    label,
    id: must(rowsOf(desk)[0]).id,
    orphanQuestions: () => asked.filter(({ kind }) => kind === 'delete-orphan'),
    saysNo: () => {
      answer = false;
    },
    added: () => project.tokens.filter((token) => !before.includes(token)),
    /** Puts the journal back to where it was before its record of this kind. */
    rollBack: async (kind: string) => {
      const lines = (await readFile(journal, 'utf8')).split('\n');
      const at = lines.findIndex((line) => line.includes(`"kind":"${kind}"`));
      await writeFile(journal, `${lines.slice(0, at).join('\n')}\n`);
    },
  };
}

describe.each(['cloud-time', 'cloud', 'server-2'] as const)(
  'on %s, a token that came during a create',
  (profile) => {
    test('twice: the second one is not passed over, and nothing is Done before a person has explained it', async () => {
      const { desk, id, added, project, before, orphanQuestions } = await rotating([ARRIVES_TWICE], profile);
      expect(needsOf(desk)).toEqual(['extra-found']);
      expect(added()).toHaveLength(2);
      expect(rowsOf(desk)[0]?.unexplained).toHaveLength(1);
      valueOf(await desk.act(id, 'review-found'));
      expect(orphanQuestions()).toHaveLength(1);
      await desk.idle();
      if (stepsOf(desk)[0] === 'retiring') valueOf(await deleteAllOld(desk));
      expect(project.tokens).toHaveLength(profile === 'server-2' ? before.length + 1 : before.length);
    });

    test('of somebody else, while our create was lost, is never deleted without a person', async () => {
      const { server, desk, id, added, saysNo } = await rotating([NEVER_ARRIVES, COLLEAGUE_CREATES], profile);
      expect(needsOf(desk)).toEqual(['orphan-unproved']);
      expect(server.state.deleted).toEqual([]);
      saysNo();
      expect(await desk.act(id, 'review-found')).toEqual({ ok: false, error: { kind: 'declined' } });
      expect(added()).toHaveLength(1);
      expect(server.state.deleted).toEqual([]);
    });

    test('of somebody else stays when a person says that it is not ours, and the rotation goes on', async () => {
      const { server, desk, id, added } = await rotating([NEVER_ARRIVES, COLLEAGUE_CREATES], profile);
      const [theirs] = added();
      valueOf(await desk.act(id, 'not-ours'));
      await desk.idle();
      expect(createsOf(server)).toBe(2);
      expect(added()).toHaveLength(2);
      expect(added()).toContain(theirs);
      expect(server.state.deleted).toEqual([]);
      expect(['retiring', 'verified', 'needs-you']).toContain(stepsOf(desk)[0]);
      expect(needsOf(desk)).not.toContain('orphan-unproved');
    });

    test('whose answer was lost is deleted when a person agrees to that very token, and another is created', async () => {
      const { server, desk, id, added, orphanQuestions, label } = await rotating([ANSWER_LOST], profile);
      const [orphan] = added();
      expect(needsOf(desk)).toEqual(['orphan-unproved']);
      valueOf(await desk.act(id, 'review-found'));
      await desk.idle();
      expect(orphanQuestions()).toMatchObject([
        { label, project: rowsOf(desk)[0]?.project, speaksFor: expect.arrayContaining(['label']) as unknown },
      ]);
      expect(server.state.deleted).toEqual([orphan]);
      expect(createsOf(server)).toBe(2);
      expect(added()).toHaveLength(1);
    });
  },
);

describe('at the start', () => {
  test('nothing is deleted after an app that died in the middle of a create', async () => {
    const { server, bench, folder } = await setUp();
    const first = await mortalDesk(bench, folder, 2, { put: () => new Promise(() => undefined) });
    void confirmed(first.desk, await planFirst(bench, first.desk, 1));
    await new Promise<void>((resolve) => {
      const look = () => {
        if (createsOf(server) === 1) resolve();
        else setImmediate(look);
      };
      look();
    });
    const desk = await bench.openDesk();
    await desk.recover();
    expect(server.state.deleted).toEqual([]);
    expect(needsOf(desk)).toEqual(['orphan-unproved']);
  });

  test('a token whose sealed value names it is taken up again, and none is deleted or created', async () => {
    const { server, bench, desk, over, rollBack, added } = await rotating([]);
    const made = added();
    expect(stepsOf(desk)).toEqual(['retiring']);
    await bench.close();
    await rollBack('sealed');
    const restarted = await bench.openDesk(over);
    await restarted.recover();
    expect(stepsOf(restarted)).toEqual(['retiring']);
    expect(added()).toEqual(made);
    expect(server.state.deleted).toEqual([]);
    expect(createsOf(server)).toBe(1);
  });

  test('a journal that went back to before the create deletes nothing, and says that the old token is gone', async () => {
    const { server, bench, desk, over, rollBack, added, orphanQuestions, id } = await rotating([]);
    valueOf(await deleteAllOld(desk));
    expect(stepsOf(desk)).toEqual(['gone']);
    const made = added();
    await bench.close();
    await rollBack('sealed');
    const restarted = await bench.openDesk(over);
    await restarted.recover();
    expect(added()).toEqual(made);
    expect(server.state.deleted).toHaveLength(1);
    expect(needsOf(restarted)).toEqual(['orphan-unproved']);
    await restarted.act(id, 'review-found');
    expect(orphanQuestions()).toMatchObject([
      { speaksAgainst: expect.arrayContaining(['old-is-gone']) as unknown },
    ]);
  });
});

test('a first create that arrives late, while a second is made, is found and not passed over', async () => {
  const { server, desk, id, added } = await rotating([NEVER_ARRIVES]);
  expect(needsOf(desk)).toEqual(['create-unclear']);
  server.setFaults([
    // The list is read for the lost answer, and again before the second create: the first arrives in between.
    { ...COLLEAGUE_CREATES, after: 2 },
  ]);
  valueOf(await desk.act(id, 'try-again'));
  await desk.idle();
  expect(needsOf(desk)).toEqual(['orphan-unproved']);
  expect(createsOf(server)).toBe(1);
  expect(added()).toHaveLength(1);
});

test('a token that came with the create and is seen only later withholds Done', async () => {
  const { server, desk, added } = await rotating([]);
  server.setFaults([{ ...COLLEAGUE_CREATES, after: 0 }]);
  valueOf(await deleteAllOld(desk));
  expect(stepsOf(desk)).not.toContain('gone');
  expect(needsOf(desk)).toEqual(['extra-found']);
  expect(added()).toHaveLength(2);
});

test('the journal of before, which names an orphan, opens, and the orphan is not deleted by it', async () => {
  const { server, bench, over, rollBack, desk, added, folder } = await rotating([ANSWER_LOST]);
  const orphan = must(must(rowsOf(desk)[0]).unexplained?.[0]).ref;
  await bench.close();
  await rollBack('unexplained-found');
  const path = join(folder, 'rotation.journal');
  const { encodeRecord } = await import('../../../../electron/rotation/journal-lines');
  const text = await readFile(path, 'utf8');
  expect(text.startsWith(HEADER)).toBe(true);
  const { id } = must(rowsOf(desk)[0]);
  await writeFile(
    path,
    text + encodeRecord({ kind: 'row', row: id, at: 1, event: { kind: 'orphan-found', orphan } }),
  );
  const restarted = await bench.openDesk(over);
  await restarted.recover();
  expect(server.state.deleted).toEqual([]);
  expect(added()).toHaveLength(1);
  expect(needsOf(restarted)).toEqual(['orphan-unproved']);
});
