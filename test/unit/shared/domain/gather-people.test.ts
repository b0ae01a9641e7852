import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  alikePeople,
  gatherPeople,
  merged,
  personNamed,
  unmerged,
} from '../../../../shared/domain/gather-people';
import type { Alias, SeenName } from '../../../../shared/domain/people';

const seen = (...names: readonly string[]): readonly SeenName[] =>
  names.map((name) => ({ name, source: 'audit-log' }));
const NOTHING = { tokens: [], keys: [] };
const namesIn = (all: readonly string[], aliases: readonly Alias[]) =>
  gatherPeople(seen(...all), aliases, NOTHING).map(({ name }) => name);

test('a name from several sources is one person, with what is theirs under any of their names', () => {
  const people = gatherPeople(
    [...seen('m.roy', 'mroy@acme.test'), { name: 'm.roy', source: 'connection' }],
    [{ person: 'm.roy', alias: 'mroy@acme.test' }],
    { tokens: ['m.roy', 'mroy@acme.test', 'a.chen'], keys: ['mroy@acme.test'] },
  );
  expect(people).toEqual([
    { name: 'a.chen', aliases: [], sources: [], tokens: 1, keys: 0 },
    { name: 'm.roy', aliases: ['mroy@acme.test'], sources: ['connection', 'audit-log'], tokens: 2, keys: 1 },
  ]);
});

test('names that are alike are told, and never made one', () => {
  const names = seen('m.roy', 'M Roy', 'm-roy@acme.test', 'a.chen');
  const people = gatherPeople([...names, { name: 'm.roy', source: 'connection' }], [], NOTHING);
  expect(people).toHaveLength(4);
  expect(alikePeople(people)).toEqual([
    { person: 'm.roy', alias: 'M Roy' },
    { person: 'm.roy', alias: 'm-roy@acme.test' },
  ]);
});

const anyName = fc.constantFrom('a', 'b', 'c', 'd', 'e');
const ALL = ['a', 'b', 'c', 'd', 'e'];

test('whatever is merged in whatever order, each name is of one person, and taking apart gives it back', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyName, anyName), { maxLength: 8 }), (merges) => {
      let aliases: readonly Alias[] = [];
      for (const [person, other] of merges) aliases = merged(aliases, person, other);
      const people = gatherPeople(seen(...ALL), aliases, NOTHING);
      expect(people.flatMap(({ name, aliases: others }) => [name, ...others]).sort()).toEqual(ALL);
      for (const [person, other] of merges)
        expect(personNamed(person, aliases)).toBe(personNamed(other, aliases));
      for (const { alias } of aliases) aliases = unmerged(aliases, alias);
      expect(namesIn(ALL, aliases)).toEqual(ALL);
    }),
  );
});
