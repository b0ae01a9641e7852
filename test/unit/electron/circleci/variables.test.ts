import { describe, expect, test } from 'vitest';

import type { FetchPort } from '../../../../electron/circleci/fetch-port';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import type { DemoContext, DemoOrganisation } from '../../../../electron/demo/demo-state';
import { clientOf, demoServer, hastyClock } from '../../../support/demo-client';
import { must, slugOf } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

describe('variables', () => {
  test('a value put into a context or a project is read back by its last four', async () => {
    const server = await demoServer();
    const client = clientOf(server);
    const value = new SecretValue(`${'v'.repeat(36)}wxyz`);
    const context = must(valueOf(await client.listContexts())[0]);
    valueOf(await client.putContextVariable(context.id, 'CIRCLE_TOKEN', value));
    expect(valueOf(await client.listContextVariables(context.id))).toContainEqual(
      expect.objectContaining({ name: 'CIRCLE_TOKEN', lastCharacters: 'wxyz' }),
    );
    const slug = slugOf(must(server.state.projects[1]).slug);
    valueOf(await client.putProjectVariable(slug, 'CIRCLE_TOKEN', value));
    expect(valueOf(await client.listProjectVariables(slug))).toContainEqual({
      name: 'CIRCLE_TOKEN',
      lastCharacters: 'wxyz',
    });
  });

  const ofTheAccount: DemoContext = {
    id: '00000000-0000-4000-8000-00000000c0c0',
    name: 'my own',
    organisation: { id: '', name: 'm.roy', host: 'github', slug: 'gh/m.roy' },
    variables: new Map(),
  };

  test.each([
    ['account', undefined],
    ['organization', 'https://circleci.com'],
  ])('contexts of an organisation without an id are asked for by slug, as an %s’s', async (type, said) => {
    const server = await demoServer();
    const { address, state } = server;
    (state.contexts as DemoContext[]).push(ofTheAccount);
    const reach: FetchPort = (url, init) => fetch(url.replace('https://circleci.com', address), init);
    const client = clientOf({ ...server, address: said ?? address }, undefined, hastyClock, reach);
    const contexts = valueOf(await client.listContexts());
    expect(contexts).toHaveLength(state.contexts.length);
    expect(contexts).toContainEqual({ id: ofTheAccount.id, name: 'my own' });
    expect(state.requests.map(({ path }) => path)).toContain(
      `/api/v2/context?owner-slug=gh%2Fm.roy&owner-type=${type}`,
    );
  });

  test('an organisation without an id that has no contexts to show is no failure', async () => {
    const trouble = { kind: 'status' as const, status: 403 };
    const server = await demoServer({ faults: [{ path: 'owner-slug', trouble }] });
    (server.state.contexts as DemoContext[]).length = 0;
    expect(await clientOf(server).listContexts()).toEqual({ ok: true, value: [] });
  });

  test('an organisation whose contexts are refused leaves those of the others', async () => {
    const server = await demoServer();
    const [{ id }, organisation] = server.state.organisations as [DemoOrganisation, DemoOrganisation];
    (server.state.contexts as DemoContext[]).push({ ...ofTheAccount, organisation });
    server.setFaults([{ path: `owner-id=${id}`, trouble: { kind: 'status', status: 403 } }]);
    expect(valueOf(await clientOf(server).listContexts())).toEqual([{ id: ofTheAccount.id, name: 'my own' }]);
  });
});
