import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { openMemoryVault } from '../../../../electron/credentials/memory-vault';
import { anyFact } from '../../../support/ledger-facts';
import { by, ledgerAt, verifyText } from '../../../support/ledgers';
import { tempFolder } from '../../../support/temp-folder';
import { valueOf } from '../../../support/value-of';

/** What somebody may do to a file, given a number to choose a place by. */
const ALTERATIONS: Readonly<Record<string, (bytes: Buffer, place: number) => Buffer>> = {
  'a byte is another': (bytes, place) => {
    const copy = Buffer.from(bytes);
    const at = place % copy.length;
    copy[at] = (copy[at] ?? 0) ^ (1 + (place % 255));
    return copy;
  },
  'a line is removed': byLines((lines, place) => lines.filter((_, index) => index !== place % lines.length)),
  'a line is there twice': byLines((lines, place) =>
    lines.flatMap((line, index) => (index === place % lines.length ? [line, line] : [line])),
  ),
  'a line is swapped with the next': byLines((lines, place) => {
    const at = place % (lines.length - 1);
    return lines.map((line, index) =>
      index === at ? (lines[at + 1] ?? '') : index === at + 1 ? (lines[at] ?? '') : line,
    );
  }),
  'the end is cut off': (bytes, place) => bytes.subarray(0, place % bytes.length),
};

function byLines(change: (lines: readonly string[], place: number) => readonly string[]) {
  return (bytes: Buffer, place: number): Buffer =>
    Buffer.from(
      change(bytes.toString('utf8').split('\n').slice(0, -1), place)
        .map((line) => `${line}\n`)
        .join(''),
    );
}

test.each(Object.entries(ALTERATIONS))(
  'whatever was noted: when %s, it is noticed, and nothing is added',
  async (_what, alter) => {
    const folder = await tempFolder();
    let count = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyFact, { minLength: 2, maxLength: 8 }),
        fc.nat(1_000_000),
        async (facts, place) => {
          const path = join(folder, `${String((count += 1))}.jsonl`);
          const vault = openMemoryVault();
          const ledger = ledgerAt(path, vault);
          for (const fact of facts) valueOf(await ledger.note(by(fact)));
          await ledger.idle();
          const altered = alter(await readFile(path), place);
          await writeFile(path, altered);
          const opened = ledgerAt(path, vault);
          for (const one of [ledger, opened]) {
            expect((await one.look()).trouble).toBeDefined();
            expect(await one.note(by({ kind: 'deletion-confirmed', count: 1 }))).toEqual({
              ok: false,
              error: 'unwritable',
            });
          }
          expect((await readFile(path)).equals(altered)).toBe(true);
        },
      ),
      { numRuns: 40 },
    );
  },
);

test('whatever is noted at once, now or soon, is in the ledger once each and in order', async () => {
  const folder = await tempFolder();
  let count = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(anyFact, fc.boolean()), { maxLength: 30 }), async (facts) => {
      const path = join(folder, `${String((count += 1))}.jsonl`);
      const ledger = ledgerAt(path);
      const waiting = facts.map(([fact, isUrgent]) => {
        if (isUrgent) return ledger.note(by(fact));
        ledger.noteSoon(by(fact));
        return Promise.resolve();
      });
      await Promise.all(waiting);
      await ledger.idle();
      const text = await readFile(path, 'utf8').catch(() => '');
      const { entries } = valueOf(verifyText(text));
      expect(entries.map(({ fact }) => fact.kind)).toEqual(facts.map(([{ kind }]) => kind));
    }),
    { numRuns: 40 },
  );
});
