import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { Coverage, ProjectOutcome } from '../../../../shared/domain/coverage';
import {
  DRIFT_KINDS,
  driftBetween,
  type DriftKind,
  type OwnDeeds,
  type Sighting,
} from '../../../../shared/domain/drift';
import { MAX_CHANGES, reportDrift } from '../../../../shared/domain/drift-report';
import type { TokenRecord } from '../../../../shared/domain/token';
import { connectionIdOf, daysAgo, NOW, refNumber, slugOf, tokenWith } from '../../../support/token-records';

const API = slugOf('gh/acme/api');
const WEB = slugOf('gh/acme/web');
const OFFLINE: ProjectOutcome = { kind: 'unreachable', failure: { kind: 'offline' } };
const READ: ProjectOutcome = { kind: 'read', tokens: 0 };
const NOBODY: OwnDeeds = { made: new Set(), deleted: new Set() };

const coverageOf = (
  outcomes: Readonly<Record<string, ProjectOutcome>>,
  personal: Coverage['personal'] = { kind: 'read' },
): Coverage => ({
  projects: Object.entries(outcomes).map(([slug, outcome]) => ({
    connection: connectionIdOf(1),
    project: slugOf(slug),
    reportedBy: ['v1.1-projects'],
    outcome,
  })),
  personal,
  failedSources: [],
});

const WHOLE = coverageOf({ [API]: READ, [WEB]: READ });
const seen = (
  tokens: readonly TokenRecord[],
  coverage: Coverage = WHOLE,
  takenAt = daysAgo(1),
): Sighting => ({ takenAt, tokens, coverage });

const kindsOf = (...given: Parameters<typeof driftBetween>) =>
  driftBetween(...given).changes.map(({ kind, token }) => `${kind} ${token.label}`);

const a = tokenWith({ ref: refNumber(1), label: 'a' });
const b = tokenWith({ ref: refNumber(2), label: 'b' });

