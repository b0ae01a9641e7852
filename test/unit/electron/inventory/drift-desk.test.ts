import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { DemoServer } from '../../../../electron/demo/demo-server';
import type { DriftReport } from '../../../../shared/domain/drift-report';
import { demoServer } from '../../../support/demo-client';
import { CONNECTION, inventoryBench } from '../../../support/inventory-bench';
import { valueOf } from '../../../support/value-of';
import { tempFolder } from '../../../support/temp-folder';
import { must, slugOf } from '../../../support/token-records';

const SIZE = { projects: 12, tokens: 60 };

/** Three projects that are read and have tokens, to be changed behind Rekey's back. */
const readable = ({ state }: DemoServer) =>
  state.projects.filter(({ isForbidden, tokens }) => !isForbidden && tokens.length > 1);

function changeOutside(server: DemoServer) {
  const [first, second, third] = readable(server).map((project) => must(project));
  const [lost] = must(first).tokens;
  const [again] = must(second).tokens;
  const [like] = must(third).tokens;
  must(first).tokens = must(first).tokens.slice(1);
  must(second).tokens = [...must(second).tokens.slice(1), { ...must(again), id: 'id-again', value: 'v1' }];
  must(third).tokens = [
    ...must(third).tokens,
    { ...must(like), id: 'id-new', label: 'brand new', value: 'v2' },
  ];
  return { lost: must(lost).label, again: must(again).label };
}

const told = ({ changes }: DriftReport) => changes.map(({ kind, token }) => `${kind} ${token.label}`);

describe.each([
  ['on disk', true],
  ['in memory', false],
])('drift of an inventory that is kept %s', (_where, isRemembered) => {
  test('is told since the look before, and since any that is kept', async () => {
    const server = await demoServer({ size: SIZE });
    const folder = await tempFolder();
    const { desk } = await inventoryBench(server, folder, isRemembered);
    expect(await desk.drift(CONNECTION)).toEqual({ ok: false, error: { kind: 'nothing-to-compare' } });
    valueOf(await desk.sync(CONNECTION));
    expect(await desk.drift(CONNECTION)).toEqual({ ok: false, error: { kind: 'nothing-to-compare' } });
    valueOf(await desk.sync(CONNECTION));
    expect(told(valueOf(await desk.drift(CONNECTION)))).toEqual([]);

    const { lost, again } = changeOutside(server);
    valueOf(await desk.sync(CONNECTION));
    const changed = [`deleted-outside ${lost}`, `re-created ${again}`, 'new brand new'];
    const report = valueOf(await desk.drift(CONNECTION));
    expect(told(report)).toEqual(changed);
    expect(report.counts).toMatchObject({ 'deleted-outside': 1, 're-created': 1, new: 1 });

    const kept = await desk.earlierLooks(CONNECTION);
    expect(kept.map(({ takenAt }) => takenAt)).toEqual(
      [...kept]
        .map(({ takenAt }) => takenAt)
        .sort()
        .reverse(),
    );
    expect(kept).toHaveLength(2);
    expect(told(valueOf(await desk.drift(CONNECTION, must(kept[1]).takenAt)))).toEqual(changed);
    expect(await desk.drift(CONNECTION, 1)).toEqual({ ok: false, error: { kind: 'no-such-snapshot' } });

    const onDisk = await readdir(join(folder, 'inventory')).catch(() => []);
    expect(onDisk).toHaveLength(isRemembered ? 3 : 0);
    await desk.forget(CONNECTION);
    expect(await readdir(join(folder, 'inventory')).catch(() => [])).toEqual([]);
    expect(await desk.earlierLooks(CONNECTION)).toEqual([]);
  });
});

test('what Rekey made and deleted is not taken for somebody else’s doing', async () => {
  const server = await demoServer({ size: SIZE });
  const { desk, ownWork, ends } = await inventoryBench(server, await tempFolder());
  valueOf(await desk.sync(CONNECTION));
  changeOutside(server);
  valueOf(await desk.sync(CONNECTION));
  const before = valueOf(await desk.drift(CONNECTION));
  for (const { kind, token } of before.changes)
    ownWork.note(CONNECTION, { ref: token.ref, deed: kind === 'deleted-outside' ? 'deleted' : 'made' });
  const after = valueOf(await desk.drift(CONNECTION));
  expect(after.counts).toMatchObject({ 'retired-by-rekey': 1, 'made-by-rekey': 2, 'deleted-outside': 1 });
  expect(ends).toHaveLength(2);
});

