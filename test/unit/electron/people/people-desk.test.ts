import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { openPeopleBook } from '../../../../electron/people/people-book';
import type { PeoplePorts } from '../../../../electron/people/people-ports';
import { textSource } from '../../../../electron/people/byte-source';
import type { Sighting } from '../../../../shared/domain/drift';
import { err, ok } from '../../../../shared/result';
import { bytesSource, lineOf, logOf } from '../../../support/audit-log';
import { expectPrivate } from '../../../support/expect-private';
import { knowledgeWith } from '../../../support/leaver-facts';
import { acme, demo, peopleBench } from '../../../support/people-bench';
import { readSetAside } from '../../../support/read-set-aside';
import { tempFolder } from '../../../support/temp-folder';
import { NOW, refNumber, tokenWith } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const laptop = tokenWith({
  ref: refNumber(5),
  kind: 'personal',
  label: 'laptop',
  owner: { name: 'p.novak', source: 'by-hand' },
  source: 'by-hand',
});
const last: Sighting = { ...knowledgeWith({ tokens: [tokenWith({}), laptop] }), takenAt: NOW };

const setUp = (said: Partial<PeoplePorts> = {}, folder?: string) =>
  peopleBench({ lastOf: () => Promise.resolve(last), ...said }, folder);

const log = textSource(
  'log.csv',
  logOf(lineOf(), 'x', lineOf({ action: 'context.create', actor: 's.lindqvist' })),
);

describe('a log that is imported', () => {
  test('is laid beside the inventory, written down, and known again when the app is', async () => {
    const { people, book, path, facts, recovered } = await setUp();
    const done = valueOf(await people.importLog(acme, log));
    expect(done).toMatchObject({
      recovered: 1,
      conflicts: 0,
      unmatched: 0,
      report: { taken: 1, refused: 1 },
    });
    expect(recovered).toEqual([acme]);
    expect(facts).toEqual([
      {
        kind: 'imported',
        what: 'audit-log',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        taken: 1,
        refused: 1,
      },
    ]);
    const again = await openPeopleBook(path, () => true);
    expect(again.of(acme)).toEqual(book.of(acme));
    expect(again.sourceOf(refNumber(1))).toEqual({
      ref: refNumber(1),
      owner: 'a.chen',
      file: 'log.csv',
      at: NOW,
    });
    const { people: all } = await people.view(acme);
    expect(all.map(({ name }) => name)).toEqual(['a.chen', 'm.roy', 'p.novak', 's.lindqvist']);
    await expectPrivate(path);
  });

  test('takes nothing away that an earlier one told', async () => {
    const { people, book } = await setUp();
    await people.importLog(acme, log);
    const other = logOf(lineOf({ payload: { label: 'another', scope: 'all' } }));
    valueOf(await people.importLog(acme, textSource('later.csv', other)));
    expect(book.sourceOf(refNumber(1))).toMatchObject({ owner: 'a.chen', file: 'log.csv' });
  });

  test.each([
    ['of another kind', textSource('x.csv', 'name,amount\n'), 'wrong-columns'],
    ['of a disk that fails', { ...bytesSource(new Uint8Array(3)), chunks: () => failing() }, 'disk'],
  ])('changes nothing where it is %s', async (_what, source, kind) => {
    const { people, book, facts } = await setUp();
    await people.importLog(acme, log);
    const before = book.of(acme);
    expect(await people.importLog(acme, source)).toMatchObject({ ok: false, error: { kind } });
    expect(book.of(acme)).toBe(before);
    expect(facts).toHaveLength(1);
  });

  test('is one at a time, and keeps nothing when a person stops it', async () => {
    const { people, book } = await setUp();
    const first = people.importLog(acme, log);
    expect(await people.importLog(acme, log)).toEqual(err({ kind: 'busy' }));
    people.stop();
    expect(await first).toEqual(err({ kind: 'stopped' }));
    expect(book.of(acme).imports).toEqual([]);
    valueOf(await people.importLog(acme, log));
  });

  test('wants an inventory to be laid beside', async () => {
    const { people } = await setUp({ lastOf: () => Promise.resolve(undefined) });
    expect(await people.importLog(acme, log)).toEqual(err({ kind: 'no-inventory' }));
  });
});

describe('a register that is imported', () => {
  const rows = [
    'Label;Owner;Created;Expires',
    'desk;a.chen;2026-03-01;2027-03-01',
    'laptop;p.novak;;',
    ';a.chen;;',
    'phone;;;',
    'tablet;a.chen;yesterday;',
    'watch;a.chen;2026-03-01;2026-02-01',
    'later;a.chen;2027-01-01;',
    `${'ab'.repeat(20)};a.chen;;`,
  ];

  test('adds what is not there yet, and says of each other line what is wrong', async () => {
    const { people, added } = await setUp();
    const report = valueOf(await people.importRegister(acme, textSource('r.csv', rows.join('\n'))));
    expect(added).toEqual([
      { label: 'desk', owner: 'a.chen', createdAt: Date.UTC(2026, 2, 1), expiresAt: Date.UTC(2027, 2, 1) },
    ]);
    expect(report.errors.map(({ line, problem }) => `${String(line)} ${problem}`)).toEqual([
      '4 no-label',
      '5 no-owner',
      '6 bad-date',
      '7 impossible-dates',
      '8 impossible-dates',
      '9 has-a-token',
    ]);
  });
});

