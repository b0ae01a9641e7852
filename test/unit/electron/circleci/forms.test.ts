import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parseAddress } from '../../../../electron/circleci/address';
import { deletePath } from '../../../../electron/circleci/project-tokens';
import { segment, slugPath } from '../../../../electron/circleci/slug';
import { readTyped } from '../../../../electron/circleci/token-form';
import { slugOf } from '../../../support/token-records';

describe('S1: a server address', () => {
  test.each([
    ['https://circleci.com', 'https://circleci.com'],
    [' https://circleci.com/ ', 'https://circleci.com'],
    ['HTTPS://CircleCI.example.com:8443', 'https://circleci.example.com:8443'],
    ['https://app.circleci.com', 'https://circleci.com'],
    ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
    ['http://localhost:4000', 'http://localhost:4000'],
  ])('%s is understood', (raw, address) => {
    expect(parseAddress(raw, true)).toEqual({ ok: true, value: address });
  });

  test.each([
    ['circleci.com', 'not-a-url'],
    ['', 'not-a-url'],
    ['https://', 'not-a-url'],
    ['http://circleci.com', 'not-https'],
    ['http://127.0.0.1.example.com', 'not-https'],
    ['http://10.0.0.1', 'not-https'],
    ['file:///etc/passwd', 'not-https'],
    ['javascript://x', 'not-https'],
    ['https://user:pass@circleci.com', 'has-credentials'],
    ['https://circleci.com/api', 'has-path'],
    ['https://circleci.com/?a=b', 'has-path'],
    ['https://circleci.com/#x', 'has-path'],
  ])('%s is refused', (raw, why) => {
    expect(parseAddress(raw, true)).toEqual({ ok: false, error: { kind: 'bad-address', why } });
  });

  test('on this computer is refused by a packaged app', () => {
    expect(parseAddress('http://127.0.0.1:4000', false).ok).toBe(false);
  });
});

describe('typed text', () => {
  test.each([
    `ccipat_${'a'.repeat(22)}_${'0'.repeat(40)}`,
    `CCIPAT_${'a'.repeat(21)}_${'0'.repeat(40)}`,
    '0a'.repeat(20),
  ])('of the form %s is a personal token', (raw) => {
    expect(readTyped(` ${raw}\n`).ok).toBe(true);
  });

  test.each([`CCIPRJ_${'a'.repeat(22)}_${'0'.repeat(40)}`, `cciprj_${'a'.repeat(10)}`])(
    '%s is a project token',
    (raw) => {
      expect(readTyped(raw)).toEqual({ ok: false, error: { kind: 'project-token' } });
    },
  );

  test.each([
    '',
    'short',
    'two words '.repeat(3),
    'a'.repeat(201),
    `${'a'.repeat(40)}\r\nx: y`,
    'ü'.repeat(40),
  ])('%j is no token', (raw) => {
    expect(readTyped(raw)).toEqual({ ok: false, error: { kind: 'bad-token-form' } });
  });
});

describe('a path', () => {
  test('has one part for each part of the slug, whatever is in them', () => {
    fc.assert(
      fc.property(
        fc.tuple(fc.string({ minLength: 1 }), fc.string({ minLength: 1 }), fc.string({ minLength: 1 })),
        (parts) => {
          fc.pre(parts.every((part) => !part.includes('/') && part !== '.' && part !== '..'));
          fc.pre(parts.join('/').length <= 600);
          const path = slugPath(slugOf(parts.join('/')));
          expect(path.split('/').map(decodeURIComponent)).toEqual(parts);
          expect(new URL(`https://host/api/${path}/token`).pathname.split('/')).toHaveLength(6);
        },
      ),
    );
  });

  test.each(['', '.', '..'])('with the part %j is never built', (part) => {
    expect(() => segment(part)).toThrow('empty or dotted');
  });

  test('of a delete names one token, or is not built', () => {
    expect(deletePath('/list', { by: 'id', id: 'a/b' })).toBe('/list/a%2Fb');
    expect(() => deletePath('/list', { by: 'id', id: '' })).toThrow('empty or dotted');
  });
});