describe('a retry', () => {
  const trouble = { kind: 'status' as const, status: 500 };
  const tokenLists = 'project/.+/token';

  test('reads only the projects that are named, and what it finds is part of the look', async () => {
    const server = await demoServer({ size: SIZE });
    server.setFaults([{ method: 'GET', path: tokenLists, trouble }]);
    const { desk, batches, ends } = await inventoryBench(server, await tempFolder());
    valueOf(await desk.sync(CONNECTION));
    const failed = must(ends[0]).coverage.projects.filter(({ outcome }) => outcome.kind === 'unreachable');
    expect(failed.length).toBeGreaterThan(2);

    server.setFaults([]);
    const [one, two] = failed.map(({ project }) => project);
    const requests = server.state.requests.length;
    batches.length = 0;
    valueOf(await desk.retry(CONNECTION, [must(one), must(two), slugOf('gh/acme/unknown')]));
    expect(server.state.requests.length - requests).toBe(2);
    const { takenAt, coverage, gone } = must(ends[1]);
    expect(takenAt).toBe(must(ends[0]).takenAt);
    expect(gone).toEqual([]);
    const read = coverage.projects.filter(({ outcome }) => outcome.kind === 'read');
    expect(read.map(({ project }) => project).sort()).toEqual([one, two].map(must).sort());
    expect(batches.at(-1)?.progress).toMatchObject({ done: 2, of: 2 });
    const slice = await desk.slice(CONNECTION, 0, 2_000);
    const inNamed = slice.tokens.filter(({ project }) => project === one || project === two);
    expect(inNamed).toHaveLength(batches.flatMap(({ tokens }) => tokens).length);
    expect(slice.tokens.some(({ kind }) => kind === 'personal')).toBe(true);
    expect(await desk.earlierLooks(CONNECTION)).toEqual([]);
  });

  test('that fails again keeps the tokens as they were known, and says why', async () => {
    const server = await demoServer({ size: SIZE });
    const { desk, ends } = await inventoryBench(server, await tempFolder());
    valueOf(await desk.sync(CONNECTION));
    const before = await desk.slice(CONNECTION, 0, 2_000);
    const { project } = must(before.tokens.find((token) => token.project !== undefined));
    server.setFaults([{ method: 'GET', path: tokenLists, trouble }]);
    valueOf(await desk.retry(CONNECTION, [must(project)]));
    expect((await desk.slice(CONNECTION, 0, 2_000)).tokens).toEqual(before.tokens);
    expect(must(ends[1]).coverage.projects.find((line) => line.project === project)?.outcome).toEqual({
      kind: 'unreachable',
      failure: { kind: 'server-error', status: 500 },
    });
  });

  test('is alone with the connection, and ends when it is stopped', async () => {
    const server = await demoServer({ size: SIZE });
    const { desk } = await inventoryBench(server, await tempFolder());
    valueOf(await desk.sync(CONNECTION));
    const { tokens } = await desk.slice(CONNECTION, 0, 2_000);
    server.setFaults([{ method: 'GET', path: tokenLists, trouble: { kind: 'never-answers' } }]);
    const named = [must(tokens.find(({ kind }) => kind === 'project')?.project)];
    const retrying = desk.retry(CONNECTION, named);
    expect(await desk.sync(CONNECTION)).toEqual({ ok: false, error: { kind: 'busy' } });
    expect(await desk.retry(CONNECTION, named)).toEqual({
      ok: false,
      error: { kind: 'busy' },
    });
    await desk.stop(CONNECTION);
    expect(await retrying).toEqual({ ok: false, error: { kind: 'stopped' } });
    expect((await desk.slice(CONNECTION, 0, 2_000)).tokens).toEqual(tokens);
  });
});
