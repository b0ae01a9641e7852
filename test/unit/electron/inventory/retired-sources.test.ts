import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { DemoServer } from '../../../../electron/demo/demo-server';
import { demoServer } from '../../../support/demo-client';
import { CONNECTION } from '../../../support/inventory-bench';
import { at, COLLABORATIONS, PERSONAL, SIZE, status, syncBench, V1_LIST } from '../../../support/sync-bench';
import { tempFolder } from '../../../support/temp-folder';
import { must } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const benchOf = async (server: DemoServer) => syncBench(server, await tempFolder());

describe('a call that CircleCI removed', () => {
  test('is retired, and the sync is complete where another source covers the same', async () => {
    const server = await demoServer({ size: SIZE });
    const { sync, last } = await benchOf(server);
    await sync();
    expect((await sync([at('/api/private/project', status(410))])).isComplete).toBe(true);
    const retired = must((await last()).coverage.sources).filter(({ state }) => state.kind === 'retired');
    expect(retired.map(({ kind }) => kind)).toContain('private-projects');
    expect((await sync([at('/api/private/project', status(403))])).isComplete).toBe(true);
  });

  test('leaves the sync partial where nothing else covers the same', async () => {
    const server = await demoServer({ size: SIZE });
    const { sync } = await benchOf(server);
    await sync();
    const both = ['/api/private/project', '/api/v3/projects'].map((path) => at(path, status(410)));
    expect((await sync(both)).isComplete).toBe(false);
  });

  test('is the list of personal tokens: those known stay, and the register takes over', async () => {
    const server = await demoServer({ size: SIZE });
    const { sync } = await benchOf(server);
    const before = await sync();
    expect(await sync([at(PERSONAL, status(410))])).toMatchObject({
      tokens: before.tokens,
      unseen: server.state.personal.length,
    });
  });
});

describe('a row that names nothing that can be asked for', () => {
  test.each<[string, unknown, string]>([
    [
      'with a slash in its repository',
      { vcs_type: 'circleci', username: 'Acme', reponame: 'web/api' },
      'Acme/web/api',
    ],
    ['of a GitHub App without ids', { vcs_type: 'circleci', username: 'Acme', reponame: 'web' }, 'Acme/web'],
    ['on GitHub with a slash', { vcs_type: 'github', username: 'acme', reponame: 'a/b' }, 'acme/a/b'],
    ['that tells nothing', {}, 'a row that tells no name'],
  ])('%s makes the sync partial, and is named', async (_what, row, name) => {
    const server = await demoServer({ size: SIZE });
    const { sync, last } = await benchOf(server);
    const { projects } = await sync();
    const after = await sync([at(V1_LIST, { kind: 'odd-row', row })]);
    expect(after).toMatchObject({ isComplete: false, read: projects, projects: projects + 1 });
    expect((await last()).coverage.unreadRows).toEqual([{ source: 'v1.1-projects', name }]);
  });

  test('an organisation without a slug and an id is one', async () => {
    const server = await demoServer({ size: SIZE });
    const { sync } = await benchOf(server);
    const row = { id: null, slug: null, name: 'shadow' };
    expect((await sync([at(COLLABORATIONS, { kind: 'odd-row', row })])).isComplete).toBe(false);
  });
});

test('a register that was set aside loses no entry, and the sync says so until a person removes it', async () => {
  const server = await demoServer({ size: SIZE });
  const folder = await tempFolder();
  const first = await syncBench(server, folder);
  await first.sync();
  valueOf(await first.desk.addByHand(CONNECTION, { label: 'by hand', owner: 'm.roy' }));
  const before = await first.sync();
  expect(before.isComplete).toBe(true);

  await writeFile(join(folder, 'register.json'), '{"format":1,');
  const second = await syncBench(server, folder);
  expect(await second.sync()).toMatchObject({ tokens: before.tokens, unseen: 1, isComplete: false });
  const third = await syncBench(server, folder);
  expect(await third.sync()).toMatchObject({ tokens: before.tokens, unseen: 1, isComplete: false });
  const lost = must((await third.last()).tokens.find(({ source }) => source === 'by-hand'));
  valueOf(await third.desk.removeByHand(CONNECTION, lost.ref));
  expect(await third.sync()).toMatchObject({ tokens: before.tokens - 1, isComplete: true });
});

test('an upgrade that the host shows explains that an old call is gone', async () => {
  const server = await demoServer({ size: SIZE, profile: 'server-2' });
  const { sync } = await benchOf(server);
  await sync([at('/api/(v2|v3|private)', status(404))]);
  Object.assign(server.state, { profile: 'cloud-time' });
  expect((await sync([at('/user/repos', status(404))])).isComplete).toBe(true);
});
