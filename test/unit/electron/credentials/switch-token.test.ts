import { expect, test } from 'vitest';

import { openConnections } from '../../../../electron/credentials/connections';
import { openMemoryVault } from '../../../../electron/credentials/memory-vault';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import type { HostBehaviour } from '../../../../electron/demo/demo-state';
import { ok } from '../../../../shared/result';
import { clientOf, demoServer } from '../../../support/demo-client';
import { connectionIdOf, must } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

/** A connection to a host of its own, and another token of the same account. */
async function connected() {
  const server = await demoServer();
  const id = connectionIdOf(1);
  const connections = openConnections({
    book: { entries: () => [], replace: () => Promise.resolve(ok(null)) },
    onDisk: openMemoryVault(),
    inMemory: openMemoryVault(),
    keychain: () => 'ready',
    clientFor: (_address, token) => clientOf(server, token),
    idOf: () => id,
    randomKey: () => new SecretValue('key'),
    changed: () => undefined,
  });
  const { address, token } = server;
  valueOf(await connections.connect({ address, token, name: 'acme', keep: 'session', isDemo: false }));
  const other = new SecretValue(must(server.state.personal[1]).value);
  const behave = (behaviour: Partial<HostBehaviour>) => Object.assign(server.state.behaviour, behaviour);
  return { connections, id, token, other, behave };
}

test('a connection works with a token where the host tells it from a made-up one', async () => {
  const { connections, id, token, other } = await connected();
  expect(await connections.worksWith(id, token)).toEqual(ok(true));
  expect(await connections.worksWith(id, other)).toEqual(ok(false));
  valueOf(await connections.switchTo(id, other));
  expect(await connections.worksWith(id, other)).toEqual(ok(true));
});

test('a connection is not said to work with its token where the host answers anyone', async () => {
  const { connections, id, token, behave } = await connected();
  behave({ me: 'anyone' });
  expect(await connections.worksWith(id, token)).toEqual(ok(false));
});

test('a connection keeps its token where the host answers anyone, and nothing tells whether another works', async () => {
  const { connections, id, token, other, behave } = await connected();
  behave({ me: 'anyone' });
  expect(await connections.switchTo(id, other)).toEqual({ ok: false, error: { kind: 'not-switched' } });
  behave({ me: 'account' });
  expect(await connections.worksWith(id, token)).toEqual(ok(true));
  expect(connections.liveOf(id)?.credential.equals(token)).toBe(true);
});
