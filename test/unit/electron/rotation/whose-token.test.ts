import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { encodeRecord, HEADER } from '../../../../electron/rotation/journal-lines';
import {
  ANSWER_LOST,
  ARRIVES_TWICE,
  COLLEAGUE_CREATES,
  NEVER_ARRIVES,
  rotating,
} from '../../../support/lost-creates';
import { confirmed, deleteAllOld, planFirst, rowsOf } from '../../../support/rotation-bench';
import { createsOf, mortalDesk, needsOf, setUp, stepsOf } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

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

describe('a journal that went back to before an item began', () => {
  test('makes no second successor: the sealed value tells which token is the new one', async () => {
    const { server, bench, desk, over, rollBack, added } = await rotating([]);
    expect(stepsOf(desk)).toEqual(['retiring']);
    const made = added();
    await bench.close();
    await rollBack('create-intended');
    const restarted = await bench.openDesk(over);
    await restarted.recover();
    valueOf(restarted.control(must(restarted.runs()[0]).id, 'resume'));
    await restarted.idle();
    expect(stepsOf(restarted)).toEqual(['retiring']);
    expect(createsOf(server)).toBe(1);
    expect(added()).toEqual(made);
  });

  test('asks about the token that own changes know of, where the value is gone as well', async () => {
    const { server, bench, desk, over, rollBack, added, id } = await rotating([]);
    const made = added();
    expect(stepsOf(desk)).toEqual(['retiring']);
    await bench.close();
    await bench.vault.drop(id);
    await rollBack('create-intended');
    const restarted = await bench.openDesk(over);
    await restarted.recover();
    valueOf(restarted.control(must(restarted.runs()[0]).id, 'resume'));
    await restarted.idle();
    expect(needsOf(restarted)).toEqual(['orphan-unproved']);
    expect(createsOf(server)).toBe(1);
    expect(added()).toEqual(made);
    expect(server.state.deleted).toEqual([]);
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
