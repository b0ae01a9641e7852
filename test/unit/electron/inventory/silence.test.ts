import { describe, expect, test } from 'vitest';

import type { DemoServer } from '../../../../electron/demo/demo-server';
import type { Fault, Trouble } from '../../../../electron/demo/fault';
import { demoServer } from '../../../support/demo-client';
import { CONNECTION } from '../../../support/inventory-bench';
import {
  at,
  COLLABORATIONS,
  HTML,
  PERSONAL,
  shrunk,
  SIZE,
  status,
  syncBench,
  TOKENS,
  V1_LIST,
} from '../../../support/sync-bench';
import { tempFolder } from '../../../support/temp-folder';
import { must } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const benchOf = async (server: DemoServer) => syncBench(server, await tempFolder());

test('a first sync of a host that answers to everything is complete', async () => {
  const server = await demoServer({ size: SIZE });
  const { sync } = await benchOf(server);
  expect(await sync()).toMatchObject({ unseen: 0, isComplete: true });
  expect(await sync()).toMatchObject({ unseen: 0, isComplete: true });
});

describe('a first sync is partial where a source that the product has', () => {
  test.each<[string, string, Trouble]>([
    ['answers with a page: the organisations', COLLABORATIONS, HTML],
    ['refuses: the organisations', COLLABORATIONS, status(403)],
    ['is removed without a substitute: the organisations', COLLABORATIONS, status(410)],
    ['answers with a page: the v3 list', '/api/v3/projects', HTML],
    ['answers with a page: the private list', '/api/private/project', HTML],
    ['answers with a page: followed projects', 'followed-projects', HTML],
    ['answers with a page: pipelines', '/api/v2/pipeline', HTML],
  ])('%s', async (_what, path, trouble) => {
    const server = await demoServer({ size: SIZE });
    const { sync } = await benchOf(server);
    expect((await sync([at(path, trouble)])).isComplete).toBe(false);
  });
});

