import fc from 'fast-check';

import { parseConnectionId, type ConnectionId } from '../../shared/domain/connection-id';
import { DAY_MS, type Instant } from '../../shared/domain/instant';
import { parseProjectSlug, type ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenRecord } from '../../shared/domain/token';
import { parseTokenRef, type TokenRef } from '../../shared/domain/token-ref';

export const NOW: Instant = Date.UTC(2026, 10, 24, 12);

export const daysAgo = (days: number): Instant => NOW - days * DAY_MS;

export const connectionIdOf = (number: number): ConnectionId =>
  must(parseConnectionId(`con_${number.toString(16).padStart(16, '0')}`));

export const refNumber = (number: number): TokenRef =>
  must(parseTokenRef(`tok_${number.toString(16).padStart(32, '0')}`));

export const slugOf = (text: string): ProjectSlug => must(parseProjectSlug(text));

/** A project token that is as plain as can be, but for what a test says of it. */
export const tokenWith = (said: Partial<TokenRecord>): TokenRecord => ({
  ref: refNumber(1),
  connection: connectionIdOf(1),
  kind: 'project',
  scope: 'all',
  label: 'deploy bot',
  project: slugOf('gh/acme/api'),
  firstSeenAt: NOW,
  source: 'host',
  ...said,
});

/** Any token record at all, with whatever dates. */
export const anyToken: fc.Arbitrary<TokenRecord> = fc
  .record(
    {
      kind: fc.constantFrom('personal' as const, 'project' as const),
      scope: fc.constantFrom('all', 'view-builds', 'status', 'full', 'write', 'read', 'other'),
      createdAt: fc.integer({ min: 0, max: NOW }),
      lastUsedAt: fc.integer({ min: 0, max: NOW }),
      firstSeenAt: fc.integer({ min: daysAgo(400), max: NOW }),
    },
    { requiredKeys: ['kind', 'scope', 'firstSeenAt'] },
  )
  .map((said) => tokenWith(said as Partial<TokenRecord>));

export function must<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the fixture is not of the form it should have');
  return value;
}
