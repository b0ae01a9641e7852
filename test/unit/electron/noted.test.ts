import { expect, test } from 'vitest';

import { unpackSlice } from '../../../shared/domain/crossing';
import { wholeApp } from '../../support/whole-app';

/** What the ledger says, the oldest first. */
async function ledgerOf(app: Awaited<ReturnType<typeof wholeApp>>) {
  const { entries } = await app.must('ledger:page', { words: '', from: 0, most: 200 });
  return entries.toReversed();
}

test('a connection, a look, a plan, and a connection that is forgotten are written down with the account concerned', async () => {
  const app = await wholeApp();
  const { id, login } = await app.must('connections:start-demo', null);
  await app.must('inventory:sync', { connection: id });
  const { tokens } = unpackSlice(await app.must('inventory:slice', { connection: id, from: 0, most: 2_000 }));
  const refs = tokens
    .filter(({ kind }) => kind === 'project')
    .slice(0, 2)
    .map(({ ref }) => ref);
  const { hash } = await app.must('rotation:plan', { connection: id, refs });
  await app.must('connections:forget', { connection: id });
  const entries = await ledgerOf(app);
  expect(entries.map(({ fact }) => fact.kind)).toEqual([
    'connection-added',
    'look-ended',
    'plan-made',
    'connection-forgotten',
  ]);
  expect(entries[1]?.fact).toMatchObject({ tokens: tokens.length });
  expect(entries[2]?.fact).toMatchObject({ hash, rotates: 2, skips: 0 });
  for (const { actor, connection } of entries) {
    expect(actor).toEqual({ osUser: 'mara', login });
    expect(connection).toBe(id);
  }
});

test('a look that was stopped, and one that never began, are told apart', async () => {
  const app = await wholeApp();
  const { id } = await app.must('connections:start-demo', null);
  const looking = app.call('inventory:sync', { connection: id });
  const second = await app.call('inventory:sync', { connection: id });
  expect(second).toEqual({ ok: false, error: { kind: 'busy' } });
  await app.call('inventory:stop', { connection: id });
  expect(await looking).toEqual({ ok: false, error: { kind: 'stopped' } });
  const outcomes = (await ledgerOf(app)).flatMap(({ fact }) =>
    fact.kind === 'look-ended' ? [fact.outcome] : [],
  );
  expect(outcomes).toEqual(['stopped']);
});

test('the ledger is narrowed by words and by kind, and the newest entry comes first', async () => {
  const app = await wholeApp();
  const { id, name } = await app.must('connections:start-demo', null);
  await app.must('inventory:sync', { connection: id });
  const all = await app.must('ledger:page', { words: '', from: 0, most: 1 });
  expect(all).toMatchObject({ total: 2, entries: [{ number: 2 }], state: { keeping: 'no-keychain' } });
  const byWords = await app.must('ledger:page', { words: `CONNECTED ${name}`, from: 0, most: 10 });
  expect(byWords.entries.map(({ number }) => number)).toEqual([1]);
  const byKind = await app.must('ledger:page', { words: '', group: 'rotation', from: 0, most: 10 });
  expect(byKind.total).toBe(0);
  expect(await app.must('ledger:verify', null)).toMatchObject({ head: { entries: 2 } });
});

test('a ledger that nobody names a file for is not exported, and a whole one is not replaced', async () => {
  const app = await wholeApp();
  expect(await app.call('ledger:export', null)).toEqual({ ok: false, error: { kind: 'declined' } });
  expect(await app.call('ledger:start-new', null)).toEqual({ ok: false, error: { kind: 'is-whole' } });
});
