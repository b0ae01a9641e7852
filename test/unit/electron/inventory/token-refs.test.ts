import { expect, test } from 'vitest';

import type { RemoteToken } from '../../../../electron/circleci/client';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import { mayBeOwn } from '../../../../electron/inventory/own-credential';
import { recordsOf } from '../../../../electron/inventory/token-records';
import { refOf } from '../../../../electron/inventory/token-refs';
import { connectionIdOf, NOW, slugOf } from '../../../support/token-records';

const hashKey = new SecretValue('key');
const place = { connection: connectionIdOf(1), kind: 'project' as const, project: slugOf('gh/acme/api') };
const valued = (letter: string): RemoteToken => ({
  label: 'deploy bot',
  scope: 'all',
  value: new SecretValue(letter.repeat(40)),
});

test('a token with an id has the same ref whatever its label becomes', () => {
  const before = refOf(place, { id: 'one', label: 'a', scope: 'all' }, hashKey);
  expect(refOf(place, { id: 'one', label: 'b', scope: 'status' }, hashKey)).toBe(before);
});

test('the same id in another project, kind or connection is another token', () => {
  const token: RemoteToken = { id: 'one', label: 'a', scope: 'all' };
  const places = [
    place,
    { ...place, project: slugOf('gh/acme/web') },
    { ...place, connection: connectionIdOf(2) },
    { ...place, kind: 'personal' as const, project: undefined },
  ];
  expect(new Set(places.map((where) => refOf(where, token, hashKey))).size).toBe(places.length);
});

test('a token without an id is told by a hash of its value that only this key makes', () => {
  const ref = refOf(place, valued('a'), hashKey);
  expect(refOf(place, valued('a'), hashKey)).toBe(ref);
  expect(refOf(place, valued('b'), hashKey)).not.toBe(ref);
  expect(refOf(place, valued('a'), new SecretValue('another key'))).not.toBe(ref);
});

const contextWith = (rows: readonly RemoteToken[]) => ({
  place,
  mayBeOwn: new Set<RemoteToken>(rows),
  hashKey,
  firstSeen: () => undefined,
  now: NOW,
});

test('rows with neither id nor value stay apart, and a record never holds a value', () => {
  const bare: RemoteToken = { label: 'deploy bot', scope: 'all' };
  const records = recordsOf([bare, bare, valued('c')], contextWith([]));
  expect(new Set(records.map(({ ref }) => ref)).size).toBe(3);
  expect(JSON.stringify(records)).not.toContain('cccccc');
  expect(records[2]?.lastFour).toBe('cccc');
});

test('the credential that Rekey works with is told by its value, then by its last four', () => {
  const own = new SecretValue('a'.repeat(40));
  const byValue = [valued('a'), valued('b')];
  expect([...mayBeOwn(byValue, own)]).toEqual([byValue[0]]);
  const masked: RemoteToken[] = [
    { label: 'x', scope: 'full', lastFour: 'zzzz' },
    { label: 'y', scope: 'full', lastFour: 'aaaa' },
  ];
  expect([...mayBeOwn(masked, own)]).toEqual([masked[1]]);
});

test('where it cannot be told, every personal token may be it', () => {
  const rows: RemoteToken[] = [
    { id: '1', label: 'x', scope: 'full' },
    { id: '2', label: 'y', scope: 'full' },
  ];
  expect(mayBeOwn(rows, new SecretValue('a'.repeat(40))).size).toBe(2);
});
