import { expect, test } from 'vitest';

import type { BookEntry } from '../../../../electron/credentials/connection-book';
import { connectionFor, isSameAccount } from '../../../../electron/credentials/same-account';
import { connectionFacts } from '../../../support/connection-facts';
import { connectionIdOf } from '../../../support/token-records';

const address = 'https://circleci.com';
const ids = new Map<string, number>();
const idOf = (host: string, login: string) => {
  const key = `${host} ${login}`;
  ids.set(key, ids.get(key) ?? ids.size + 1);
  return connectionIdOf(ids.get(key) ?? 0);
};
const entryOf = (login: string, userId?: string): BookEntry => ({
  id: idOf(address, login),
  name: 'acme',
  address,
  login,
  ...(userId !== undefined && { userId }),
  capabilities: connectionFacts({}).capabilities,
  keep: 'session',
});

test('an account whose login changed keeps its connection', () => {
  const before = entryOf('m.roy', 'user-1');
  expect(connectionFor({ address, login: 'm-roy', userId: 'user-1' }, [before], idOf)).toBe(before.id);
  expect(isSameAccount(before, { login: 'm-roy', userId: 'user-1' })).toBe(true);
});

test('somebody else who has the login now gets a connection of their own', () => {
  const before = entryOf('m.roy', 'user-1');
  expect(connectionFor({ address, login: 'm.roy', userId: 'user-2' }, [before], idOf)).not.toBe(before.id);
  expect(isSameAccount(before, { login: 'm.roy', userId: 'user-2' })).toBe(false);
});

test('the same user id at another host is another account', () => {
  const before = entryOf('m.roy', 'user-1');
  const there = { address: 'https://ci.example', login: 'm.roy', userId: 'user-1' };
  expect(connectionFor(there, [before], idOf)).not.toBe(before.id);
});

test('where a host tells no user id, the login says whose the connection is, as it did before', () => {
  const before = entryOf('m.roy');
  expect(connectionFor({ address, login: 'm.roy' }, [before], idOf)).toBe(before.id);
  expect(connectionFor({ address, login: 'm.roy', userId: 'user-1' }, [before], idOf)).toBe(before.id);
  expect(connectionFor({ address, login: 'm-roy' }, [before], idOf)).not.toBe(before.id);
});
