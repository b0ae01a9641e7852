import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { SAME_TIME_MS } from '../../../../shared/domain/audit-groups';
import type { TokenMade } from '../../../../shared/domain/audit-log';
import { DAY_MS } from '../../../../shared/domain/instant';
import { matchAuditLog } from '../../../../shared/domain/match-audit-log';
import type { TokenRecord } from '../../../../shared/domain/token';
import { NOW, refNumber, slugOf, tokenWith } from '../../../support/token-records';

const made = (said: Partial<TokenMade> = {}): TokenMade => ({
  line: 2,
  at: NOW - DAY_MS,
  actor: 'a.chen',
  projects: ['gh/acme/api'],
  label: 'deploy bot',
  scope: 'all',
  ...said,
});

const noIds = () => undefined;
const match = (events: readonly TokenMade[], tokens: readonly TokenRecord[]) =>
  matchAuditLog(events, tokens, noIds);
const kindsOf = ({ conflicts }: ReturnType<typeof match>) => conflicts.map(({ kind }) => kind);

describe('an owner is recovered', () => {
  test('with the date where the host does not tell it, and without where it does', () => {
    expect(match([made()], [tokenWith({})]).recovered).toEqual([
      { ref: refNumber(1), owner: 'a.chen', createdAt: NOW - DAY_MS },
    ]);
    const dated = tokenWith({ createdAt: NOW - DAY_MS + SAME_TIME_MS });
    expect(match([made()], [dated]).recovered).toEqual([{ ref: refNumber(1), owner: 'a.chen' }]);
  });

  test.each([
    'gh/acme/api',
    'github/acme/api',
    'https://github.com/acme/api',
    'https://github.com/acme/api.git',
    'acme/api',
    'API',
  ])('whatever the log calls the project: %s', (name) => {
    expect(
      match([made({ projects: [name, 'b3f0…an id that nobody knows'] })], [tokenWith({})]).recovered,
    ).toHaveLength(1);
  });

  test('by its name where the slug is made of ids', () => {
    const token = tokenWith({ project: slugOf('circleci/1f/2e'), projectName: 'Website' });
    expect(match([made({ projects: ['2e', 'website'] })], [token]).recovered).toHaveLength(1);
  });

  test('by the id, where the line has one and the host tells ids, whatever else has the same label', () => {
    const tokens = [tokenWith({}), tokenWith({ ref: refNumber(2) })];
    const refOfId = (_project: string, id: string) => (id === 't2' ? refNumber(2) : refNumber(9));
    const { recovered, conflicts, unmatched } = matchAuditLog(
      [made({ tokenId: 't2' }), made({ line: 3, tokenId: 't1' })],
      tokens,
      refOfId,
    );
    expect(recovered.map(({ ref }) => ref)).toEqual([refNumber(2)]);
    expect([conflicts, unmatched]).toEqual([[], 1]);
  });

  test('of two that carry one label, by the dates of the host', () => {
    const tokens = [
      tokenWith({ createdAt: NOW - 9 * DAY_MS }),
      tokenWith({ ref: refNumber(2), createdAt: NOW - DAY_MS }),
    ];
    const events = [made(), made({ line: 3, at: NOW - 9 * DAY_MS, actor: 'p.novak' })];
    const { recovered, conflicts } = match(events, tokens);
    expect(recovered.map(({ owner }) => owner)).toEqual(['p.novak', 'a.chen']);
    expect(conflicts).toEqual([]);
  });

  test('once from an event that the log has twice', () => {
    const { recovered } = match([made({ id: 'e1' }), made({ id: 'e1', line: 3 })], [tokenWith({})]);
    expect(recovered).toEqual([{ ref: refNumber(1), owner: 'a.chen', createdAt: NOW - DAY_MS }]);
  });

  test('without a date where one person made it, or one like it, several times', () => {
    const { recovered } = match([made(), made({ line: 3, at: NOW })], [tokenWith({})]);
    expect(recovered).toEqual([{ ref: refNumber(1), owner: 'a.chen' }]);
  });
});