describe('a second sync keeps every token, and is partial, where', () => {
  const everyList = ['/api/v1', '/api/v2', '/api/v3/projects', '/api/private'].map((path) =>
    at(path, shrunk(0)),
  );
  test.each<[string, readonly Fault[]]>([
    ['organisations are a page', [at(COLLABORATIONS, HTML)]],
    ['organisations are refused', [at(COLLABORATIONS, status(403))]],
    ['organisations are empty', [at(COLLABORATIONS, shrunk(0))]],
    ['v2 says nothing of itself, nor of organisations', [at('/api/v2/me', HTML)]],
    ['personal tokens do not take the credential', [at(PERSONAL, status(401))]],
    ['personal tokens are a page', [at(PERSONAL, HTML)]],
    ['personal tokens are not found', [at(PERSONAL, status(404))]],
    ['personal tokens are empty', [at(PERSONAL, shrunk(0))]],
    ['the private list is refused', [at('/api/private/project', status(403))]],
    ['the private list is a page', [at('/api/private/project', HTML)]],
    ['the private list is empty', [at('/api/private/project', shrunk(0))]],
    ['the v1.1 list is empty', [at(V1_LIST, shrunk(0))]],
    ['the followed list is of another shape', [at('followed-projects', { kind: 'odd-row', row: 7 })]],
    ['the repositories are refused', [at('/user/repos/github', status(403))]],
    ['insights are not found any more', [at('/api/v2/insights', status(404))]],
    ['every list of tokens is empty', [at(TOKENS, shrunk(0))]],
    ['every list is empty at once', everyList],
    ['every source is a page', [at('/api/(v2|v3|private)', HTML)]],
  ])('%s', async (_what, faults) => {
    const server = await demoServer({ size: SIZE });
    const { sync, desk } = await benchOf(server);
    const before = await sync();
    const after = await sync(faults);
    expect(after).toMatchObject({ tokens: before.tokens, isComplete: false });
    const { counts } = valueOf(await desk.drift(CONNECTION));
    expect([counts['deleted-outside'], counts['project-gone'], counts['re-created']]).toEqual([0, 0, 0]);
    expect(await sync()).toMatchObject({ tokens: before.tokens, unseen: 0, isComplete: true });
  });

  test('a project is named by nobody any more: it is read all the same', async () => {
    const server = await demoServer({ size: SIZE });
    const { sync, last } = await benchOf(server);
    const before = await sync();
    const lists = [V1_LIST, '/api/v3/projects', '/api/private', '/api/v2/pipeline', '/api/v2/insights'];
    const after = await sync([...lists, '/user/repos'].map((path) => at(path, shrunk(1))));
    expect(after).toMatchObject({ tokens: before.tokens, unseen: 0 });
    const { coverage } = await last();
    expect(coverage.projects.filter(({ unnamedSince }) => unnamedSince !== undefined).length).toBeGreaterThan(
      0,
    );
  });

  test('a project is named by nobody, and its tokens are not found', async () => {
    const server = await demoServer({ size: SIZE });
    const { sync, last } = await benchOf(server);
    const before = await sync();
    const { takenAt } = await last();
    const gone = must(server.state.projects.find(({ tokens }) => tokens.length > 0));
    Object.assign(server.state, { projects: server.state.projects.filter((one) => one !== gone) });
    expect(await sync()).toMatchObject({
      tokens: before.tokens,
      unseen: gone.tokens.length,
      isComplete: false,
    });
    const unseen = (await last()).tokens.filter(({ lastSeenAt }) => lastSeenAt !== undefined);
    expect(new Set(unseen.map(({ lastSeenAt }) => lastSeenAt))).toEqual(new Set([takenAt]));
    await sync();
    expect((await last()).tokens.find(({ ref }) => ref === unseen[0]?.ref)?.lastSeenAt).toBe(takenAt);
  });

  test('a repository that was a project is not found any more, and only repositories name it', async () => {
    const server = await demoServer({ size: SIZE });
    const { sync } = await benchOf(server);
    const others = [
      V1_LIST,
      '/api/v3',
      '/api/private',
      '/api/v2/pipeline',
      '/api/v2/insights',
      COLLABORATIONS,
    ];
    const onlyRepositories = others.map((path) => at(path, shrunk(0)));
    const before = await sync(onlyRepositories);
    expect(before.tokens).toBeGreaterThan(10);
    const after = await sync([at(TOKENS, status(404)), ...onlyRepositories]);
    expect(after).toMatchObject({ tokens: before.tokens, isComplete: false });
  });
});

describe('what is positively read is believed', () => {
  test('a list that has some of its tokens has lost the others', async () => {
    const server = await demoServer({ size: SIZE });
    const { sync, desk } = await benchOf(server);
    const before = await sync();
    const project = must(server.state.projects.find(({ tokens }) => tokens.length > 1));
    project.tokens = project.tokens.slice(1);
    expect(await sync()).toMatchObject({ tokens: before.tokens - 1, isComplete: true });
    expect(valueOf(await desk.drift(CONNECTION)).counts['deleted-outside']).toBe(1);
  });

  test('an empty list is, where another list of its organisation has tokens', async () => {
    const server = await demoServer({ size: SIZE });
    const { sync } = await benchOf(server);
    const before = await sync();
    const [project] = server.state.projects.filter(({ tokens }) => tokens.length > 0);
    const lost = must(project).tokens.length;
    must(project).tokens = [];
    expect(await sync()).toMatchObject({ tokens: before.tokens - lost, isComplete: true });
  });

  test('an empty list is, where Rekey itself deleted what was in it', async () => {
    const server = await demoServer({ size: { projects: 1, tokens: 7 } });
    const { sync, last, ownWork } = await benchOf(server);
    await sync();
    for (const { ref, project } of (await last()).tokens)
      if (project !== undefined) ownWork.note(CONNECTION, { ref, deed: 'deleted' });
    must(server.state.projects[0]).tokens = [];
    const after = await sync();
    expect(after).toMatchObject({ tokens: server.state.personal.length, isComplete: true });
  });
});
