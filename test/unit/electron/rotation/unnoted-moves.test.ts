import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Clock } from '../../../../electron/clock';
import type { Ledger } from '../../../../electron/evidence/ledger';
import { openJournal } from '../../../../electron/rotation/journal';
import type { JournalRecord } from '../../../../electron/rotation/journal-record';
import { unnotedMoves } from '../../../../electron/rotation/unnoted-moves';
import type { LedgerEntry } from '../../../../shared/domain/ledger-entry';
import { openMemoryVault } from '../../../../electron/credentials/memory-vault';
import { demoServer, hastyClock } from '../../../support/demo-client';
import { FACTS } from '../../../support/ledger-facts';
import { by, ledgerAt, verifyText } from '../../../support/ledgers';
import { confirmed, deleteAllOld, planFirst, rotationBench } from '../../../support/rotation-bench';
import { tempFolder } from '../../../support/temp-folder';
import { NOW } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const SIGN = by({ kind: 'folder-scanned', files: 1, found: 0 });
const movesOf = (entries: readonly LedgerEntry[]) =>
  entries.map(({ fact }) => fact).filter(({ kind }) => kind === 'row-moved');

/** What the journal and the ledger have of three rows that were rotated. */
async function threeRotated(clock: Clock = hastyClock) {
  const folder = await tempFolder();
  const bench = await rotationBench(await demoServer(), folder, { clock });
  const desk = await bench.openDesk();
  valueOf(await confirmed(desk, await planFirst(bench, desk, 3)));
  await desk.idle();
  await deleteAllOld(desk);
  await bench.close();
  const journal = valueOf(await openJournal(join(folder, 'rotation.journal')));
  await journal.close();
  const text = await readFile(join(folder, 'ledger.jsonl'), 'utf8');
  return { folder, records: journal.records, text, entries: valueOf(verifyText(text)).entries };
}

async function catchUp(ledger: Ledger, records: readonly JournalRecord[]): Promise<void> {
  await ledger.catchUp(() => {
    const { heard, missing } = unnotedMoves(records);
    return { heard, missing: () => missing().map(({ fact, at }) => ({ ...by(fact), at })) };
  });
}

test('wherever a kill cut the ledger off, the next start adds what the journal has of each row, once and in order', async () => {
  const { folder, records, text, entries } = await threeRotated();
  expect(movesOf(entries).length).toBeGreaterThan(12);
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.nat(entries.length), async (kept) => {
      const path = join(folder, `${String((count += 1))}.jsonl`);
      await writeFile(
        path,
        text
          .split('\n')
          .slice(0, kept)
          .map((line) => `${line}\n`)
          .join(''),
      );
      const ledger = ledgerAt(path, openMemoryVault());
      const caughtUp = catchUp(ledger, records);
      const noted = ledger.note(SIGN);
      await caughtUp;
      valueOf(await noted);
      await catchUp(ledger, records);
      await ledger.idle();
      const found = valueOf(verifyText(await readFile(path, 'utf8'))).entries;
      expect(movesOf(found)).toEqual(movesOf(entries));
      expect(found.at(-1)?.fact).toEqual(SIGN.fact);
    }),
    { numRuns: 40 },
  );
});

test('what is added carries the time at which it happened', async () => {
  const { folder, records } = await threeRotated();
  const path = join(folder, 'empty.jsonl');
  const ledger = ledgerAt(path, openMemoryVault(), { now: () => NOW + 86_400_000 });
  await catchUp(ledger, records);
  const { entries } = valueOf(verifyText(await readFile(path, 'utf8')));
  const times = records.flatMap((record) => (record.kind === 'row' ? [record.at] : []));
  expect(entries.length).toBeGreaterThan(12);
  for (const { at } of entries) expect(times).toContain(at);
});

test('a move has the same time in the ledger as in the journal, so that both are counted from one moment on', async () => {
  let now = NOW;
  const { records, entries } = await threeRotated({ ...hastyClock, now: () => (now += 1) });
  const told = entries.flatMap(({ fact, at }) => (fact.kind === 'row-moved' ? [{ fact, at }] : []));
  expect(told).toEqual(
    unnotedMoves(records)
      .missing()
      .map(({ fact, at }) => ({ fact, at })),
  );
});

test('a ledger that was begun anew is not given what is from before it', async () => {
  const { folder, records } = await threeRotated();
  const last = Math.max(...records.map(({ at }) => at));
  const path = join(folder, 'anew.jsonl');
  const vault = openMemoryVault();
  await writeFile(path, 'spoilt\n');
  const ledger = ledgerAt(path, vault, { now: () => last });
  valueOf(await ledger.beginAnew('aside.jsonl', { osUser: 'mara' }));
  await catchUp(ledger, records);
  const { entries } = valueOf(verifyText(await readFile(path, 'utf8')));
  expect(entries.map(({ fact }) => fact.kind)).toEqual(['ledger-begun']);
});

test('a ledger that does not verify is left as it is', async () => {
  const { folder, records, text } = await threeRotated();
  const path = join(folder, 'altered.jsonl');
  const altered = text.replace('creating', 'retiring');
  await writeFile(path, altered);
  await catchUp(ledgerAt(path, openMemoryVault()), records);
  expect(await readFile(path, 'utf8')).toBe(altered);
});

test('of a ledger that was begun anew, what came to it late and was from before counts for nothing that came after', async () => {
  const { records } = await threeRotated();
  const timed = records.map((record, at) => ({ ...record, at }));
  const moves = unnotedMoves(timed).missing();
  fc.assert(
    fc.property(fc.nat(moves.length - 1), fc.nat(moves.length), fc.nat(moves.length), (...drawn) => {
      const [waited = 0, begun = 0, kept = 0] = drawn.toSorted((a, b) => a - b);
      const at = moves[begun - 1]?.at ?? -1;
      const { heard, missing } = unnotedMoves(timed);
      const facts = [
        { fact: FACTS['ledger-begun'], at },
        ...moves.slice(waited, kept).map((move) => ({ fact: move.fact, at: move.at })),
      ];
      for (const [index, entry] of facts.entries())
        heard({ ...entry, number: index + 1, before: '', actor: { osUser: 'mara' } });
      expect(missing()).toEqual(moves.slice(kept).filter((move) => move.at > at));
    }),
  );
});

test('a ledger that cannot be read at first is caught up with before anything else is added', async () => {
  const { folder, records, text, entries } = await threeRotated();
  const path = join(folder, 'locked.jsonl');
  await mkdir(path);
  const ledger = ledgerAt(path, openMemoryVault());
  await catchUp(ledger, records);
  expect(await ledger.note(SIGN)).toMatchObject({ ok: false });
  await rmdir(path);
  await writeFile(
    path,
    text
      .split('\n')
      .slice(0, 5)
      .map((line) => `${line}\n`)
      .join(''),
  );
  valueOf(await ledger.note(SIGN));
  const found = valueOf(verifyText(await readFile(path, 'utf8'))).entries;
  expect(movesOf(found)).toEqual(movesOf(entries));
  expect(found.at(-1)?.fact).toEqual(SIGN.fact);
});
