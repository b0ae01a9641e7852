import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { SAME_TIME_MS } from '../../../../shared/domain/audit-groups';
import type { TokenMade } from '../../../../shared/domain/audit-log';
import { DAY_MS } from '../../../../shared/domain/instant';
import { openJoined } from '../../../../shared/domain/joined';
import { matchAuditLog } from '../../../../shared/domain/match-audit-log';
import type { TokenRecord } from '../../../../shared/domain/token';
import { NOW, refNumber, tokenWith } from '../../../support/token-records';

interface Many {
  readonly createdAt?: (number: number) => number;
  readonly at: (number: number) => number;
  readonly projects?: (number: number) => readonly string[];
}

/** Lays as many events as tokens of one label beside each other, and counts how often a field of any of them is read. */
function readsOf(many: number, { createdAt, at, projects = () => ['gh/acme/api'] }: Many): number {
  let reads = 0;
  const counted = <Thing extends object>(thing: Thing): Thing =>
    new Proxy(thing, {
      get: (target, field) => {
        reads += 1;
        return Reflect.get(target, field) as unknown;
      },
    });
  const numbers = Array.from({ length: many }, (_none, number) => number);
  const tokens = numbers.map((number): TokenRecord =>
    counted(tokenWith({ ref: refNumber(number), ...(createdAt && { createdAt: createdAt(number) }) })),
  );
  const events = numbers.map((number): TokenMade =>
    counted({
      line: number + 2,
      id: String(number),
      at: at(number),
      actor: 'a.chen',
      projects: projects(number),
      label: 'deploy bot',
    }),
  );
  matchAuditLog(events, tokens, () => undefined);
  return reads;
}

test.each<[string, Many]>([
  ['whose dates nobody knows', { at: (number) => NOW - number }],
  [
    'all made within the same minutes',
    { createdAt: () => NOW, at: (number) => NOW + (number % SAME_TIME_MS) },
  ],
  ['made at other times than all events', { createdAt: () => NOW, at: (number) => NOW - DAY_MS - number }],
  [
    'each made with its event',
    { createdAt: (number) => NOW - number * DAY_MS, at: (number) => NOW - number * DAY_MS },
  ],
  [
    'whose events each name something besides that nobody knows',
    { at: () => NOW, projects: (number) => ['gh/acme/api', `an id of its own ${String(number)}`] },
  ],
])('ten times as many tokens of one label, %s, are little more than ten times the work', (_name, many) => {
  expect(readsOf(3_000, many) / readsOf(300, many)).toBeLessThan(15);
});

describe('what is joined', () => {
  test('is in one group, and what is not, in none with it', () => {
    const count = 20;
    const number = fc.nat(count - 1);
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number)), (pairs) => {
        const joined = openJoined(count);
        // As plain as can be: every pair repaints all that had the one colour.
        const colours = Array.from({ length: count }, (_none, index) => index);
        for (const [one, other] of pairs) {
          joined.join(one, other);
          const [from, to] = [colours[one], colours[other]];
          for (const [index, colour] of colours.entries()) if (colour === from) colours[index] = to ?? 0;
        }
        for (let one = 0; one < count; one += 1)
          for (let other = 0; other < count; other += 1)
            expect(joined.groupOf(one) === joined.groupOf(other)).toBe(colours[one] === colours[other]);
      }),
    );
  });
});
