import { describe, expect, test } from 'vitest';

import type { CircleCiClient } from '../../../../electron/circleci/client';
import { confirmed, planFirst, rowsOf } from '../../../support/rotation-bench';
import { valueOf } from '../../../support/value-of';
import { mortalDesk, needsOf, setUp, stepsOf } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';

const LIST_DOWN = [
  { method: 'GET', path: String.raw`/token$`, trouble: { kind: 'status', status: 500 } },
] as const;

describe('a run that was ended, and a row of it that is to be tried again', () => {
  /** A run whose two rows could not even begin, in a journal that says that it has ended. */
  async function endedWithNeeds() {
    const { server, bench, folder, desk } = await setUp();
    const plan = await planFirst(bench, desk, 2);
    server.setFaults(LIST_DOWN);
    const run = valueOf(await confirmed(desk, plan));
    await desk.idle();
    server.setFaults([]);
    expect(needsOf(desk)).toEqual(['unreachable', 'unreachable']);
    expect(desk.runs()[0]?.phase).toBe('ended');
    return { server, bench, folder, run };
  }

  test('goes on by “Resume” when the app died right after all were to be tried again', async () => {
    const { bench, folder, run } = await endedWithNeeds();
    const first = await mortalDesk(bench, folder, 2);
    valueOf(first.desk.retry(run));
    await first.death;
    const desk = await bench.openDesk();
    await desk.recover();
    expect(stepsOf(desk)).toEqual(['planned', 'planned']);
    expect(desk.runs()[0]?.phase).toBe('interrupted');
    valueOf(desk.control(run, 'resume'));
    await desk.idle();
    expect(stepsOf(desk)).toEqual(['retiring', 'retiring']);
  });

  test('goes on by “Resume” when the app died right after one was to be tried again', async () => {
    const { bench, folder, run } = await endedWithNeeds();
    const first = await mortalDesk(bench, folder, 1);
    void first.desk.act(must(rowsOf(first.desk)[0]).id, 'try-again');
    await first.death;
    const desk = await bench.openDesk();
    await desk.recover();
    expect(stepsOf(desk)).toEqual(['planned', 'needs-you']);
    valueOf(desk.control(run, 'resume'));
    await desk.idle();
    expect(stepsOf(desk)).toEqual(['retiring', 'needs-you']);
  });
});

describe('a row whose create was lost in a crash', () => {
  test('is cleared up, and can be resumed, though the credential came long after the start', async () => {
    const { server, bench, folder } = await setUp();
    // One for the run, one for the intention: the answer to the create is never written down.
    const first = await mortalDesk(bench, folder, 2);
    void confirmed(first.desk, await planFirst(bench, first.desk, 1));
    await first.death;
    let clientOf = (): CircleCiClient | undefined => undefined;
    const desk = await bench.openDesk({ clientOf: () => clientOf() });
    await desk.recover();
    expect(desk.runs()[0]?.phase).toBe('interrupted');
    clientOf = bench.client;
    await desk.recover();
    expect(needsOf(desk)).toEqual(['orphan-unproved']);
    expect(server.state.deleted).toEqual([]);
    valueOf(await desk.act(must(rowsOf(desk)[0]).id, 'review-found'));
    expect(server.state.deleted).toHaveLength(1);
    expect(stepsOf(desk)).toEqual(['retiring']);
    expect(desk.runs()[0]?.phase).toBe('ended');
  });
});
