import { describe, expect, test } from 'vitest';

import type { RemoteToken } from '../../../../electron/circleci/client';
import type { FetchPort } from '../../../../electron/circleci/fetch-port';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import type { DemoProfile } from '../../../../electron/demo/demo-state';
import { parseProjectSlug, type ProjectSlug } from '../../../../shared/domain/project-slug';
import { clientOf, demoServer, hastyClock } from '../../../support/demo-client';
import { must } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const slugOf = (text: string): ProjectSlug => must(parseProjectSlug(text));

describe('connecting', () => {
  test.each([
    [
      'cloud',
      {
        product: 'cloud',
        v2: true,
        v3: true,
        personalTokens: 'by-hand',
        deleteBy: 'id',
        listsCreationDates: false,
      },
    ],
    [
      'cloud-time',
      {
        product: 'cloud',
        v2: true,
        v3: true,
        personalTokens: 'listed',
        deleteBy: 'id',
        listsCreationDates: true,
      },
    ],
    [
      'server-2',
      {
        product: 'server-2',
        v2: false,
        v3: false,
        personalTokens: 'listed',
        deleteBy: 'value',
        listsCreationDates: true,
      },
    ],
  ] as const)('to the %s profile learns what it can do', async (profile, capabilities) => {
    const facts = valueOf(await clientOf(await demoServer({ profile })).probe());
    expect(facts).toMatchObject({ login: 'm.roy', capabilities });
    expect(facts.organisations).toContain('acme');
  });

  test('asks by reads alone, and never with the token in an address', async () => {
    const server = await demoServer();
    await clientOf(server).probe();
    expect(new Set(server.state.requests.map(({ method }) => method))).toEqual(new Set(['GET']));
    expect(server.state.requests.some(({ path }) => path.includes(server.token.reveal()))).toBe(false);
  });

  test('with a token that the host does not know says that it was not accepted', async () => {
    const probed = await clientOf(await demoServer(), new SecretValue('0'.repeat(40))).probe();
    expect(probed).toEqual({ ok: false, error: { kind: 'api', failure: { kind: 'unauthorized' } } });
  });

  test.each([401, 403, 404])(
    'with a token that the host answers with %d says that it was not accepted',
    async (status) => {
      const faults = [{ path: '.', trouble: { kind: 'status', status } as const }];
      const probed = await clientOf(await demoServer({ faults })).probe();
      expect(probed).toEqual({ ok: false, error: { kind: 'api', failure: { kind: 'unauthorized' } } });
    },
  );

  test.each([403, 404] as const)(
    'to a host whose pages refuse with %d is refused as not CircleCI',
    async (status) => {
      const faults = [{ path: '.', trouble: { kind: 'html', status } as const }];
      expect(await clientOf(await demoServer({ faults })).probe()).toEqual({
        ok: false,
        error: { kind: 'not-circleci' },
      });
    },
  );

  test('with a project token is not taken for a person', async () => {
    const server = await demoServer();
    const value = must(server.state.projects[0]?.tokens[0]?.value);
    const probed = await clientOf(server, new SecretValue(value)).probe();
    expect(probed).toEqual({ ok: false, error: { kind: 'api', failure: { kind: 'unauthorized' } } });
  });

  test('to Cloud is known by its address, even where v3 does not answer', async () => {
    const trouble = { kind: 'status' as const, status: 403 };
    const server = await demoServer({ faults: [{ path: '/api/v3/', trouble }] });
    const { address } = server;
    const toServer: FetchPort = (url, init) => fetch(url.replace('https://circleci.com', address), init);
    const productAt = async (said: string, reach: FetchPort) =>
      valueOf(await clientOf({ ...server, address: said }, undefined, hastyClock, reach).probe())
        .capabilities;
    expect(await productAt('https://circleci.com', toServer)).toMatchObject({ product: 'cloud', v3: false });
    expect(await productAt(address, fetch)).toMatchObject({ product: 'server-3', v3: false });
  });

  test('to a host that answers every call with a page is refused as not CircleCI', async () => {
    const server = await demoServer({ faults: [{ path: '.', trouble: { kind: 'html' } }] });
    expect(await clientOf(server).probe()).toEqual({ ok: false, error: { kind: 'not-circleci' } });
  });
});

