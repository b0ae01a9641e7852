import { expect, test } from 'vitest';

import { startDemoServer, type DemoOptions } from '../../../../electron/demo/demo-server';
import { somebody } from '../../../../electron/demo/maker';
import { clientOf } from '../../../support/demo-client';
import { must, NOW, slugOf } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const size = { projects: 24, tokens: 40 };

test.each<DemoOptions['profile']>(['cloud-time', 'server-2'])(
  'the keys of each project come with whose they are, where the host tells: %s',
  async (profile) => {
    const server = await startDemoServer({ profile, seed: 4, now: NOW, size });
    const client = clientOf(server);
    const keys = [];
    for (const { slug } of server.state.projects.filter(({ isForbidden }) => !isForbidden))
      keys.push(...valueOf(await client.listCheckoutKeys(slugOf(slug))));
    const users = keys.filter(({ kind }) => kind === 'user');
    expect(users.length).toBeGreaterThan(1);
    for (const { login, project } of users.filter((key) => key.login !== undefined))
      expect(login).toBe(somebody(must(server.state.projects.find(({ slug }) => slug === project)).id));
    expect(keys.filter(({ kind }) => kind === 'deploy').every(({ login }) => login === undefined)).toBe(true);
    await server.stop();
  },
);

test('a project that may not be seen says so', async () => {
  const server = await startDemoServer({ profile: 'cloud-time', seed: 4, now: NOW, size });
  const forbidden = must(server.state.projects.find(({ isForbidden }) => isForbidden));
  expect(await clientOf(server).listCheckoutKeys(slugOf(forbidden.slug))).toEqual({
    ok: false,
    error: { kind: 'forbidden', status: 403 },
  });
  await server.stop();
});
