import { inspect } from 'node:util';

import { expect, test, vi } from 'vitest';

import type { DemoServer } from '../../../electron/demo/demo-server';
import type { ConnectionId } from '../../../shared/domain/connection-id';
import { unpack } from '../../../shared/domain/packed';
import type { RunRow } from '../../../shared/domain/rotation-run';
import { demoServer } from '../../support/demo-client';
import { visibleTokens } from '../../support/server-facts';
import { must } from '../../support/token-records';
import { wholeApp, type Crossing, type WholeApp } from '../../support/whole-app';

/** Every value that the server ever knew, the credential among them. */
const secretsOf = ({ state }: DemoServer): readonly string[] => {
  const variables = [...state.projects, ...state.contexts].flatMap((place) => [...place.variables.values()]);
  return [
    ...visibleTokens(state).map(({ token }) => token.value),
    ...state.deleted.map(({ value }) => value),
    ...variables.map(({ value }) => value).filter((value) => value.length >= 20),
  ];
};

/** All of a payload, however deep and hidden, as text. */
const textOf = ({ payload }: Crossing) =>
  inspect(payload, { depth: Infinity, showHidden: true, maxArrayLength: null, maxStringLength: null });

/** Connects, once in vain, looks, and asks for all that can be asked about what was found. */
async function connectAndLook({ call, must: done }: WholeApp, server: DemoServer): Promise<ConnectionId> {
  const typed = { address: server.address, name: 'acme', keep: 'session' as const };
  await call('connections:connect', { ...typed, token: `${server.token.reveal()}0` });
  const { id: connection } = await done('connections:connect', { ...typed, token: server.token.reveal() });
  await done('connections:list', null);
  await done('inventory:sync', { connection });
  await done('report:preview', { kind: 'review', connection, from: 0, to: 1 });
  const slice = await done('inventory:slice', { connection, from: 0, most: 2_000 });
  const tokens = unpack(slice.tokens);
  for (const token of tokens.slice(0, 20)) await call('delivery:likely', { connection, ref: token.ref });
  const contexts = await call('delivery:contexts', { connection });
  for (const { id } of contexts.ok ? contexts.value : [])
    await call('delivery:context-variables', { connection, contextId: id });
  return connection;
}

const rowsNow = async ({ must: done }: WholeApp): Promise<readonly RunRow[]> =>
  (await done('rotation:runs', null)).flatMap(({ rows }) => rows);

const untilSteps = (app: WholeApp, ...steps: readonly string[]) =>
  vi.waitFor(async () => {
    expect((await rowsNow(app)).map(({ step }) => step)).toEqual(steps);
  });

/** Rotates two Status tokens by hand: one all the way, with a refusal before its end, and one that is discarded. */
async function rotateTwo(app: WholeApp, server: DemoServer, connection: ConnectionId): Promise<string> {
  const { call, must: done } = app;
  const slice = await done('inventory:slice', { connection, from: 0, most: 2_000 });
  const tokens = unpack(slice.tokens);
  const refs = tokens.filter(({ scope }) => scope === 'status').map(({ ref }) => ref);
  const planned = await done('rotation:plan', { connection, refs: refs.slice(0, 2) });
  const { id: plan, hash } = await done('rotation:choose', { plan: planned.id, overlapHours: 0 });
  await call('rotation:confirm', { plan, hash, typed: 'something else' });
  await done('rotation:confirm', { plan, hash, typed: 'acme 2' });
  await untilSteps(app, 'verified', 'verified');
  const [first, second] = (await rowsNow(app)).map(({ id }) => id) as [RunRow['id'], RunRow['id']];

  await done('handover:copy', { row: first });
  await done('handover:copy-badge', { row: first, form: 'markdown' });
  const { value } = await done('handover:reveal', { row: first });
  await done('handover:hide', { row: first });
  await done('handover:stored', { row: first });
  await done('rotation:act', { row: second, action: 'discard-new' });
  await untilSteps(app, 'retiring', 'left');
  server.setFaults([{ method: 'DELETE', path: '/token', trouble: { kind: 'status', status: 403 } }]);
  await call('rotation:delete-old', { rows: [first], typed: 'acme 1' });
  await untilSteps(app, 'needs-you', 'left');
  server.setFaults([]);
  await call('rotation:act', { row: first, action: 'try-again' });
  await untilSteps(app, 'gone', 'left');
  return value;
}

test.each(['cloud-time', 'server-2'] as const)(
  'SECURITY X1: of all that crosses to the page, with %s, only the answer to “reveal” has a value in it',
  async (profile) => {
    const server = await demoServer({ profile });
    const app = await wholeApp();
    const connection = await connectAndLook(app, server);
    const revealed = await rotateTwo(app, server, connection);
    const secrets = secretsOf(server);
    expect(secrets).toContain(server.token.reveal());
    expect(secrets).toContain(revealed);
    expect(app.clipboard()).toContain(revealed);

    const told = app.crossings.filter((crossing) => {
      const text = textOf(crossing);
      return secrets.some((secret) => text.includes(secret));
    });
    expect(told).toEqual([{ name: 'handover:reveal', payload: { ok: true, value: { value: revealed } } }]);
    const names = new Set(app.crossings.map(({ name }) => name));
    for (const event of [
      'connections:changed',
      'inventory:batch',
      'inventory:settled',
      'rotation:run-changed',
    ])
      expect(names).toContain(event);
    expect(must(app.crossings.at(-1)).name).toBe('rotation:runs');
  },
);
