import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { openPeopleBook } from '../../../../electron/people/people-book';
import type { PeoplePorts } from '../../../../electron/people/people-ports';
import type { NamedAccount } from '../../../../shared/domain/gather-accounts';
import { err, ok } from '../../../../shared/result';
import { connectionFacts } from '../../../support/connection-facts';
import { knowledgeWith } from '../../../support/leaver-facts';
import { acme, peopleBench } from '../../../support/people-bench';
import { readSetAside } from '../../../support/read-set-aside';
import { tempFolder } from '../../../support/temp-folder';
import { NOW, tokenWith } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const LISTED: readonly NamedAccount[] = [
  { name: 'acme', slug: 'gh/acme' },
  { name: 'Acme', slug: 'circleci/8e2f' },
  { name: 'm.roy', slug: 'gh/m.roy' },
  { name: 'jane-doe', slug: 'gh/jane-doe' },
  { name: 'p.novak', slug: 'gh/p.novak' },
];
const ofNovak = tokenWith({ owner: { name: 'p.novak', source: 'audit-log' } });
const listing = (accounts: readonly NamedAccount[]): Partial<PeoplePorts> => ({
  listAccounts: () => Promise.resolve(ok(accounts)),
  lastOf: () => Promise.resolve({ ...knowledgeWith({ tokens: [ofNovak] }), takenAt: NOW }),
});

test('accounts are offered but for one’s own and those of people who are known, those with projects last', async () => {
  const { people } = await peopleBench(listing(LISTED));
  expect((await people.view(acme)).accounts).toBeUndefined();
  valueOf(await people.readAccounts(acme));
  expect((await people.view(acme)).accounts).toEqual({
    readAt: NOW,
    isListed: true,
    count: 4,
    accounts: [
      { name: 'jane-doe', slugs: ['gh/jane-doe'], hasProjects: false },
      { name: 'acme', slugs: ['gh/acme', 'circleci/8e2f'], hasProjects: true },
    ],
  });
  expect((await people.view(acme)).people.map(({ name }) => name)).toEqual(['m.roy', 'p.novak']);
});

test('an account is somebody once a person says so, until they take it back, also when the app runs anew', async () => {
  const { people, path } = await peopleBench(listing(LISTED));
  valueOf(await people.readAccounts(acme));
  valueOf(await people.judgeAccount(acme, 'jane-doe', 'person'));
  valueOf(await people.judgeAccount(acme, 'acme', 'not-person'));
  const told = await people.view(acme);
  expect(told.people.find(({ name }) => name === 'jane-doe')).toMatchObject({ sources: ['collaborations'] });
  expect(told.people.map(({ name }) => name)).not.toContain('acme');
  expect(told.accounts?.accounts.map(({ name, verdict }) => [name, verdict])).toEqual([
    ['jane-doe', 'person'],
    ['acme', 'not-person'],
  ]);
  const book = await openPeopleBook(path, () => true);
  expect(await (await peopleBench({ ...listing(LISTED), book })).people.view(acme)).toEqual(told);
  valueOf(await people.judgeAccount(acme, 'jane-doe'));
  const after = await people.view(acme);
  expect(after.people.map(({ name }) => name)).not.toContain('jane-doe');
  expect(after.accounts?.accounts[0]).toEqual({
    name: 'jane-doe',
    slugs: ['gh/jane-doe'],
    hasProjects: false,
  });
});

test('what was confirmed stays somebody when the host lists it no more, and can still be taken back', async () => {
  let accounts = LISTED;
  const { people } = await peopleBench({ listAccounts: () => Promise.resolve(ok(accounts)) });
  valueOf(await people.readAccounts(acme));
  valueOf(await people.judgeAccount(acme, 'jane-doe', 'person'));
  accounts = [];
  valueOf(await people.readAccounts(acme));
  const { people: all, accounts: shown } = await people.view(acme);
  expect(all.map(({ name }) => name)).toContain('jane-doe');
  expect(shown?.accounts).toEqual([{ name: 'jane-doe', slugs: [], hasProjects: false, verdict: 'person' }]);
  valueOf(await people.judgeAccount(acme, 'jane-doe'));
  expect(await people.judgeAccount(acme, 'jane-doe', 'person')).toEqual(err({ kind: 'no-such-account' }));
});

