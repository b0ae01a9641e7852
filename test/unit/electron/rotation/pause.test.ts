import { describe, expect, test } from 'vitest';

import type { CircleCiClient } from '../../../../electron/circleci/client';
import { CONNECTION, confirmed } from '../../../support/rotation-bench';
import { createsOf, setUp, stepsOf } from '../../../support/rotation-runs';
import { must } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

/** A run of one item in each project, of which every list read waits until it is released; all are in work at once. */
async function heldAtFirstRead() {
  const { server, bench } = await setUp();
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  let holds = false;
  let reading = 0;
  let allRead: () => void = () => undefined;
  const everyItemReads = new Promise<void>((resolve) => (allRead = resolve));
  const projects = server.state.projects.filter(({ tokens }) => tokens.length > 0).map(({ slug }) => slug);
  const refs = projects.flatMap(
    (slug) => [...bench.records.values()].find(({ project }) => project === slug)?.ref ?? [],
  );
  const listProjectTokens: CircleCiClient['listProjectTokens'] = async (slug) => {
    const listed = await bench.client().listProjectTokens(slug);
    if (!holds) return listed;
    reading += 1;
    if (reading === refs.length) allRead();
    await released;
    return listed;
  };
  const desk = await bench.openDesk({ clientOf: () => ({ ...bench.client(), listProjectTokens }) });
  const plan = valueOf(await desk.plan(CONNECTION, refs));
  holds = true;
  const run = valueOf(await confirmed(desk, plan));
  await everyItemReads;
  return { server, desk, run, release, count: refs.length };
}

describe('a run whose items are all in work', () => {
  test('sends no create once it is paused, and sends them after it is resumed', async () => {
    const { server, desk, run, release, count } = await heldAtFirstRead();
    valueOf(desk.control(run, 'pause'));
    release();
    await desk.idle();
    expect(createsOf(server)).toBe(0);
    expect(stepsOf(desk)).toEqual(Array.from({ length: count }, () => 'planned'));
    expect(must(desk.runs()[0]).phase).toBe('paused');
    valueOf(desk.control(run, 'resume'));
    await desk.idle();
    expect(createsOf(server)).toBe(count);
    expect(stepsOf(desk)).not.toContain('planned');
  });

  test('sends no create once it is stopped, and leaves every token as it was', async () => {
    const { server, desk, run, release } = await heldAtFirstRead();
    valueOf(desk.control(run, 'stop'));
    release();
    await desk.idle();
    expect(createsOf(server)).toBe(0);
    expect(new Set(stepsOf(desk))).toEqual(new Set(['left']));
    expect(must(desk.runs()[0]).phase).toBe('ended');
  });
});
