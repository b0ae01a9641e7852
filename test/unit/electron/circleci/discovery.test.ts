import { describe, expect, test } from 'vitest';

import type { DemoProfile } from '../../../../electron/demo/demo-state';
import type { SourceReply } from '../../../../shared/domain/sync-source';
import { clientOf, demoServer } from '../../../support/demo-client';
import { must } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const failed = (sources: readonly SourceReply[]) =>
  sources.flatMap(({ kind, answer }) => (answer.kind === 'failed' ? [[kind, answer.failure]] : []));

describe('discovery', () => {
  test.each<DemoProfile>(['cloud', 'cloud-time', 'server-2'])(
    'names every project of %s once',
    async (profile) => {
      const server = await demoServer({ profile });
      const { projects, sources } = valueOf(await clientOf(server).discoverProjects());
      const real = server.state.projects.map(({ slug }) => slug);
      const bare = server.state.bareRepositories;
      expect(projects.map(({ slug }) => slug).sort()).toEqual([...real, ...bare].sort());
      expect(failed(sources)).toEqual([]);
    },
  );

  test('says who named a project', async () => {
    const server = await demoServer();
    const { projects } = valueOf(await clientOf(server).discoverProjects());
    const first = must(server.state.projects[0]);
    const found = projects.find(({ slug }) => slug === first.slug);
    expect(found?.reportedBy).toEqual(
      expect.arrayContaining(['v1.1-projects', 'private-projects', 'v3-projects']),
    );
  });

  test('names a source that should have answered and did not, and still gives the rest', async () => {
    const server = await demoServer({
      faults: [{ path: '/api/v3/projects', trouble: { kind: 'status', status: 502 } }],
    });
    const { projects, sources } = valueOf(await clientOf(server).discoverProjects());
    expect(failed(sources)).toContainEqual(['v3-projects', { kind: 'server-error', status: 502 }]);
    expect(projects.length).toBeGreaterThan(60);
  });

  test('comes to an end on a listing that does not', async () => {
    const server = await demoServer({
      faults: [{ path: '/api/private/project', trouble: { kind: 'endless-pages' } }],
    });
    const { projects } = valueOf(await clientOf(server).discoverProjects());
    expect(projects).toHaveLength(server.state.projects.length + server.state.bareRepositories.length);
  });

  test.each([
    ['/api/v1.1/user/repos/github'],
    ['/api/private/project'],
    ['/api/private/me/followed-projects'],
    ['/api/v2/me/collaborations'],
    ['/api/v2/pipeline'],
    ['/api/v3/projects'],
  ])('goes on when %s does not take the token that the account was known by', async (path) => {
    const server = await demoServer({ faults: [{ path, trouble: { kind: 'status', status: 401 } }] });
    const { projects, sources } = valueOf(await clientOf(server).discoverProjects());
    for (const [, failure] of failed(sources)) expect(failure).toEqual({ kind: 'unauthorized' });
    expect(projects.length).toBeGreaterThan(60);
  });

  test('ends when the list that every host has does not take the token', async () => {
    const trouble = { kind: 'status' as const, status: 401 };
    const server = await demoServer({ faults: [{ path: '/api/v1.1/projects', trouble }] });
    expect(await clientOf(server).discoverProjects()).toEqual({ ok: false, error: { kind: 'unauthorized' } });
  });

  test('asks what an old server has where v2 does not take the token', async () => {
    const trouble = { kind: 'status' as const, status: 401 };
    const server = await demoServer({ faults: [{ path: '/api/v2/me$', trouble }] });
    const { projects } = valueOf(await clientOf(server).discoverProjects());
    expect(projects.length).toBeGreaterThan(60);
  });
});