describe('nothing is guessed', () => {
  test('where two tokens carry the label', () => {
    const result = match([made()], [tokenWith({}), tokenWith({ ref: refNumber(2) })]);
    expect([kindsOf(result), result.recovered]).toEqual([['several-tokens'], []]);
    expect(result.conflicts[0]?.tokens.map(({ ref }) => ref)).toEqual([refNumber(1), refNumber(2)]);
  });

  test('where the host and the log have two dates, and both are told', () => {
    const result = match([made()], [tokenWith({ createdAt: NOW - 90 * DAY_MS })]);
    expect(result.conflicts).toEqual([
      {
        kind: 'dates-differ',
        label: 'deploy bot',
        project: 'gh/acme/api',
        tokens: [{ ref: refNumber(1), createdAt: NOW - 90 * DAY_MS }],
        events: [{ line: 2, at: NOW - DAY_MS, actor: 'a.chen' }],
      },
    ]);
  });

  test('where the log names two people, or another than is known', () => {
    expect(kindsOf(match([made(), made({ line: 3, actor: 'p.novak' })], [tokenWith({})]))).toEqual([
      'several-people',
    ]);
    const known = tokenWith({ owner: { name: 'p.novak', source: 'audit-log' } });
    const result = match([made()], [known]);
    expect([kindsOf(result), result.conflicts[0]?.tokens[0]?.owner]).toEqual([['several-people'], 'p.novak']);
  });

  test('of another scope, label or project, or of two projects at once', () => {
    const tokens = [tokenWith({}), tokenWith({ ref: refNumber(2), project: slugOf('bb/acme/api') })];
    for (const said of [
      { scope: 'status' },
      { label: 'Deploy bot' },
      { projects: ['gh/acme/web'] },
      { projects: [] },
    ])
      expect(match([made(said)], tokens)).toEqual({ recovered: [], conflicts: [], unmatched: 1 });
    expect(kindsOf(match([made({ projects: ['acme/api'] })], tokens))).toEqual(['several-tokens']);
  });
});

const anyEvent = fc.record({
  line: fc.integer({ min: 2, max: 9_999 }),
  at: fc.integer({ min: 0, max: 6 }).map((days) => NOW - days * DAY_MS),
  actor: fc.constantFrom('a.chen', 'p.novak'),
  projects: fc.constantFrom(['gh/acme/api'], ['acme/web'], ['nowhere']),
  label: fc.constantFrom('one', 'two'),
  scope: fc.constantFrom('all', 'status', 'Admin'),
});

const anyTokens = fc
  .array(
    fc.record(
      {
        project: fc.constantFrom(slugOf('gh/acme/api'), slugOf('gh/acme/web')),
        label: fc.constantFrom('one', 'two'),
        scope: fc.constantFrom('all' as const, 'status' as const),
        createdAt: fc.integer({ min: 0, max: 6 }).map((days) => NOW - days * DAY_MS),
      },
      { requiredKeys: ['project', 'label', 'scope'] },
    ),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map((said, index) => tokenWith({ ...(said as Partial<TokenRecord>), ref: refNumber(index) })),
  );

describe('of any log and any inventory', () => {
  const history = fc.tuple(fc.array(anyEvent, { maxLength: 12 }), anyTokens);

  test('an owner is one whom the log names for that very label and project, and no date contradicts the host', () => {
    fc.assert(
      fc.property(history, ([events, tokens]) => {
        for (const { ref, owner, createdAt } of match(events, tokens).recovered) {
          const token = tokens.find((one) => one.ref === ref);
          const told = events.filter(
            ({ label, projects }) =>
              label === token?.label &&
              projects.some((name) => token.project?.endsWith(name.slice(-8)) === true),
          );
          expect(told.map(({ actor }) => actor)).toContain(owner);
          if (token?.createdAt !== undefined) expect(createdAt).toBeUndefined();
          if (createdAt !== undefined) expect(told.map(({ at }) => at)).toContain(createdAt);
        }
      }),
    );
  });

  test('no token has both an owner and a conflict, and none has two', () => {
    fc.assert(
      fc.property(history, ([events, tokens]) => {
        const { recovered, conflicts } = match(events, tokens);
        const refs = [...recovered, ...conflicts.flatMap((one) => one.tokens)].map(({ ref }) => ref);
        expect(new Set(refs).size).toBe(refs.length);
      }),
    );
  });

  test('the order of its lines makes no difference, nor do lines about nothing that is there', () => {
    fc.assert(
      fc.property(history, fc.array(anyEvent), ([events, tokens], others) => {
        const strange = others.map((event) => ({ ...event, projects: ['nowhere'] }));
        const before = match(events, tokens);
        const after = match([...strange, ...[...events].reverse()], tokens);
        expect(after.recovered).toEqual(before.recovered);
        expect(after.conflicts.map(({ tokens: one }) => one)).toEqual(
          expect.arrayContaining(before.conflicts.map(({ tokens: one }) => one)) as unknown,
        );
      }),
    );
  });

  test('to import it again changes no owner', () => {
    fc.assert(
      fc.property(history, ([events, tokens]) => {
        const first = match(events, tokens).recovered;
        const owners = new Map(first.map((one) => [one.ref, one]));
        const known = tokens.map((token) => {
          const told = owners.get(token.ref);
          return told === undefined
            ? token
            : { ...token, owner: { name: told.owner, source: 'audit-log' as const } };
        });
        expect(match(events, known).recovered).toEqual(first);
      }),
    );
  });
});
