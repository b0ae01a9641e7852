import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { recordsOf } from '../../../../electron/inventory/token-records';
import { judgeRow } from '../../../../electron/rotation/judge-row';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import { factsOf } from '../../../../renderer/inventory/panel/token-facts';
import { scopeWord } from '../../../../renderer/words/token-words';
import { readTokenRows } from '../../../../electron/circleci/token-row';
import { BALANCED, isDue, judge } from '../../../../shared/domain/age-policy';
import { DAY_MS } from '../../../../shared/domain/instant';
import { isAccessUnknown, type TokenRecord } from '../../../../shared/domain/token';
import { connectionFacts } from '../../../support/connection-facts';
import { connectionIdOf, daysAgo, NOW, slugOf, tokenWith } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const IN_2036 = Date.UTC(2036, 0, 1);

describe('a date in the future', () => {
  test('of creation postpones no due date: the token was there when it was first seen', () => {
    const seen = daysAgo(120);
    const token = tokenWith({ createdAt: IN_2036, firstSeenAt: seen });
    expect(isDue(judge(token, BALANCED, NOW))).toBe(true);
    expect(judge(token, BALANCED, NOW)).toMatchObject({ dueAt: seen + 90 * DAY_MS });
  });

  test('of creation lets no token escape an incident that it is older than', () => {
    const token = tokenWith({ createdAt: IN_2036, firstSeenAt: daysAgo(10) });
    expect(isDue(judge(token, { ...BALANCED, createdBefore: daysAgo(5) }, NOW))).toBe(true);
  });

  test('never makes a token due later than the day it was first seen would', () => {
    const dates = fc.integer({ min: -4_000, max: 4_000 }).map((days) => NOW + days * DAY_MS);
    fc.assert(
      fc.property(dates, dates, (createdAt, firstSeenAt) => {
        const due = judge(tokenWith({ createdAt, firstSeenAt }), BALANCED, NOW);
        const latest = Math.min(createdAt, firstSeenAt) + 90 * DAY_MS;
        expect('dueAt' in due && due.dueAt).toBe(latest);
      }),
    );
  });

  test('of first seeing, under a clock of 2036, is corrected to now by the next sync', () => {
    const [record] = recordsOf([{ id: '3f0c2d1e-0000-4000-8000-000000000001', label: 'x', scope: 'all' }], {
      place: {
        host: 'https://circleci.com',
        connection: connectionIdOf(1),
        kind: 'project',
        project: slugOf('gh/acme/api'),
      },
      mayBeOwn: new Set(),
      hashKey: new SecretValue('k'.repeat(40)),
      firstSeen: () => IN_2036,
      now: NOW,
    });
    expect(record?.firstSeenAt).toBe(NOW);
  });

  test('is said in the panel', () => {
    const told = factsOf(tokenWith({ createdAt: IN_2036, firstSeenAt: NOW }), 'read', ['acme'], NOW);
    expect(told.find(({ name }) => name === 'Created')?.source).toContain('in the future');
    expect(told.find(({ name }) => name === 'First seen')?.source).toBe('Rekey');
  });
});

const personal = (said: Partial<TokenRecord> = {}): TokenRecord => {
  const { project: _project, ...token } = tokenWith({ kind: 'personal', scope: 'full', ...said });
  return token;
};

const planned = (token: TokenRecord) =>
  judgeRow(
    token,
    [{ ref: token.ref, mayBeOwn: false, token: { id: 'x', label: token.label, scope: token.scope } }],
    {
      connection: connectionFacts({ id: token.connection }),
      isRotating: false,
      withOwn: false,
      consumers: { destinations: [], checklist: [] },
      now: NOW,
    },
  );

describe('a personal token whose row tells little', () => {
  test('has an unknown access level, which is shown as unknown and warned of', () => {
    const [row] = valueOf(readTokenRows([{ id: 'x', label: 'laptop' }], 'personal'));
    const token = personal({ scope: row?.scope ?? 'other', rawScope: row?.rawScope ?? '' });
    expect(isAccessUnknown(token)).toBe(true);
    expect(scopeWord(token)).toBe('Unknown');
    expect(planned(token).warnings).toEqual(expect.arrayContaining(['access-unknown', 'expiry-unknown']));
  });

  test('that tells both is warned of neither', () => {
    const [row] = valueOf(readTokenRows([{ id: 'x', label: 'laptop', access_level: 'admin' }], 'personal'));
    expect(row).not.toHaveProperty('rawScope');
    const { warnings } = planned(personal({ expiresAt: NOW + DAY_MS }));
    expect(warnings).not.toContain('access-unknown');
    expect(warnings).not.toContain('expiry-unknown');
  });

  test.each([
    [NOW - 1, 'expired'],
    [NOW, 'expired'],
  ])('and expired at %d is not rotated back to life', (expiresAt, why) => {
    expect(planned(personal({ expiresAt })).verdict).toEqual({ kind: 'skip', why });
  });

  test('that expires later is rotated', () => {
    expect(planned(personal({ expiresAt: NOW + 1 })).verdict).toEqual({ kind: 'rotate' });
  });
});

test('a creation date after the first sync is warned of in the plan, a difference of clocks is not', () => {
  expect(planned(personal({ createdAt: NOW + 3 * DAY_MS, firstSeenAt: NOW })).warnings).toContain(
    'date-in-future',
  );
  expect(planned(personal({ createdAt: NOW + 60_000, firstSeenAt: NOW })).warnings).not.toContain(
    'date-in-future',
  );
});
