import { expect, test } from 'vitest';

import { SecretValue } from '../../../../electron/credentials/secret-value';
import { readPersonalTokens } from '../../../../electron/inventory/look-personal';
import type { ApiFailure } from '../../../../shared/domain/api-failure';
import type { HostCapabilities } from '../../../../shared/domain/connection';
import { err, ok } from '../../../../shared/result';
import { clientWith } from '../../../support/client-with';
import { connectionFacts } from '../../../support/connection-facts';
import { NOW, tokenWith } from '../../../support/token-records';

const entry = tokenWith({ kind: 'personal', source: 'by-hand', label: 'by hand' });

const read = (answer: ApiFailure | 'one token', personalTokens: HostCapabilities['personalTokens']) => {
  const facts = connectionFacts({});
  return readPersonalTokens(
    undefined,
    {
      connection: { ...facts, capabilities: { ...facts.capabilities, personalTokens } },
      client: clientWith({
        listPersonalTokens: () =>
          Promise.resolve(
            answer === 'one token' ? ok([{ id: 'a', label: 'listed', scope: 'full' }]) : err(answer),
          ),
      }),
      credential: new SecretValue('x'.repeat(40)),
      hashKey: new SecretValue('key'),
      byHand: [entry],
      now: NOW,
      isOwnDeletion: () => false,
      wait: () => new Promise(() => undefined),
      heard: () => undefined,
    },
    { hashKey: new SecretValue('key'), firstSeen: () => undefined, now: NOW },
    new AbortController().signal,
  );
};

// The credential was proved when it was connected: a 401 here says that this list does not take it.
test.each([
  [{ kind: 'unauthorized' }, 'by-hand'],
  [{ kind: 'forbidden', status: 403 }, 'by-hand'],
  [{ kind: 'forbidden', status: 404 }, 'by-hand'],
  [{ kind: 'not-json' }, 'by-hand'],
  [{ kind: 'offline' }, 'unreachable'],
  [{ kind: 'unexpected-shape' }, 'unreachable'],
  [{ kind: 'cancelled' }, 'pending'],
] as const)(
  'a list of personal tokens that answers %j leaves the register, and is %s',
  async (answer, kind) => {
    const { tokens, coverage } = await read(answer, 'listed');
    expect(coverage.kind).toBe(kind);
    expect(tokens).toEqual([entry]);
  },
);

test('personal tokens that are listed stand beside those of the register', async () => {
  const { tokens, coverage } = await read('one token', 'listed');
  expect(coverage).toEqual({ kind: 'read' });
  expect(tokens.map(({ label, source }) => [label, source])).toEqual([
    ['listed', 'host'],
    ['by hand', 'by-hand'],
  ]);
});

test('a host that does not list them is not asked', async () => {
  expect(await read({ kind: 'offline' }, 'by-hand')).toEqual({
    tokens: [entry],
    coverage: { kind: 'by-hand' },
  });
});