describe('between two looks', () => {
  test('what only the later one has is new, and what only the earlier one has was deleted outside Rekey', () => {
    expect(kindsOf(seen([a]), seen([b]), NOBODY)).toEqual(['deleted-outside a', 'new b']);
  });

  test('what Rekey itself made and deleted is said to be its own doing', () => {
    const own = { made: new Set([b.ref]), deleted: new Set([a.ref]) };
    expect(kindsOf(seen([a]), seen([b]), own)).toEqual(['made-by-rekey b', 'retired-by-rekey a']);
  });

  test('a successor that Rekey made does not stand for a token that somebody else deleted', () => {
    const successor = { ...a, ref: refNumber(3) };
    const own = { made: new Set([successor.ref]), deleted: new Set<never>() };
    expect(kindsOf(seen([a]), seen([successor]), own)).toEqual(['deleted-outside a', 'made-by-rekey a']);
  });

  test('same project, label and scope under another id is a re-created token', () => {
    const again = { ...a, ref: refNumber(3) };
    expect(driftBetween(seen([a]), seen([again]), NOBODY).changes).toEqual([
      { kind: 're-created', token: again, was: a },
    ]);
  });

  test.each<[string, Partial<TokenRecord>]>([
    ['scope', { scope: 'status' }],
    ['project', { project: WEB }],
    ['label', { label: 'other' }],
  ])('with another %s it is not', (_what, other) => {
    const kinds = driftBetween(seen([a]), seen([{ ...a, ref: refNumber(3), ...other }]), NOBODY).changes;
    expect(kinds.map(({ kind }) => kind)).toEqual(['deleted-outside', 'new']);
  });

  test('labels repeat: alike tokens are matched one to one, oldest to oldest, and what is left over is told', () => {
    const alike = [1, 2, 3].map((number) =>
      tokenWith({ ref: refNumber(number), createdAt: daysAgo(100 - number) }),
    );
    const again = [8, 9].map((number) =>
      tokenWith({ ref: refNumber(number), createdAt: daysAgo(20 - number) }),
    );
    const { changes } = driftBetween(seen(alike), seen(again), NOBODY);
    expect(changes).toMatchObject([
      { kind: 'deleted-outside', token: { ref: refNumber(3) } },
      { kind: 're-created', was: { ref: refNumber(1) }, token: { ref: refNumber(8) } },
      { kind: 're-created', was: { ref: refNumber(2) }, token: { ref: refNumber(9) } },
    ]);
  });

  test('a token of a project that was not read is never called gone', () => {
    const after = seen([], coverageOf({ [API]: OFFLINE, [WEB]: READ }));
    expect(driftBetween(seen([a, b]), after, NOBODY)).toEqual({ changes: [], unchecked: 2 });
  });

  test('where personal tokens were not listed, none of them is called gone', () => {
    const { project: _none, ...personal } = tokenWith({ kind: 'personal', scope: 'full' });
    const after = seen([], coverageOf({ [API]: READ }, { kind: 'by-hand' }));
    expect(driftBetween(seen([personal]), after, NOBODY)).toEqual({ changes: [], unchecked: 1 });
    expect(kindsOf(seen([personal]), seen([]), NOBODY)).toEqual(['deleted-outside deploy bot']);
  });

  test('a project that nobody names any more takes its tokens along, and nobody says that they were deleted', () => {
    expect(kindsOf(seen([a]), seen([], coverageOf({ [WEB]: READ })), NOBODY)).toEqual(['project-gone a']);
  });

  test('a token whose project was not read before may be older than it looks, unless its date says otherwise', () => {
    const before = seen([], coverageOf({ [API]: OFFLINE }));
    expect(kindsOf(before, seen([a]), NOBODY)).toEqual(['first-read a']);
    expect(kindsOf(before, seen([{ ...a, createdAt: NOW }]), NOBODY)).toEqual(['new a']);
  });

  test('another owner is told with the former one', () => {
    const owned = (name: string) => ({ ...a, owner: { name, source: 'self' as const } });
    expect(driftBetween(seen([owned('m.roy')]), seen([owned('j.doe')]), NOBODY).changes).toEqual([
      { kind: 'owner-changed', token: owned('j.doe'), was: owned('m.roy') },
    ]);
  });

  test('rows that people keep by hand are no drift', () => {
    expect(kindsOf(seen([{ ...a, source: 'by-hand' }]), seen([]), NOBODY)).toEqual([]);
  });
});

const NEW: readonly DriftKind[] = ['new', 'first-read', 'made-by-rekey', 're-created'];
const GONE: readonly DriftKind[] = ['deleted-outside', 'project-gone', 'retired-by-rekey', 're-created'];

