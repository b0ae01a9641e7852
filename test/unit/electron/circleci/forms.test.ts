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

describe('a personal token that was pasted', () => {
  const token = `CCIPAT_${'a'.repeat(22)}_${'0'.repeat(40)}`;

  test.each([
    `"${token}"`,
    `'${token}'`,
    `“${token}”`,
    `\`${token}\``,
    `<${token}>`,
    `CIRCLE_TOKEN=${token}`,
    `CIRCLE_TOKEN = "${token}"`,
    `export CIRCLECI_CLI_TOKEN='${token}';`,
    `set CIRCLE_TOKEN=${token}`,
    `$env:CIRCLE_TOKEN = "${token}"`,
    `token: ${token}`,
    `"token": "${token}",`,
    `Bearer ${token}`,
    `Authorization: Bearer ${token}`,
    `Circle-Token: ${token}`,
    `-H "Circle-Token: ${token}"`,
    `\uFEFF${token}\u200B\n`,
    `${token.slice(0, 20)}\u200B${token.slice(20)}`,
    `\u00a0${token}\u00a0`,
  ])('as %j is cleaned of what stands around it', (raw) => {
    const read = readTyped(raw);
    expect(read.ok && read.value.reveal()).toBe(token);
  });

  test.each([
    `Authorization: Basic ${Buffer.from(`${token}:`).toString('base64')}`,
    `https://circleci.com/api/v1.1/me?circle-token=${token}`,
    `{"token":"${token}"}`,
    `curl -u ${token}: https://circleci.com/api/v2/me`,
    `${token}:`,
    `${token} ${token}`,
    `${token.slice(0, 30)}\n  ${token.slice(30)}`,
    '$CIRCLE_TOKEN_OF_THE_TEAM',
    '${CIRCLE_TOKEN_OF_THE_TEAM}',
    '<your personal API token>',
    'your-personal-api-token-here',
    'x'.repeat(40),
    '*'.repeat(40),
    `"${token}`,
  ])('as %j is refused: what it is cannot be told', (raw) => {
    expect(readTyped(raw)).toEqual({ ok: false, error: { kind: 'bad-token-form' } });
  });

  test.each([
    [`ghp_${'a'.repeat(36)}`, 'GitHub'],
    [`github_pat_${'a'.repeat(22)}_${'b'.repeat(59)}`, 'GitHub'],
    [`gho_${'a'.repeat(36)}`, 'GitHub'],
    [`glpat-${'a'.repeat(20)}`, 'GitLab'],
    ['AKIAIOSFODNN7EXAMPLE', 'AWS'],
    [`xoxb-1234567890-${'a'.repeat(24)}`, 'Slack'],
    [`sk-proj-${'a'.repeat(40)}`, 'OpenAI or a similar service'],
    [`sk-ant-api03-${'a'.repeat(40)}`, 'Anthropic'],
    [`npm_${'a'.repeat(36)}`, 'npm'],
    [`dckr_pat_${'a'.repeat(27)}`, 'Docker'],
    [`eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.${'a'.repeat(43)}`, 'a service that signs its tokens (JWT)'],
    [`ATATT3${'a'.repeat(60)}`, 'Atlassian'],
    [`hvs.${'a'.repeat(40)}`, 'HashiCorp Vault'],
    [`GITHUB_TOKEN="ghp_${'a'.repeat(36)}"`, 'GitHub'],
    [
      `Bearer eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJ4In0.${'a'.repeat(43)}`,
      'a service that signs its tokens (JWT)',
    ],
    [`pypi-${'A'.repeat(60)}`, 'PyPI'],
    [`pul-${'0a'.repeat(20)}`, 'Pulumi'],
  ])('in its place %s is refused as the credential of another service', (raw, service) => {
    expect(readTyped(raw)).toEqual({ ok: false, error: { kind: 'other-service', service } });
  });

  test('is the same whatever layers are around it, and is never taken for another value', () => {
    const layer = fc.constantFrom<(text: string) => string>(
      (text) => `"${text}"`,
      (text) => `CIRCLE_TOKEN=${text}`,
      (text) => `Bearer ${text}`,
      (text) => `  ${text}\n`,
      (text) => `\u200B${text}`,
    );
    fc.assert(
      fc.property(fc.array(layer, { maxLength: 4 }), (layers) => {
        const read = readTyped(layers.reduce((text, wrap) => wrap(text), token));
        expect(read.ok && read.value.reveal()).toBe(token);
      }),
    );
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
