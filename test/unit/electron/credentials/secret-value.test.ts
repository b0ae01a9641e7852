import { inspect } from 'node:util';

import { expect, test } from 'vitest';

import { SecretValue } from '../../../../electron/credentials/secret-value';

const plain = 'p'.repeat(36) + 'last';
const secret = new SecretValue(plain);

test.each<[string, () => string]>([
  ['put into a text', () => String(secret)],
  ['written as JSON', () => JSON.stringify({ secret })],
  ['inspected', () => inspect({ secret }, { depth: 5, showHidden: true })],
  [
    'cloned for another process',
    () => JSON.stringify(structuredClone({ secret: Object.assign({}, secret) })),
  ],
  ['listed by its keys', () => JSON.stringify(Object.entries(secret))],
])('a secret that is %s shows nothing of itself', (_how, show) => {
  expect(show()).not.toContain('ppp');
});

test('a secret shows itself to code that asks by name', () => {
  expect(secret.reveal()).toBe(plain);
});

test('the last four are known of long secrets only', () => {
  expect(secret.lastFour).toBe('last');
  expect(new SecretValue('short').lastFour).toBeUndefined();
});