test('a checklist finds whom it is of when a log spells a confirmed account otherwise', async () => {
  const { people } = await peopleBench(listing(LISTED));
  valueOf(await people.readAccounts(acme));
  valueOf(await people.judgeAccount(acme, 'jane-doe', 'person'));
  valueOf(await people.add(acme, 'Jane-Doe'));
  expect((await people.view(acme)).people.map(({ name }) => name)).toEqual(['Jane-Doe', 'm.roy', 'p.novak']);
  expect(await people.personOf(acme, 'jane-doe')).toMatchObject({
    name: 'Jane-Doe',
    sources: ['collaborations', 'by-hand'],
  });
  expect(await people.personOf(acme, 'JANE-DOE')).toBeUndefined();
});

test('a host without API v2 is not asked, and it is said that it lists none', async () => {
  const old = connectionFacts({});
  const { people } = await peopleBench({
    factsOf: () => ({ ...old, capabilities: { ...old.capabilities, v2: false } }),
    listAccounts: () => Promise.reject(new Error('it was asked')),
  });
  valueOf(await people.readAccounts(acme));
  expect((await people.view(acme)).accounts).toEqual({
    readAt: NOW,
    isListed: false,
    count: 0,
    accounts: [],
  });
});

test('a list that cannot be read changes nothing, and one that is stopped neither', async () => {
  const failure = { kind: 'not-json' } as const;
  const { people, book } = await peopleBench(listing(LISTED));
  valueOf(await people.readAccounts(acme));
  const before = book.of(acme);
  const failing = await peopleBench({ book, listAccounts: () => Promise.resolve(err(failure)) });
  expect(await failing.people.readAccounts(acme)).toEqual(err({ kind: 'api', failure }));
  const stopped = await peopleBench({
    book,
    listAccounts: (_connection, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => {
          resolve(err({ kind: 'cancelled' }));
        });
      }),
  });
  const reading = stopped.people.readAccounts(acme);
  expect(await stopped.people.readKeys(acme)).toEqual(err({ kind: 'busy' }));
  stopped.people.stop();
  expect(await reading).toEqual(err({ kind: 'stopped' }));
  expect(book.of(acme)).toBe(before);
});

test('names with the form of a token, of any length and in thousands are kept without harm', async () => {
  const secret = `CCIPAT_${'5nT8bq'.repeat(2)}_${'0123456789abcdef'.repeat(2)}`;
  const many = Array.from({ length: 12_000 }, (_, index) => ({ name: `account ${String(index)}` }));
  const odd = [{ name: secret, slug: `gh/${secret}` }, { name: 'x'.repeat(5_000) }, { name: '\u200b' }];
  const { people, path } = await peopleBench(listing([...odd, ...many]));
  valueOf(await people.readAccounts(acme));
  const { accounts } = await people.view(acme);
  expect(accounts?.count).toBe(12_002);
  expect(accounts?.accounts).toHaveLength(10_000);
  expect(accounts?.accounts.every(({ name }) => name.length <= 200)).toBe(true);
  expect(await readFile(path, 'utf8')).not.toContain(secret);
});

const OLDER = {
  connection: acme,
  names: [{ name: 'a.chen', source: 'by-hand' }],
  aliases: [],
  imports: [],
  recovered: [],
  conflicts: [],
  conflictCount: 0,
  attestations: [],
};

test('a book of before accounts were read is read as it is', async () => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'people.json'), JSON.stringify({ format: 1, connections: [OLDER] }));
  const { people, book } = await peopleBench(listing(LISTED), folder);
  expect(book.of(acme).names).toEqual(OLDER.names);
  valueOf(await people.readAccounts(acme));
  const again = await openPeopleBook(join(folder, 'people.json'), () => true);
  expect(again.of(acme)).toEqual(book.of(acme));
  expect(again.of(acme).names).toEqual(OLDER.names);
});

test('a book whose accounts somebody broke is set aside whole', async () => {
  const folder = await tempFolder();
  const broken = JSON.stringify({
    format: 1,
    connections: [{ ...OLDER, verdicts: [{ name: 'jane-doe', verdict: 'perhaps' }] }],
  });
  await writeFile(join(folder, 'people.json'), broken);
  const { people } = await peopleBench({}, folder);
  valueOf(await people.add(acme, 'somebody'));
  expect(await readSetAside(join(folder, 'people.json'))).toEqual([broken]);
});
