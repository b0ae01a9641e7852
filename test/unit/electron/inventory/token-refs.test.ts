import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { RemoteToken } from '../../../../electron/circleci/client';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import { mayBeOwn } from '../../../../electron/inventory/own-credential';
import { recordsOf } from '../../../../electron/inventory/token-records';
import { refOf, type TokenPlace } from '../../../../electron/inventory/token-refs';
import { shortIdOfUuid } from '../../../../shared/domain/circleci-id';
import { connectionIdOf, NOW, slugOf } from '../../../support/token-records';

const hashKey = new SecretValue('key');
const place = {
  host: 'https://circleci.com',
  connection: connectionIdOf(1),
  kind: 'project' as const,
  project: slugOf('gh/acme/api'),
};
const valued = (letter: string): RemoteToken => ({
  label: 'deploy bot',
  scope: 'all',
  value: new SecretValue(letter.repeat(40)),
});

test('a token with an id has the same ref whatever its label becomes', () => {
  const before = refOf(place, { id: 'one', label: 'a', scope: 'all' }, hashKey);
  expect(refOf(place, { id: 'one', label: 'b', scope: 'status' }, hashKey)).toBe(before);
});

test('an id that is no UUID is another token in another list and at another host, and the same to another connection', () => {
  const token: RemoteToken = { id: '17', label: 'a', scope: 'all' };
  const places = [
    place,
    { ...place, project: slugOf('gh/acme/web') },
    { ...place, host: 'https://ci.example' },
    { ...place, kind: 'personal' as const, project: undefined },
    { ...place, kind: 'personal' as const, project: undefined, connection: connectionIdOf(2) },
  ];
  expect(new Set(places.map((where) => refOf(where, token, hashKey))).size).toBe(places.length);
  expect(refOf({ ...place, connection: connectionIdOf(2) }, token, hashKey)).toBe(
    refOf(place, token, hashKey),
  );
});

const anyPlace: fc.Arbitrary<Omit<TokenPlace, 'host'>> = fc.record({
  connection: fc.integer({ min: 1, max: 9 }).map(connectionIdOf),
  kind: fc.constantFrom('personal', 'project'),
  project: fc.option(
    fc.constantFrom('gh/acme/api', 'gh/acme-renamed/api', 'gh/acme/web', 'circleci/a/b').map(slugOf),
    { nil: undefined },
  ),
});

test('a token has one ref through any sequence of spellings, connections, renames and transfers, and no other token has it', () => {
  const hosts = ['https://circleci.com', 'https://ci.example'];
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.uuid(), { minLength: 2, maxLength: 8 }),
      fc.array(anyPlace, { minLength: 1, maxLength: 8 }),
      (ids, places) => {
        const refs = new Set<string>();
        for (const host of hosts)
          for (const id of ids) {
            const spellings = [id, id.toUpperCase(), shortIdOfUuid(id) ?? ''];
            const seen = places.flatMap((where) =>
              spellings.map((spelled) =>
                refOf({ host, ...where }, { id: spelled }, new SecretValue(where.connection)),
              ),
            );
            expect(new Set(seen).size).toBe(1);
            refs.add(seen[0] ?? '');
          }
        expect(refs.size).toBe(ids.length * hosts.length);
      },
    ),
  );
});

test('a value without an id is the same token to every connection of its host, and another at another host', () => {
  const token = valued('a');
  const ref = refOf(place, token, hashKey);
  const elsewhere = { ...place, connection: connectionIdOf(2), project: slugOf('gh/acme-renamed/api') };
  expect(refOf(elsewhere, token, hashKey)).toBe(ref);
  expect(refOf({ ...place, host: 'https://ci.example' }, token, hashKey)).not.toBe(ref);
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
