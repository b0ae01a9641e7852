import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { openLeaverBook } from '../../../../electron/leavers/leaver-book';
import { openLeaverDesk } from '../../../../electron/leavers/leaver-desk';
import type { LeaverPorts } from '../../../../electron/leavers/leaver-ports';
import type { Leaver } from '../../../../shared/domain/leaver';
import type { LedgerFact } from '../../../../shared/domain/ledger-fact';
import type { TokenRecord } from '../../../../shared/domain/token';
import { err, ok } from '../../../../shared/result';
import { expectPrivate } from '../../../support/expect-private';
import { knowledgeWith } from '../../../support/leaver-facts';
import { tempFolder } from '../../../support/temp-folder';
import { connectionIdOf, NOW, refNumber, tokenWith } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const acme = connectionIdOf(1);
const owner = { name: 'a.chen', source: 'audit-log' as const };
const [one, other] = [tokenWith({ owner }), tokenWith({ ref: refNumber(2), label: 'badge', owner })];

const personCalled = (name: string) => ({ name, aliases: [], sources: ['audit-log'] as const });

async function setUp(said: Partial<LeaverPorts> = {}) {
  const path = join(await tempFolder(), 'leavers.json');
  const facts: LedgerFact[] = [];
  const told: (readonly Leaver[])[] = [];
  let now = NOW;
  let tokens: readonly TokenRecord[] = [one, other];
  let ids = 0;
  const open = async () =>
    openLeaverDesk({
      book: await openLeaverBook(path, ({ connection }) => connection !== acme),
      connections: () => [],
      lastOf: () => Promise.resolve(knowledgeWith({ tokens, takenAt: now })),
      ownDeedsOf: () => ({ made: new Set(), deleted: new Set() }),
      personOf: (_connection, name) => Promise.resolve(name === 'a.chen' ? personCalled(name) : undefined),
      keysOf: () => ({ readAt: NOW, projects: 1, read: 1, userKeys: [] }),
      placesOf: () => [],
      note: (fact) => {
        facts.push(fact);
        return Promise.resolve(ok(null));
      },
      clock: { now: () => now },
      randomId: () => String((ids += 1)).padEnd(32, '0'),
      changed: (leavers) => told.push(leavers),
      ...said,
    });
  return {
    desk: await open(),
    open,
    path,
    facts,
    told,
    lookAgain: (found: readonly TokenRecord[]) => {
      now += 60_000;
      tokens = found;
    },
  };
}

const kinds = (facts: readonly LedgerFact[]) =>
  facts.map((fact) => (fact.kind === 'leaver-item' ? `${fact.kind} ${fact.state}` : fact.kind));

test('somebody whose checklist is open gets no second one under another spelling or name of theirs', async () => {
  let known = { name: 'A.Chen', aliases: [] as readonly string[], sources: ['audit-log'] as const };
  const isTheirs = (name: string) => ['A.Chen', 'a.chen', 'alice'].includes(name);
  const { desk } = await setUp({
    personOf: (_connection, name) => Promise.resolve(isTheirs(name) ? known : undefined),
  });
  valueOf(await desk.open(acme, 'A.Chen'));
  known = { ...known, name: 'a.chen' };
  expect(await desk.open(acme, 'a.chen')).toEqual(err({ kind: 'already-open' }));
  known = { ...known, name: 'alice', aliases: ['a.chen'] };
  expect(await desk.open(acme, 'alice')).toEqual(err({ kind: 'already-open' }));
});

test('a checklist goes from its opening to its sign-off, each step written down and known again when the app is', async () => {
  const { desk, open, path, facts, told } = await setUp();
  const leaver = valueOf(await desk.open(acme, 'a.chen'));
  expect(leaver.items.map(({ id }) => id)).toEqual([
    one.ref,
    other.ref,
    'unknown personal-tokens',
    'unknown reach',
  ]);
  valueOf(await desk.decide(leaver.id, [one.ref], { kind: 'to-rotate' }));
  await desk.rotated(acme, [{ ref: one.ref, step: 'proved' }]);
  expect(desk.list()[0]?.items[0]?.state.kind).toBe('to-rotate');
  await desk.rotated(acme, [{ ref: one.ref, step: 'gone' }]);
  expect(desk.list()[0]?.items[0]?.state.kind).toBe('rotated');
  expect(await desk.signOff(leaver.id, 'M. Roy')).toEqual(err({ kind: 'not-possible' }));
  const pasted = 'ab'.repeat(20);
  const rest = leaver.items.slice(1).map(({ id }) => id);
  valueOf(await desk.decide(leaver.id, rest, { kind: 'not-applicable', reason: `see ${pasted}` }));
  valueOf(await desk.signOff(leaver.id, ' M. Roy '));
  expect(kinds(facts)).toEqual([
    'leaver-opened',
    'leaver-item to-rotate',
    'leaver-item rotated',
    'leaver-item not-applicable',
    'leaver-item not-applicable',
    'leaver-item not-applicable',
    'leaver-signed-off',
  ]);
  expect(facts.at(-1)).toMatchObject({ by: 'M. Roy', person: 'a.chen' });
  expect(JSON.stringify([facts, desk.list()])).not.toContain(pasted);
  expect((await open()).list()).toEqual(desk.list());
  expect(told.at(-1)).toEqual(desk.list());
  await expectPrivate(path);
});

