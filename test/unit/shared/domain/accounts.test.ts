import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { confirmedNames, spellingOf } from '../../../../shared/domain/confirm-names';
import { gatherAccounts } from '../../../../shared/domain/gather-accounts';
import { gatherPeople, merged } from '../../../../shared/domain/gather-people';
import { offerAccounts } from '../../../../shared/domain/offer-accounts';
import { NAME_SOURCES, type Alias, type SeenName } from '../../../../shared/domain/people';
import { seenName } from '../../../../shared/domain/seen-name';
import { must, slugOf } from '../../../support/token-records';

const NOTHING = { verdicts: [], names: [], login: undefined, projects: [] };

test('what has one name is one account, whatever its case and its addresses', () => {
  const named = [
    { name: 'acme', slug: 'gh/acme' },
    { name: 'ACME ', slug: 'circleci/1' },
    { name: 'acme', slug: 'gh/acme' },
    { name: '\u200b', slug: 'gh/unseen' },
    { name: '\u200b' },
  ];
  expect(gatherAccounts(named)).toEqual([
    { name: 'acme', slugs: ['gh/acme', 'circleci/1'] },
    { name: 'gh/unseen', slugs: ['gh/unseen'] },
  ]);
});

describe('an account is not offered', () => {
  const account = { name: 'Jane Doe', slugs: ['gh/jane-doe'] };
  test.each([
    ['that is one’s own by its address', { login: 'Jane-Doe' }],
    ['that is one’s own by its name', { login: 'jane doe' }],
    ['of somebody who is known by its address', { names: ['jane-doe'] }],
    ['of somebody who is known by its name', { names: ['JANE DOE'] }],
  ])('%s', (_what, known) => {
    expect(offerAccounts([account], NOTHING)).toHaveLength(1);
    expect(offerAccounts([account], { ...NOTHING, ...known })).toEqual([]);
  });
});

test('an account with projects here is offered, and last; an id in an address is nobody’s name', () => {
  const accounts = [
    { name: 'Acme', slugs: ['gh/Acme'] },
    { name: 'other', slugs: ['circleci/abc'] },
    { name: 'zoe', slugs: ['gh/zoe'] },
  ];
  const projects = [slugOf('gh/acme/api'), slugOf('circleci/abc/def')];
  const shown = offerAccounts(accounts, { ...NOTHING, projects, names: ['abc'] });
  expect(shown.map(({ name, hasProjects }) => [name, hasProjects])).toEqual([
    ['zoe', false],
    ['Acme', true],
    ['other', true],
  ]);
});

const anySpelling = fc.constantFrom(
  'jane-doe',
  'Jane-Doe',
  'JANE-DOE',
  'jane\u200b-doe',
  ' jane-doe',
  'acme',
);
const anySeen: fc.Arbitrary<SeenName> = fc.record({
  name: anySpelling,
  source: fc.constantFrom(...NAME_SOURCES.filter((source) => source !== 'collaborations')),
});

test('a confirmed account is one person, whatever other sources name it, and adds nobody where they do', () => {
  fc.assert(
    fc.property(
      fc.array(anySeen, { maxLength: 6 }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 3 }),
      anySpelling,
      (seen, merges, account) => {
        // Only names that are known can be said to be one person's.
        const known = [account, ...seen.map(({ name }) => name)];
        const nameAt = (index: number) => must(known[index % known.length]);
        const aliases = merges.reduce<readonly Alias[]>(
          (all, [one, other]) => merged(all, nameAt(one), nameAt(other)),
          [],
        );
        const spelled = spellingOf(seen, aliases);
        const confirmed = confirmedNames([
          { name: account, verdict: 'person' },
          { name: 'acme inc', verdict: 'not-person' },
        ]).map((name): SeenName => ({ name: spelled(name), source: 'collaborations' }));
        const without = gatherPeople(seen, aliases, { tokens: [], keys: [] });
        const people = gatherPeople([...seen, ...confirmed], aliases, { tokens: [], keys: [] });
        const found = people.filter(({ sources }) => sources.includes('collaborations'));
        expect(found).toHaveLength(1);
        const called = found.flatMap(({ name, aliases: others }) => [name, ...others].map(seenName));
        expect(called).toContain(seenName(account));
        const isKnown = without.some(({ name, aliases: others }) =>
          [name, ...others].some((one) => seenName(one) === seenName(account)),
        );
        expect(people).toHaveLength(without.length + (isKnown ? 0 : 1));
      },
    ),
  );
});