test('people are merged by a person, by name, and taken apart again', async () => {
  const { people, facts } = await setUp();
  valueOf(await people.add(acme, ' Alex Chen '));
  await people.importLog(acme, log);
  valueOf(await people.merge(acme, 'a.chen', 'Alex Chen'));
  expect(facts.at(-1)).toEqual({ kind: 'people-merged', person: 'a.chen', alias: 'Alex Chen' });
  expect(await people.personOf(acme, 'a.chen')).toMatchObject({ name: 'a.chen', aliases: ['Alex Chen'] });
  // A checklist that was made under the other name is theirs from now on.
  expect(await people.personOf(acme, 'Alex Chen')).toMatchObject({ name: 'a.chen', aliases: ['Alex Chen'] });
  expect(await people.merge(acme, 'Alex Chen', 'a.chen')).toEqual(err({ kind: 'same-person' }));
  expect(await people.merge(acme, 'a.chen', 'nobody')).toEqual(err({ kind: 'no-such-person' }));
  valueOf(await people.unmerge(acme, 'Alex Chen'));
  expect(await people.unmerge(acme, 'Alex Chen')).toEqual(err({ kind: 'no-such-person' }));
});

test('what the owner of a personal token said is kept with when they were asked, and written down', async () => {
  const { people, facts } = await setUp();
  valueOf(await people.attest(acme, laptop.ref));
  expect((await people.view(acme)).attestations).toEqual([{ ref: laptop.ref, askedAt: NOW }]);
  valueOf(await people.attest(acme, laptop.ref, { by: 'p.novak', said: 'deleted' }));
  expect((await people.view(acme)).attestations).toEqual([
    { ref: laptop.ref, askedAt: NOW, answer: { at: NOW, by: 'p.novak', said: 'deleted' } },
  ]);
  expect(facts).toEqual([
    { kind: 'attested', token: laptop.ref, label: 'laptop', by: 'p.novak', answer: 'deleted' },
  ]);
  expect(await people.attest(acme, refNumber(1))).toEqual(err({ kind: 'no-such-token' }));
  const deaf = await setUp({ note: () => Promise.resolve(err('unwritable')) });
  expect(await deaf.people.attest(acme, laptop.ref, { by: 'p.novak', said: 'deleted' })).toEqual(
    err({ kind: 'ledger' }),
  );
  expect((await deaf.people.view(acme)).attestations).toEqual([]);
});

test('user keys give names, deploy keys are nobody’s, and a project that refuses is counted', async () => {
  const { people, book } = await setUp({
    listKeys: (_connection, project) =>
      Promise.resolve(
        ok([
          { project, kind: 'deploy', fingerprint: '1' },
          { project, kind: 'user', fingerprint: '2', login: 'k.tanaka' },
          { project, kind: 'user', fingerprint: '3' },
        ]),
      ),
  });
  valueOf(await people.readKeys(acme));
  const view = await people.view(acme);
  expect(view.keys).toEqual({ readAt: NOW, projects: 1, read: 1, nameless: 1 });
  expect(view.people.find(({ name }) => name === 'k.tanaka')).toMatchObject({
    sources: ['checkout-key'],
    keys: 1,
  });
  expect(book.of(acme).keys?.userKeys).toHaveLength(2);
  const refusing = await setUp({ listKeys: () => Promise.resolve(err({ kind: 'forbidden', status: 403 })) });
  valueOf(await refusing.people.readKeys(acme));
  expect((await refusing.people.view(acme)).keys).toMatchObject({ projects: 1, read: 0 });
});

test('the demo’s people leave nothing on disk, and a forgotten connection’s go', async () => {
  const { people, book, path } = await setUp();
  valueOf(await people.importLog(demo, log));
  expect(book.recoveredOf(refNumber(1))).toBeDefined();
  await people.add(acme, 'somebody');
  expect(await readFile(path, 'utf8')).not.toContain('a.chen');
  await book.forget(demo);
  expect(book.recoveredOf(refNumber(1))).toBeUndefined();
  await book.forget(acme);
  expect(await readFile(path, 'utf8')).not.toContain('somebody');
});

test('a file of people that somebody broke is set aside, and one that cannot be written changes nothing', async () => {
  const folder = await tempFolder();
  await writeFile(join(folder, 'people.json'), '{"format":1,"connections":[{"more":1}]}');
  const { book } = await setUp({}, folder);
  expect(book.of(acme).names).toEqual([]);
  expect((await readSetAside(join(folder, 'people.json'))).join('')).toContain('more');
  const nowhere = await setUp({}, join(folder, 'not', 'there'));
  expect(await nowhere.people.add(acme, 'somebody')).toEqual(err({ kind: 'storage' }));
  expect(nowhere.book.of(acme).names).toEqual([]);
});

async function* failing(): AsyncGenerator<Uint8Array> {
  yield await Promise.reject(new Error('unplugged'));
}
