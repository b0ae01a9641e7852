import { appendFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';

import { openJournal, type Journal } from '../../../../electron/rotation/journal';
import { decodeJournal, encodeRecord, HEADER } from '../../../../electron/rotation/journal-lines';
import type { JournalRecord } from '../../../../electron/rotation/journal-record';
import { parseRowId } from '../../../../shared/domain/rotation-run';
import { expectPrivate } from '../../../support/expect-private';
import { tempFolder } from '../../../support/temp-folder';
import { valueOf } from '../../../support/value-of';
import { connectionIdOf, must, refNumber } from '../../../support/token-records';

const row = must(parseRowId(`row_${'1'.repeat(32)}`));
const record = (at: number): JournalRecord => ({ kind: 'row', row, at, event: { kind: 'verified' } });
const anyRecord: fc.Arbitrary<JournalRecord> = fc.oneof(
  fc.nat().map(record),
  fc
    .tuple(fc.nat(), fc.string({ unit: 'grapheme' }), fc.array(fc.nat(20)))
    .map(([at, label, known]): JournalRecord => ({
      kind: 'row',
      row,
      at,
      event: { kind: 'create-intended', label, knownBefore: known.map(refNumber) },
    })),
  fc.nat().map((at): JournalRecord => ({ kind: 'run-closed', run: `run_${'2'.repeat(32)}`, at })),
);

let path = '';
beforeEach(async () => {
  path = join(await tempFolder(), 'rotation.journal');
});

async function open(): Promise<Journal> {
  const opened = await openJournal(path);
  if (!opened.ok) throw new Error(`the journal was expected to open: ${opened.error}`);
  const journal = opened.value;
  onTestFinished(() => journal.close());
  return journal;
}

describe('the journal', () => {
  test('gives back what was appended, in order, when opened anew', async () => {
    const journal = await open();
    for (let at = 0; at < 5; at += 1) expect((await journal.append(record(at))).ok).toBe(true);
    expect((await open()).records).toEqual([0, 1, 2, 3, 4].map(record));
  });

  test('takes no run that it could not read back, and opens again', async () => {
    const journal = await open();
    const seed = {
      id: row,
      ref: refNumber(1),
      kind: 'project',
      scope: 'all',
      newScope: 'all',
      label: 'deploy bot',
      destinations: [],
      checklist: [],
    } as const;
    const run = {
      kind: 'run-started',
      run: `run_${'2'.repeat(32)}`,
      connection: connectionIdOf(1),
      organisation: 'acme',
      overlapHours: 24,
      at: 1,
    } as const;
    for (const odd of [{ lastFour: 'abc' }, { createdAt: Infinity }])
      expect((await journal.append({ ...run, rows: [{ ...seed, ...odd }] })).ok).toBe(false);
    const sound = { ...run, rows: [{ ...seed, lastFour: 'abcd', createdAt: 1 }] };
    expect((await journal.append(sound)).ok).toBe(true);
    expect((await open()).records).toEqual([sound]);
  });

  test('keeps the order of records that were appended at once, and answers each', async () => {
    const journal = await open();
    const many = Array.from({ length: 200 }, (_, at) => at);
    const answers = await Promise.all(many.map((at) => journal.append(record(at))));
    expect(answers.every(({ ok }) => ok)).toBe(true);
    expect((await open()).records).toEqual(many.map(record));
  });

  test('X4: is readable by its owner only', async () => {
    await (await open()).append(record(1));
    await expectPrivate(path);
  });

  test('mends a last line that is torn at whatever byte, and goes on after it', async () => {
    const whole = HEADER + encodeRecord(record(1));
    const last = encodeRecord(record(2));
    for (let bytes = 0; bytes < last.length; bytes += 1) {
      await writeFile(path, whole + last.slice(0, bytes));
      const journal = await open();
      expect(journal.records).toEqual([record(1)]);
      await journal.append(record(3));
      expect((await open()).records).toEqual([record(1), record(3)]);
    }
  });

  test('that ends within its header is as good as new', async () => {
    await writeFile(path, HEADER.slice(0, 10));
    const journal = await open();
    await journal.append(record(1));
    expect((await open()).records).toEqual([record(1)]);
  });

  test('that is damaged in its middle is reported, and left byte for byte as it was', async () => {
    const lines = [1, 2, 3].map((at) => encodeRecord(record(at)));
    const damaged =
      HEADER + (lines[0] ?? '') + (lines[1] ?? '').replace('verified', 'verifief') + (lines[2] ?? '');
    await writeFile(path, damaged);
    expect(await openJournal(path)).toEqual({ ok: false, error: 'broken' });
    expect(await readFile(path, 'utf8')).toBe(damaged);
  });

  test('of another format is left alone', async () => {
    await writeFile(path, HEADER);
    const other = (await readFile(path, 'utf8')).replace('"format":1', '"format":2');
    const payload = other.slice(17).trimEnd();
    const { createHash } = await import('node:crypto');
    await writeFile(path, `${createHash('sha256').update(payload).digest('hex').slice(0, 16)} ${payload}\n`);
    expect(await openJournal(path)).toEqual({ ok: false, error: 'other-format' });
  });

  test('that cannot be written to takes nothing, then or later', async () => {
    const folder = await tempFolder();
    await writeFile(join(folder, 'in the way'), '');
    expect(await openJournal(join(folder, 'in the way', 'rotation.journal'))).toEqual({
      ok: false,
      error: 'unwritable',
    });
  });

  test('is replaced by what still matters when compacted, and takes more after it', async () => {
    const journal = await open();
    for (let at = 0; at < 5; at += 1) await journal.append(record(at));
    await journal.compact([record(4)]);
    await journal.append(record(5));
    expect((await open()).records).toEqual([record(4), record(5)]);
  });

  test('keeps what is appended while it is compacted, and what was not answered yet when that began', async () => {
    const journal = await open();
    for (let at = 0; at < 3; at += 1) await journal.append(record(at));
    const early = journal.append(record(3));
    const compacted = journal.compact([record(2)]);
    const late = [4, 5].map((at) => journal.append(record(at)));
    expect((await compacted).ok).toBe(true);
    for (const answer of [early, ...late]) expect((await answer).ok).toBe(true);
    await journal.append(record(6));
    expect((await open()).records).toEqual([2, 3, 4, 5, 6].map(record));
  });

  test('keeps what is appended while a compaction waits for others to remember', async () => {
    const journal = await open();
    await journal.append(record(1));
    let remembered: () => void = () => undefined;
    const ready = new Promise<boolean>((resolve) => {
      remembered = () => {
        resolve(true);
      };
    });
    const compacted = journal.compact([], ready);
    await journal.append(record(2));
    remembered();
    expect((await compacted).ok).toBe(true);
    expect((await open()).records).toEqual([record(2)]);
  });

  test('drops nothing while others do not remember it', async () => {
    const journal = await open();
    await journal.append(record(1));
    valueOf(await journal.compact([], Promise.resolve(false)));
    await journal.append(record(2));
    expect((await open()).records).toEqual([record(1), record(2)]);
    valueOf(await journal.compact([], Promise.resolve(true)));
    expect((await open()).records).toEqual([]);
  });

  test('whatever it holds, cut anywhere it reads as a beginning of what was written, or is said to be broken', () => {
    fc.assert(
      fc.property(fc.array(anyRecord, { maxLength: 6 }), fc.nat(), (records, cut) => {
        const whole = Buffer.from(HEADER + records.map(encodeRecord).join(''));
        const decoded = decodeJournal(whole.subarray(0, cut % (whole.length + 1)));
        expect(decoded.ok).toBe(true);
        if (decoded.ok) expect(records.slice(0, decoded.value.records.length)).toEqual(decoded.value.records);
      }),
    );
  });

  test('with any one byte changed never reads as something that was not written', () => {
    fc.assert(
      fc.property(
        fc.array(anyRecord, { minLength: 1, maxLength: 4 }),
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        (records, at, change) => {
          const whole = Buffer.from(HEADER + records.map(encodeRecord).join(''));
          const place = at % whole.length;
          whole[place] = (whole[place] ?? 0) ^ change;
          const decoded = decodeJournal(whole);
          if (decoded.ok)
            expect(records.slice(0, decoded.value.records.length)).toEqual(decoded.value.records);
        },
      ),
    );
  });

  test('a line that somebody appended by hand is not taken for a record', async () => {
    await (await open()).append(record(1));
    await appendFile(path, 'hello\n');
    expect((await open()).records).toEqual([record(1)]);
  });
});