test('nobody has decided and nobody has signed what the ledger does not take', async () => {
  let takes = true;
  const { desk, open } = await setUp({
    note: () => Promise.resolve(takes ? ok(null) : err('unwritable')),
  });
  const leaver = valueOf(await desk.open(acme, 'a.chen'));
  const all = leaver.items.map(({ id }) => id);
  takes = false;
  const decision = { kind: 'done-elsewhere', reason: 'by hand' } as const;
  expect(await desk.decide(leaver.id, all, decision)).toEqual(err({ kind: 'ledger' }));
  expect(desk.list()).toEqual([leaver]);
  takes = true;
  const decided = valueOf(await desk.decide(leaver.id, all, decision));
  takes = false;
  expect(await desk.signOff(leaver.id, 'M. Roy')).toEqual(err({ kind: 'ledger' }));
  expect(desk.list()).toEqual([decided]);
  expect((await open()).list()).toEqual([decided]);
});

test('many lines are decided in one write of the ledger', async () => {
  let [waiting, most] = [0, 0];
  const { desk } = await setUp({
    note: async () => {
      waiting += 1;
      most = Math.max(most, waiting);
      await Promise.resolve();
      waiting -= 1;
      return ok(null);
    },
  });
  const leaver = valueOf(await desk.open(acme, 'a.chen'));
  const all = leaver.items.map(({ id }) => id);
  valueOf(await desk.decide(leaver.id, all, { kind: 'not-applicable', reason: 'never here' }));
  expect(most).toBe(all.length);
});

test('what a later look finds again opens the checklist, once', async () => {
  const { desk, facts, lookAgain } = await setUp();
  const leaver = valueOf(await desk.open(acme, 'a.chen'));
  const all = leaver.items.map(({ id }) => id);
  valueOf(await desk.decide(leaver.id, all, { kind: 'done-elsewhere', reason: 'by hand' }));
  valueOf(await desk.signOff(leaver.id, 'M. Roy'));
  lookAgain([]);
  await desk.looked(acme);
  expect(desk.list()[0]?.signedOff).toBeDefined();
  lookAgain([other]);
  await desk.looked(acme);
  await desk.looked(acme);
  expect(desk.list()[0]).not.toHaveProperty('signedOff');
  expect(kinds(facts).filter((kind) => kind === 'leaver-item re-opened')).toHaveLength(1);
});

test('several people leave at once, and one has one open checklist', async () => {
  const { desk } = await setUp({ personOf: (_connection, name) => Promise.resolve(personCalled(name)) });
  valueOf(await desk.open(acme, 'a.chen'));
  valueOf(await desk.open(acme, 'p.novak'));
  expect(await desk.open(acme, 'a.chen')).toEqual(err({ kind: 'already-open' }));
  expect(desk.list()).toHaveLength(2);
});

test('nobody leaves who is not known, and no checklist is made of nothing', async () => {
  const { desk } = await setUp();
  expect(await desk.open(acme, 'nobody')).toEqual(err({ kind: 'no-such-person' }));
  const blind = await setUp({ lastOf: () => Promise.resolve(undefined) });
  expect(await blind.desk.open(acme, 'a.chen')).toEqual(err({ kind: 'no-inventory' }));
});

test('the demo’s checklists are not written, and a file that somebody broke is set aside', async () => {
  const { desk, open, path } = await setUp();
  valueOf(await desk.open(connectionIdOf(2), 'a.chen'));
  expect(desk.list()).toHaveLength(1);
  expect((await open()).list()).toEqual([]);
  await writeFile(path, '{"format":1,"leavers":[{}]}');
  expect((await open()).list()).toEqual([]);
});