describe('whatever the two lists are', () => {
  const anyTokens = fc.uniqueArray(
    fc.record({
      ref: fc.integer({ min: 1, max: 30 }).map(refNumber),
      label: fc.constantFrom('a', 'b'),
      scope: fc.constantFrom('all' as const, 'status' as const),
      project: fc.constantFrom(API, WEB),
      owner: fc.constantFrom('m.roy', 'j.doe').map((name) => ({ name, source: 'self' as const })),
    }),
    { selector: ({ ref }) => ref },
  );
  const anySide = fc
    .tuple(anyTokens, fc.constantFrom(READ, OFFLINE), fc.boolean())
    .map(([tokens, api, isNamed]) =>
      seen(tokens.map(tokenWith), coverageOf({ [API]: api, ...(isNamed && { [WEB]: READ }) })),
    );
  const anyOwn = fc.record({
    made: fc.uniqueArray(fc.integer({ min: 1, max: 30 }).map(refNumber)).map((refs) => new Set(refs)),
    deleted: fc.uniqueArray(fc.integer({ min: 1, max: 30 }).map(refNumber)).map((refs) => new Set(refs)),
  });
  const count = (kinds: readonly DriftKind[], drift: ReturnType<typeof driftBetween>) =>
    drift.changes.filter(({ kind }) => kinds.includes(kind)).length;

  test('before, less what is gone, and what is new, add up to after, but for what could not be looked for', () => {
    fc.assert(
      fc.property(anySide, anySide, anyOwn, (before, after, own) => {
        const drift = driftBetween(before, after, own);
        const present = new Set(after.tokens.map(({ ref }) => ref));
        const known = new Set(before.tokens.map(({ ref }) => ref));
        const apiUnread = after.coverage.projects.some(
          ({ project, outcome }) => project === API && outcome.kind !== 'read',
        );
        const unread = before.tokens.filter(
          ({ ref, project }) => !present.has(ref) && apiUnread && project === API && !own.deleted.has(ref),
        );
        expect(before.tokens.length - count(GONE, drift) - unread.length + count(NEW, drift)).toBe(
          after.tokens.length,
        );
        expect(count(NEW, drift)).toBe(after.tokens.filter(({ ref }) => !known.has(ref)).length);
        expect(drift.unchecked).toBeGreaterThanOrEqual(unread.length);
      }),
    );
  });

  test('no ref is told of twice', () => {
    fc.assert(
      fc.property(anySide, anySide, anyOwn, (before, after, own) => {
        const refs = driftBetween(before, after, own).changes.flatMap((change) =>
          change.kind === 're-created' ? [change.token.ref, change.was.ref] : [change.token.ref],
        );
        expect(new Set(refs).size).toBe(refs.length);
      }),
    );
  });

  test('nothing has changed since the same moment', () => {
    fc.assert(
      fc.property(anySide, anyOwn, (side, own) => {
        expect(driftBetween(side, side, own).changes).toEqual([]);
      }),
    );
  });

  test('the order of the lists changes nothing', () => {
    const shuffled = (side: Sighting) =>
      fc
        .shuffledSubarray([...side.tokens], { minLength: side.tokens.length })
        .map((tokens) => ({ ...side, tokens }));
    fc.assert(
      fc.property(
        fc
          .tuple(anySide, anySide)
          .chain(([before, after]) =>
            fc.tuple(fc.constant([before, after] as const), shuffled(before), shuffled(after)),
          ),
        anyOwn,
        ([[before, after], otherBefore, otherAfter], own) => {
          expect(driftBetween(otherBefore, otherAfter, own)).toEqual(driftBetween(before, after, own));
        },
      ),
    );
  });

  test('the report counts all changes by kind, and tells of the first ones', () => {
    fc.assert(
      fc.property(anySide, anySide, anyOwn, (before, after, own) => {
        const { changes } = driftBetween(before, after, own);
        const report = reportDrift(before, after, own);
        expect(report.changes).toEqual(changes);
        const there = new Set(after.tokens.map(({ ref }) => ref));
        const told = changes.filter(({ kind, token }) => kind !== 'first-read' && there.has(token.ref));
        expect(report.changedRefs).toEqual(told.map(({ token }) => token.ref));
        for (const kind of DRIFT_KINDS)
          expect(report.counts[kind]).toBe(count([kind], { changes, unchecked: 0 }));
      }),
    );
    const many = Array.from({ length: MAX_CHANGES + 1 }, (_, index) => ({ ...a, ref: refNumber(index) }));
    const report = reportDrift(seen([]), seen(many), NOBODY);
    expect(report.counts.new).toBe(MAX_CHANGES + 1);
    expect(report.changes).toHaveLength(MAX_CHANGES);
    expect(report.until.tokens).toBe(MAX_CHANGES + 1);
  });

  test('the report names every token that is there and changed, however many went before them', () => {
    const gone = Array.from({ length: MAX_CHANGES }, (_, index) => ({ ...a, ref: refNumber(index) }));
    const made = { ...b, ref: refNumber(MAX_CHANGES) };
    const report = reportDrift(seen(gone), seen([made]), NOBODY);
    expect(report.changes.every(({ kind }) => kind === 'deleted-outside')).toBe(true);
    expect(report.changedRefs).toEqual([made.ref]);
  });
});
