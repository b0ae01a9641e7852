import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { AUDIT_COLUMNS, readAuditRow } from '../../../../electron/people/audit-log-row';
import type { ByteSource } from '../../../../electron/people/byte-source';
import { readCsv } from '../../../../electron/people/read-csv';
import type { TokenMade } from '../../../../shared/domain/audit-log';
import { bytesSource, lineOf, LOG_HEAD, logOf } from '../../../support/audit-log';
import { NOW } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const utf8 = (text: string) => new TextEncoder().encode(text);

async function readLog(source: ByteSource, signal = new AbortController().signal) {
  const made: TokenMade[] = [];
  const heard: number[] = [];
  const read = await readCsv(source, {
    columns: AUDIT_COLUMNS,
    take: (row) => {
      const said = readAuditRow(row);
      if (!said.ok) return said.error;
      if (said.value.made === undefined) return 'ignored';
      made.push(said.value.made);
      return 'taken';
    },
    progress: (fraction) => heard.push(fraction),
    signal,
    now: NOW,
  });
  return { read, made, heard };
}

const readText = (text: string) => readLog(bytesSource(utf8(text)));
const reportOf = async (text: string) => valueOf((await readText(text)).read).report;

describe('the text of a log', () => {
  const log = logOf(lineOf({ payload: { label: 'prêt à déployer', scope: 'all' } }));

  test.each([
    ['UTF-8', utf8(log), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\uFEFF${log}`), 'utf-8'],
    ['UTF-16 with a mark, little end first', Buffer.from(`\uFEFF${log}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 with a mark, big end first', Buffer.from(`\uFEFF${log}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 without a mark, little end first', Buffer.from(log, 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark, big end first', Buffer.from(log, 'utf16le').swap16(), 'utf-16be'],
    ['Latin-1', Buffer.from(log, 'latin1'), 'latin-1'],
  ])('is read as %s, wherever its bytes are cut', async (_name, bytes, encoding) => {
    for (const piece of [1, 7, 65_536]) {
      const { read, made } = await readLog(bytesSource(bytes, piece));
      expect(valueOf(read).report.encoding).toBe(encoding);
      expect(made.map(({ label }) => label)).toEqual(['prêt à déployer']);
    }
  });

  test.each([
    ['semicolons', [LOG_HEAD.replaceAll(',', ';'), lineOf({}, ';')].join('\n')],
    ['tabs', [LOG_HEAD.replaceAll(',', '\t'), lineOf({}, '\t')].join('\n')],
    ['line feeds alone', log.replaceAll('\r\n', '\n')],
    ['carriage returns alone', log.replaceAll('\r\n', '\r')],
    ['other names of columns', log.replace('occurred_at', 'Occurred At').replace('action', 'ACTION')],
    ['a sep= line', `sep=,\r\n${log}`],
    ['a sep= line in quotes and capitals', `"SEP=,"\r\n${log}`],
    ['a sep= line as a spreadsheet writes it back', `sep=,,,,\r\n${log}`],
    ['a sep= line after a mark', `\uFEFFsep=,\n${log}`],
    ['a sep= line of semicolons', ['sep=;', LOG_HEAD.replaceAll(',', ';'), lineOf({}, ';')].join('\n')],
    ['a sep= line of tabs', ['sep=\t', LOG_HEAD.replaceAll(',', '\t'), lineOf({}, '\t')].join('\n')],
    ['blank lines', `\r\n${log}\r\n\r\n`],
  ])('is read with %s', async (_name, text) => {
    const { read, made } = await readText(text);
    expect(valueOf(read).report).toMatchObject({ taken: 1, refused: 0 });
    expect(made).toHaveLength(1);
  });
});

test('a sep= line is counted as a line, so that numbers of others are those of the file', async () => {
  const text = `sep=,\r\n${logOf(lineOf(), lineOf({ at: 'yesterday' }))}`;
  const { read } = await readText(text);
  expect(valueOf(read).report.errors).toEqual([{ line: 4, problem: 'bad-date' }]);
});

describe('a line that is not sound', () => {
  test.each([
    ['a quotation mark that is never closed', 'x,"project.api_token.create,a,b,c,d', 'broken-quotes'],
    ['too few cells', 'x,project.api_token.create', 'wrong-cells'],
    ['too many cells', `${lineOf()},more`, 'wrong-cells'],
    ['no action', lineOf({ action: '' }), 'no-action'],
    ['an actor that is no JSON', lineOf({ actor: '{"name": ' }), 'no-actor'],
    ['nobody as the actor', lineOf({ actor: '' }), 'no-actor'],
    ['a date that is none', lineOf({ at: 'yesterday' }), 'bad-date'],
    ['no token', lineOf({ payload: { scope: 'all' } }), 'no-token'],
    ['no project', lineOf({ target: '' }), 'no-project'],
    ['more than any sound line', `"${'x'.repeat(1_100_000)}"`, 'too-long'],
  ])('with %s says so by its number, and loses no other', async (_name, line, problem) => {
    const { read, made } = await readText(logOf(lineOf(), line, lineOf({ at: '2026-03-05' }), lineOf()));
    const { report } = valueOf(read);
    expect(report.errors).toEqual([{ line: 3, problem }]);
    expect(report).toMatchObject({ taken: 3, refused: 1 });
    expect(made.map((one) => one.line)).toEqual([2, 4, 5]);
  });

  test('is counted where there are more than are told', async () => {
    const report = await reportOf(logOf(...Array.from({ length: 1_500 }, () => 'x'), lineOf()));
    expect(report.errors).toHaveLength(1_000);
    expect(report).toMatchObject({ refused: 1_500, taken: 1 });
  });

  test('loses none of the sound ones, whatever stands between them', async () => {
    const junk = fc.string({ unit: fc.constantFrom('"', ',', 'a', '{', '}', '\\', ' ', 'é'), maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.array(junk, { maxLength: 12 }), async (between) => {
        const sound = between.map((_text, index) => lineOf({ id: String(index) }));
        const { made } = await readText(
          logOf(...between.flatMap((text, index) => [text, sound[index] ?? ''])),
        );
        expect(made.map(({ id }) => id)).toEqual(between.map((_text, index) => String(index)));
      }),
    );
  });
});

test('cells may hold line ends, and the lines after them keep their numbers', async () => {
  const spread = lineOf({ payload: `{"label":\n"deploy bot"}` });
  const { read, made } = await readText(logOf(spread, 'x', lineOf()));
  expect(made.map(({ line }) => line)).toEqual([2, 5]);
  expect(valueOf(read).report.errors).toEqual([{ line: 4, problem: 'wrong-cells' }]);
});

describe('nothing is taken', () => {
  test('from a table of another kind, which says what it lacks', async () => {
    const { read } = await readText('name,amount\nx,1\n');
    expect(read).toEqual({
      ok: false,
      error: { kind: 'wrong-columns', missing: ['action', 'actor', 'occurred_at'] },
    });
  });

  test('from an empty file', async () => {
    expect((await readText('')).read).toMatchObject({ ok: false, error: { kind: 'wrong-columns' } });
  });

  test('from a file that is too large, before it is read', async () => {
    const huge = { name: 'x', size: 101 * 1_024 * 1_024, chunks: () => neverRead() };
    expect((await readLog(huge)).read).toEqual({ ok: false, error: { kind: 'too-large' } });
  });

  test('from a file with more lines than can be, and from one that a person stopped', async () => {
    const chunk = utf8('\n'.repeat(700_000));
    const long: ByteSource = {
      name: 'x',
      size: 1,
      chunks: async function* () {
        yield await Promise.resolve(utf8(`${LOG_HEAD}\n`));
        for (let part = 0; part < 3; part += 1) yield await Promise.resolve(chunk);
      },
    };
    expect((await readLog(long)).read).toEqual({ ok: false, error: { kind: 'too-large' } });
    const stopped = await readLog(bytesSource(utf8(logOf(lineOf()))), AbortSignal.abort());
    expect(stopped.read).toEqual({ ok: false, error: { kind: 'stopped' } });
  });

  test('from a disk that fails in the middle', async () => {
    const failing: ByteSource = {
      name: 'x',
      size: 10,
      chunks: async function* () {
        yield await Promise.resolve(utf8(logOf(lineOf())));
        throw new Error('unplugged');
      },
    };
    expect((await readLog(failing)).read).toEqual({ ok: false, error: { kind: 'disk' } });
  });
});

test('a person hears how far it has come, and the whole of it at the end', async () => {
  const { heard } = await readLog(
    bytesSource(utf8(logOf(...Array.from({ length: 50 }, () => lineOf()))), 512),
  );
  expect(heard.length).toBeGreaterThan(5);
  expect([...heard].sort((a, b) => a - b)).toEqual(heard);
  expect(heard.at(-1)).toBe(1);
});

async function* neverRead(): AsyncGenerator<Uint8Array> {
  yield await Promise.reject(new Error('it was read'));
}
