import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { scanFile } from '../../../../electron/leaks/scan-file';
import { openTextScanner, scanText } from '../../../../electron/leaks/text-scanner';
import { tempFolder } from '../../../support/temp-folder';
import { anyTokenValue, legacyValue, personalValue, projectValue } from '../../../support/token-texts';

const base64 = (text: string) => Buffer.from(text).toString('base64');
const wrapped = (text: string, columns = 76) =>
  (text.match(new RegExp(`.{1,${String(columns)}}`, 'g')) ?? []).join('\n');
const found = (text: string) => scanText(text).map(({ value, line }) => [value.reveal(), line]);

async function inFile(content: Buffer, pieceBytes?: number) {
  const folder = await tempFolder();
  await mkdir(folder, { recursive: true });
  const path = join(folder, 'leak.txt');
  await writeFile(path, content);
  const scanned = await scanFile(path, pieceBytes);
  return scanned.ok ? scanned.value.map(({ value, line }) => [value.reveal(), line]) : scanned.error;
}

describe('a file in UTF-16', () => {
  const text = `first\r\n\r\nCIRCLE_TOKEN=${projectValue(1)}\r\nold ${legacyValue(2)}\r\n`;
  const little = Buffer.from(text, 'utf16le');
  const wanted = [
    [projectValue(1), 3],
    [legacyValue(2), 4],
  ];

  test.each([
    ['with a mark, little end first', Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['with a mark, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
    ['without a mark, little end first', little],
    ['without a mark, big end first', Buffer.from(little).swap16()],
  ])('%s is read, with file and line', async (_how, bytes) => {
    for (const piece of [1, 7, 65_536]) expect(await inFile(bytes, piece)).toEqual(wanted);
  });

  test('that holds base64 is read through both', async () => {
    const bytes = Buffer.from(`\ufefftoken: ${base64(personalValue(3))}`, 'utf16le');
    expect(await inFile(bytes)).toEqual([[personalValue(3), 1]]);
  });
});

describe('what was not read is counted as not read:', () => {
  test.each([
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x43, 0, 0, 0])],
    ['a packed file without a zero', Buffer.from([0x1f, 0x8b, 8, 1, 2, 3, 4, 5, 6])],
    ['a PDF, whose text is packed', Buffer.from('%PDF-1.7\nstream')],
    ['zeros here and there', Buffer.concat([Buffer.from(projectValue(1)), Buffer.from([0, 0, 1, 0])])],
    ['a zero after much text', Buffer.concat([Buffer.alloc(70_000, 'x'), Buffer.from([0])])],
  ])('%s', async (_what, bytes) => {
    expect(await inFile(bytes)).toBe('binary');
  });
});

describe('a token in base64', () => {
  test.each([
    ['data of a Kubernetes secret', (value: string) => `kind: Secret\ndata:\n  token: ${base64(value)}\n`, 3],
    ['the same in one line', (value: string) => `data: {token: ${base64(value)}}`, 1],
    ['basic authentication', (value: string) => `GET /\nAuthorization: Basic ${base64(`${value}:`)}\n`, 2],
    ['a docker login', (value: string) => `{"auths":{"x":{"auth":"${base64(`circleci:${value}`)}"}}}`, 1],
    [
      'the address form',
      (value: string) => `?t=${Buffer.from(`{"t":"${value}"}`).toString('base64url')}&x`,
      1,
    ],
    ['what looks like it before it', (value: string) => `\nabc/${base64(`circle ${value}`)}`, 2],
    [
      'a command of PowerShell',
      (value: string) => `-enc ${Buffer.from(`$t='${value}'`, 'utf16le').toString('base64')}`,
      1,
    ],
    ['lines of 76', (value: string) => `\n${wrapped(base64(`${'é '.repeat(100)}circle ${value}`))}\n`, 7],
    [
      'lines of 64 with margins',
      (value: string) =>
        `  ${wrapped(base64(`circle ${value} ${'x '.repeat(200)}`), 64).replaceAll('\n', '\r\n  ')}`,
      1,
    ],
  ])('is found in %s', (_what, around, line) => {
    for (const value of [projectValue(1), personalValue(2)])
      expect(found(around(value))).toEqual([[value, line]]);
  });

  test('of the old form is near a word that stands before it, or in what is encoded', () => {
    const near = (text: string) => scanText(text).map(({ isNearCircle }) => isNearCircle);
    expect(near(`CIRCLE_TOKEN: ${base64(legacyValue(1))}`)).toEqual([true]);
    expect(near(base64(`circleci ${legacyValue(1)}`))).toEqual([true]);
    expect(near(`commit: ${base64(legacyValue(1))}`)).toEqual([false]);
  });

  test('is found wherever the text is cut, at any place of a long run, on its line', () => {
    const before = fc.string({ unit: fc.constantFrom(' ', 'é', 'x', '-', '\n'), maxLength: 9_000 });
    const cut = fc.integer({ min: 1, max: 5_000 });
    fc.assert(
      fc.property(
        anyTokenValue,
        before,
        cut,
        fc.integer({ min: 0, max: 5 }),
        (value, filler, length, lines) => {
          const text = `${'\n'.repeat(lines)}data: ${base64(`${filler} ${value} ${filler}`)}.`;
          const scanner = openTextScanner();
          const hits = [];
          for (let from = 0; from < text.length; from += length)
            hits.push(...scanner.take(text.slice(from, from + length)));
          hits.push(...scanner.end());
          const wanted = value.slice(0, -40) + value.slice(-40).toLowerCase();
          expect(hits.map((hit) => [hit.value.reveal(), hit.line])).toEqual([[wanted, lines + 1]]);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('is not found where there is none: digests, pictures and words stay quiet', () => {
    const quiet = [
      'sha512-'.concat(Buffer.alloc(64, 7).toString('base64')),
      'a'.repeat(4_000),
      base64('x '.repeat(3_000)),
    ];
    for (const text of quiet) expect(scanText(text)).toEqual([]);
  });
});

test('a file of five megabytes in base64 is read while nobody waits for long', () => {
  const text = base64('circle '.repeat(500_000));
  expect(scanText(`${text}\n${base64(projectValue(5))}`).map(({ line }) => line)).toEqual([2]);
});