describe('a credential that died since', () => {
  test.each<[DemoProfile, number]>([
    ['cloud', 404],
    ['cloud-time', 403],
    ['cloud-time', 401],
    ['server-2', 404],
  ])('at %s, which answers %d to all it asks, is said to be no good', async (profile, status) => {
    const server = await demoServer({ profile });
    const client = clientOf(server);
    expect((await client.discoverProjects()).ok).toBe(true);
    server.setFaults([{ path: '.', trouble: { kind: 'status', status } }]);
    expect(await client.discoverProjects()).toEqual({ ok: false, error: { kind: 'unauthorized' } });
  });

  test('is not said of one that a page in the way keeps from its host', async () => {
    const server = await demoServer();
    server.setFaults([{ path: '.', trouble: { kind: 'html', status: 403 } }]);
    const found = await clientOf(server).discoverProjects();
    expect(found).toMatchObject({ ok: false, error: { kind: 'forbidden', isPage: true } });
  });
});

describe('project tokens', () => {
  test.each<DemoProfile>(['cloud', 'cloud-time', 'server-2'])(
    'of %s are listed, created, checked with their value, and deleted',
    async (profile) => {
      const server = await demoServer({ profile });
      const client = clientOf(server);
      const project = must(server.state.projects.find(({ tokens }) => tokens.length > 0));
      const slug = slugOf(project.slug);
      const before = valueOf(await client.listProjectTokens(slug));
      expect(before.map(({ label }) => label)).toEqual(project.tokens.map(({ label }) => label));

      const created = valueOf(
        await client.createProjectToken(slug, { label: 'deploy bot', scope: 'status' }),
      );
      expect(created.scope).toBe('status');
      expect(await client.checkProjectToken(slug, created.value, { isOwnPlace: true })).toEqual({
        kind: 'works',
      });
      const row: RemoteToken = must(valueOf(await client.listProjectTokens(slug)).at(-1));
      const key =
        row.id === undefined
          ? { by: 'value' as const, value: must(row.value) }
          : { by: 'id' as const, id: row.id };
      valueOf(await client.deleteProjectToken(slug, key));
      expect(valueOf(await client.listProjectTokens(slug))).toHaveLength(before.length);
      expect(await client.checkProjectToken(slug, created.value, { isOwnPlace: true })).toEqual({
        kind: 'refused',
      });
    },
  );

  test('ages are unknown where the host does not tell them', async () => {
    const server = await demoServer({ profile: 'cloud' });
    const project = must(server.state.projects.find(({ tokens }) => tokens.length > 0));
    const rows = valueOf(await clientOf(server).listProjectTokens(slugOf(project.slug)));
    expect(rows.every(({ createdAt, value }) => createdAt === undefined && value === undefined)).toBe(true);
  });

  test.each([
    ['a connection that breaks after the token was made', { kind: 'reset', when: 'after' }, 'perhaps'],
    ['a connection that breaks before', { kind: 'reset', when: 'before' }, 'perhaps'],
    ['a failing server', { kind: 'status', status: 500 }, 'perhaps'],
    ['half an answer', { kind: 'truncated' }, 'perhaps'],
    ['a page instead of an answer', { kind: 'html' }, 'perhaps'],
    ['a refusal', { kind: 'status', status: 400 }, 'certainly-not'],
    ['a call that was removed', { kind: 'status', status: 410 }, 'certainly-not'],
    ['a limit', { kind: 'rate-limit', retryAfter: 1 }, 'certainly-not'],
  ] as const)(
    'a create that meets %s is sent once, and says what that means',
    async (_what, trouble, created) => {
      const server = await demoServer({ faults: [{ method: 'POST', path: '/token', trouble }] });
      const slug = slugOf(must(server.state.projects[0]).slug);
      const answer = await clientOf(server).createProjectToken(slug, { label: 'x', scope: 'all' });
      expect(answer).toMatchObject({ ok: false, error: { created } });
      expect(server.state.requests.filter(({ method }) => method === 'POST')).toHaveLength(1);
    },
  );

  test('a read meets trouble that passes and succeeds', async () => {
    const server = await demoServer({
      faults: [
        { path: '/token', times: 1, trouble: { kind: 'rate-limit', retryAfter: 'absent' } },
        { path: '/token', after: 1, times: 1, trouble: { kind: 'status', status: 503 } },
        { path: '/token', after: 2, times: 1, trouble: { kind: 'reset', when: 'before' } },
        { path: '/token', after: 3, times: 1, trouble: { kind: 'truncated' } },
      ],
    });
    const slug = slugOf(must(server.state.projects[0]).slug);
    expect((await clientOf(server).listProjectTokens(slug)).ok).toBe(true);
  });
});
