import { expect, test } from 'vitest';

import { SecretValue } from '../../../../electron/credentials/secret-value';
import { clipboardSink } from '../../../../electron/delivery/clipboard';
import { ok } from '../../../../shared/result';

const value = new SecretValue('CCIPAT_the_new_value');

function setUp() {
  const did: string[] = [];
  const sink = clipboardSink(
    (secret) => {
      did.push(secret.reveal());
      return Promise.resolve();
    },
    () => {
      did.push('cleared');
      return Promise.resolve();
    },
  );
  return { did, sink };
}

test('the clipboard gets the value, and loses it again when that is asked for', async () => {
  const { did, sink } = setUp();
  expect(await sink.deliver(value, { label: 'deploy', scope: 'all' })).toEqual(ok({ kind: 'copied' }));
  expect(await sink.undo?.({ kind: 'copied' })).toEqual(ok('undone'));
  expect(did).toEqual(['CCIPAT_the_new_value', 'cleared']);
  expect(sink.describe()).toBe('the clipboard');
});

test('the clipboard proves nothing: only a person can say where the value went', async () => {
  const { did, sink } = setUp();
  expect(await sink.prove(value, { kind: 'copied' })).toEqual(ok(false));
  expect(did).toEqual([]);
});
