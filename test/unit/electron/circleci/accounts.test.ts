import { expect, test } from 'vitest';

import type { Trouble } from '../../../../electron/demo/fault';
import { clientOf, demoServer } from '../../../support/demo-client';
import { valueOf } from '../../../support/value-of';

const listedFrom = async (rows: unknown) => {
  const server = await demoServer({ size: { projects: 1, tokens: 7 } });
  const answer = () => Promise.resolve(Response.json(rows));
  return clientOf(server, undefined, undefined, answer).listAccounts();
};

test('every account is listed, an organisation’s once for each address, and nothing says which is a person’s', async () => {
  const server = await demoServer();
  const accounts = valueOf(await clientOf(server).listAccounts());
  const organisations = server.state.organisations.map(({ name, slug }) => ({ name, slug }));
  expect(accounts).toEqual([
    ...organisations,
    { name: 'm.roy', slug: 'gh/m.roy' },
    { name: 'e.marsh', slug: 'gh/e.marsh' },
  ]);
});

test('what a row has beyond a name may be absent, null or of another kind', async () => {
  const rows = [
    { id: null, vcs_type: 'github', name: 'jane-doe', slug: 'github/jane-doe', avatar_url: null },
    { id: 7, name: 'acme', slug: 8 },
    { id: 'x', name: null, login: 'by-login', slug: null },
    { id: 'x', slug: 'gh/nameless' },
    { name: 3, slug: 'gh/number' },
  ];
  expect(valueOf(await listedFrom(rows))).toEqual([
    { name: 'jane-doe', slug: 'gh/jane-doe' },
    { name: 'acme' },
    { name: 'by-login' },
  ]);
});

test.each([[[null]], [{ message: 'Not found' }], [['jane-doe']], [{ items: 3 }]])(
  '%j is no list of accounts',
  async (rows) => {
    expect(await listedFrom(rows)).toEqual({ ok: false, error: { kind: 'unexpected-shape' } });
  },
);

test.each<[Trouble, object]>([
  [{ kind: 'html' }, { kind: 'not-json' }],
  [
    { kind: 'status', status: 403 },
    { kind: 'forbidden', status: 403 },
  ],
])('a host that answers with %j is not taken for one without accounts', async (trouble, error) => {
  const server = await demoServer({ faults: [{ path: '/api/v2/me/collaborations', trouble }] });
  expect(await clientOf(server).listAccounts()).toEqual({ ok: false, error });
});
