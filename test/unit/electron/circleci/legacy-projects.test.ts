import { describe, expect, test } from 'vitest';

import type { Fault, Trouble } from '../../../../electron/demo/fault';
import { clientOf, demoServer } from '../../../support/demo-client';
import { valueOf } from '../../../support/value-of';

const LIST = String.raw`/api/v1\.1/projects(?:\?|$)`;

async function projectsWith(faults: readonly Fault[], profile: 'server-2' | 'cloud' = 'server-2') {
  const server = await demoServer({ profile });
  const client = clientOf(server);
  const before = valueOf(await client.discoverProjects()).projects.length;
  const first = server.state.requests.length;
  server.setFaults(faults);
  const found = await client.discoverProjects();
  const asked = server.state.requests
    .slice(first)
    .filter(({ path }) => path.startsWith('/api/v1.1/projects'));
  return { before, after: valueOf(found).projects.length, asked: asked.map(({ path }) => path) };
}

describe('the list of followed projects', () => {
  test('is asked for without branches, so that a list of many is small', async () => {
    const trouble: Trouble = { kind: 'many-branches', branches: 60 };
    const { before, after, asked } = await projectsWith([{ path: LIST, trouble }]);
    expect({ after, asked }).toEqual({ after: before, asked: ['/api/v1.1/projects?shallow=true'] });
  });

  test('of sixteen megabytes is read where the host does not know how to leave branches out', async () => {
    const trouble: Trouble = { kind: 'many-branches', branches: 150, ignoresShallow: true };
    const { before, after } = await projectsWith([{ path: LIST, trouble }]);
    expect(after).toBe(before);
  });

  test.each([400, 404, 410, 422])(
    'is asked for in the plain way where the host answers %d to the other',
    async (status) => {
      const trouble: Trouble = { kind: 'status', status };
      const { before, after, asked } = await projectsWith([{ path: 'shallow=true', trouble }], 'cloud');
      expect(after).toBe(before);
      expect(asked).toEqual(['/api/v1.1/projects?shallow=true', '/api/v1.1/projects']);
    },
  );

  test('that is short of branches for a day, as in a brownout, names the same projects', async () => {
    const { before, after } = await projectsWith([]);
    expect(after).toBe(before);
  });

  test('is not asked for twice where the credential is refused', async () => {
    const server = await demoServer({ profile: 'server-2' });
    server.setFaults([{ path: LIST, trouble: { kind: 'status', status: 401 } }]);
    expect((await clientOf(server).discoverProjects()).ok).toBe(false);
    expect(server.state.requests.filter(({ path }) => path.startsWith('/api/v1.1/projects'))).toHaveLength(1);
  });

  test('lets one connect to a host whose list is large', async () => {
    const server = await demoServer({ profile: 'server-2' });
    server.setFaults([
      { path: LIST, trouble: { kind: 'many-branches', branches: 150, ignoresShallow: true } },
    ]);
    expect(valueOf(await clientOf(server).probe()).capabilities.deleteBy).toBe('value');
  });
});

test('every other answer has the usual limit', async () => {
  const server = await demoServer();
  server.setFaults([{ path: '/token$', trouble: { kind: 'oversized' } }]);
  const listed = await clientOf(server).listPersonalTokens();
  expect(listed).toMatchObject({ ok: false, error: { kind: 'too-large' } });
});
