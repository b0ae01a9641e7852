import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

import { reportCsv, tableCsv } from '../../../../../electron/evidence/reports/csv-form';
import { MOST_PRINTED, reportHtml } from '../../../../../electron/evidence/reports/html-form';
import { reportJson } from '../../../../../electron/evidence/reports/json-form';
import type { Part } from '../../../../../electron/evidence/reports/part';
import { reportSchema } from '../../../../../electron/evidence/reports/report-schema';
import type { Report, ReportSection } from '../../../../../shared/domain/report';
import type { TokenRecord } from '../../../../../shared/domain/token';
import { anyTokens, HOSTILE_LABELS, reviewOf } from '../../../../support/report-material';
import { daysAgo, must, refNumber, tokenWith } from '../../../../support/token-records';

const textOf = (parts: Iterable<Part>) => [...parts].map(({ text }) => text).join('');
const tableOf = ({ sections }: Report): ReportSection => must(sections.find(({ isTable }) => isTable));
const readCsv = (text: string): string[][] => parse(text, { bom: true, relax_column_count: true });

const hostile = HOSTILE_LABELS.map((label, index) =>
  tokenWith({ ref: refNumber(index + 1), label, createdAt: daysAgo(100) }),
);

describe('CSV', () => {
  test('gives hostile labels back as they were, with a quote before what a spreadsheet would calculate', () => {
    const rows = readCsv(textOf(tableCsv(tableOf(reviewOf(hostile)))));
    const isFormula = (label: string) => /^[=+\-@\t\r\n＝]/.test(label);
    expect(rows.slice(1).map(([label]) => label)).toEqual(
      HOSTILE_LABELS.map((label) => (isFormula(label) ? `'${label.replace('\t=', "\t'=")}` : label)),
    );
    expect(new Set(rows.map(({ length }) => length)).size).toBe(1);
  });

  test('puts its quote also before a formula that stands behind blanks or signs that show nothing', () => {
    const labels = [' =1+1', '\u00a0-2', '\u200b@SUM(1)', ' \u2060 +3'];
    const report = reviewOf(labels.map((label, index) => tokenWith({ ref: refNumber(index + 1), label })));
    const rows = readCsv(textOf(tableCsv(tableOf(report))));
    expect(rows.slice(1).map(([label]) => label)).toEqual(labels.map((label) => `'${label}`));
  });

  test('holds nothing that a spreadsheet would calculate which cuts lines at semicolons or tabs', () => {
    const labels = ['a;=1+1', 'a\t=1+1', 'a; "@SUM(1)', 'a;;-1', 'a;b=1', '=1;=2'];
    const report = reviewOf(labels.map((label, index) => tokenWith({ ref: refNumber(index + 1), label })));
    const text = textOf(tableCsv(tableOf(report)));
    const cells = text.split(/[;\t\r\n]/).map((cell) => cell.replace(/^[\s"]+/, ''));
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    expect(readCsv(text).map(([label]) => label)).toContain('a;b=1');
  });

  test('says what the report is of, its totals, and where the long table is', () => {
    const rows = readCsv(textOf(reportCsv(reviewOf(hostile))));
    expect(rows).toContainEqual(['Organisation', 'acme']);
    expect(rows).toContainEqual(['Due', '19', '19', 'yes']);
    expect(rows).toContainEqual(['19 rows, in tokens.csv']);
    expect(rows.flat()).toContain('COMPLETE');
  });

  const cellsIn = (title: string, tokens: readonly TokenRecord[]) => {
    const [head = [], ...rows] = readCsv(textOf(tableCsv(tableOf(reviewOf(tokens)))));
    return rows.map((row) => row[head.indexOf(title)]);
  };

  test.each(['0042', '12e5', '1e10', '1234', '0e00', '2E-1', 'beef', 'TRUE', '1Jan', 'may1', '3-04'])(
    'keeps the last four %s from being read as a number or a day',
    (lastFour) => {
      expect(cellsIn('Last four', [tokenWith({ lastFour })])).toEqual([`…${lastFour}`]);
    },
  );

  test('keeps labels and names that a spreadsheet would read as numbers, days, times or truths', () => {
    const read = [
      '0042',
      '12e5',
      ' 7 ',
      '1,000',
      '12%',
      '$5',
      '.5',
      '1-2',
      '3/4',
      '2026-11-24',
      '12:30',
      'true',
      'Mar-4',
    ];
    const tokens = read.map((label, index) =>
      tokenWith({ ref: refNumber(index + 1), label, owner: { name: label, source: 'by-hand' } }),
    );
    expect(cellsIn('Label', tokens)).toEqual(read.map((label) => `'${label}`));
    expect(cellsIn('Owner', tokens)).toEqual(read.map((label) => `'${label}`));
    const text = ['deploy 2', 'v1', '1 of 2', 'march', '12 monkeys', 'e5', '0x10', 'truely', 'gh/acme/1'];
    const plain = text.map((label, index) => tokenWith({ ref: refNumber(index + 1), label }));
    expect(cellsIn('Label', plain)).toEqual(text);
  });

  test('leaves dates and counts as they are: those are to be calculated with', () => {
    expect(cellsIn('Created', [tokenWith({ createdAt: daysAgo(100) })])[0]).toMatch(/^2026-\d\d-\d\dT/);
    expect(readCsv(textOf(reportCsv(reviewOf(hostile))))).toContainEqual(['Due', '19', '19', 'yes']);
  });

  test('says that something is not known, and does not leave it blank', () => {
    const rows = readCsv(textOf(tableCsv(tableOf(reviewOf([tokenWith({})])))));
    const at = must(rows[0]).indexOf('Created');
    expect(must(rows[1])[at]).toBe('not known');
  });

  test('holds no cell of any inventory that a spreadsheet would calculate', () => {
    fc.assert(
      fc.property(anyTokens, (tokens) => {
        const report = reviewOf(tokens);
        const cells = [reportCsv(report), tableCsv(tableOf(report))].flatMap((parts) =>
          readCsv(textOf(parts)).flat(),
        );
        expect(cells.filter((cell) => /^[=+\-@\t\r]/.test(cell))).toEqual([]);
      }),
    );
  });
});

describe('JSON', () => {
  const published = JSON.parse(readFileSync('docs/schemas/rekey-report-1.schema.json', 'utf8')) as object;

  test('is of the published form, which is the one that Rekey has', () => {
    expect(published).toEqual(z.toJSONSchema(reportSchema));
  });

  test('of any inventory is of the published form, keeps the raw text, and reads as the report', () => {
    const isOfForm = new Ajv2020({ allowUnionTypes: true }).compile(published);
    fc.assert(
      fc.property(anyTokens, (tokens) => {
        const report = reviewOf(tokens);
        const read = JSON.parse(textOf(reportJson(report))) as unknown;
        expect(isOfForm(read), JSON.stringify(isOfForm.errors)).toBe(true);
        expect(read).toEqual(report);
      }),
    );
  });

  test('of another form is refused by the published one', () => {
    const isOfForm = new Ajv2020({ allowUnionTypes: true }).compile(published);
    expect(isOfForm({ ...reviewOf([]), more: 1 })).toBe(false);
  });
});

describe('HTML', () => {
  test('shows hostile labels as text: nothing in them is markup, and nothing hides', () => {
    const html = textOf(reportHtml(reviewOf(hostile)));
    expect(html).not.toMatch(/<script|<img|onerror=alert\(1\)>|<h1>not/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('\\u202egnp.exe');
    expect(html).toContain('(10,000 characters)');
  });

  test('asks for nothing outside itself and has no script, whatever is in it', () => {
    const html = textOf(reportHtml(reviewOf(hostile)));
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<(?:link|iframe|object|img|script)\b|@import|url\(/);
  });

  test('shows the first rows of a long table, and says where the others are', () => {
    const many = Array.from({ length: MOST_PRINTED + 1 }, (_, index) =>
      tokenWith({ ref: refNumber(index + 1), label: `bot ${String(index)}`, createdAt: daysAgo(1) }),
    );
    const html = textOf(reportHtml(reviewOf(many)));
    expect(html).toContain('the first 50 of 1,001 rows. The CSV and JSON files have all of them.');
    expect(html).not.toContain('bot 50<');
  });
});

test('no form of a report of any inventory holds what has the form of a token', () => {
  fc.assert(
    fc.property(anyTokens, (tokens) => {
      const report = reviewOf(tokens);
      const forms = [reportCsv(report), tableCsv(tableOf(report)), reportJson(report), reportHtml(report)];
      for (const form of forms)
        expect(textOf(form)).not.toMatch(
          /CCI(?:PAT|PRJ)_\w+_[0-9a-f]|(?<![0-9a-f])[0-9a-f]{40}(?![0-9a-f])/i,
        );
    }),
  );
});
