import { describe, expect, test } from 'vitest';

import { closeRotated, decideItems, signOff } from '../../../../shared/domain/decide-leaver';
import { closedCount, dueAt, type Leaver } from '../../../../shared/domain/leaver';
import type { LeaverKnowledge } from '../../../../shared/domain/leaver-knowledge';
import { recheckLeaver } from '../../../../shared/domain/leaver-recheck';
import {
  byLog,
  everything,
  knowledgeWith,
  laptop,
  leaverOf,
  nobodys,
  shared,
  theirs,
} from '../../../support/leaver-facts';
import { must, NOW, refNumber, tokenWith } from '../../../support/token-records';

const subjectsOf = ({ items }: Leaver) =>
  items.map(({ subject }) => ('what' in subject ? `${subject.kind} ${subject.what}` : subject.kind));
const withoutLabel = (known: LeaverKnowledge, ...refs: readonly string[]) => ({
  ...known,
  takenAt: NOW + 60_000,
  tokens: known.tokens.filter(({ ref }) => !refs.includes(ref)),
});
const decided = (leaver: Leaver, ids: readonly string[], kind: 'done-elsewhere' | 'not-applicable') =>
  must(decideItems(leaver, ids, { kind, reason: 'they said so' }, everything.tokens, NOW));

describe('the checklist of somebody', () => {
  test('has what is theirs, what they made, what they may have read, and what nobody knows', () => {
    expect(subjectsOf(leaverOf(everything))).toEqual([
      'made-token',
      'personal-token',
      'checkout-key',
      'connection',
      'shared-token',
      'unknown made-tokens',
      'unknown reach',
    ]);
  });

  test('says what was not even asked: keys that were not read, and personal tokens of an account that is not Rekey’s', () => {
    const { keys: _keys, ...rest } = knowledgeWith();
    expect(subjectsOf(leaverOf({ ...rest, keys: undefined }))).toEqual([
      'unknown personal-tokens',
      'unknown reach',
      'unknown checkout-keys',
    ]);
  });

  test('has nothing of anybody else', () => {
    const known = { ...everything, names: new Set(['p.novak']), placesOf: () => [] };
    expect(subjectsOf(leaverOf(known)).filter((kind) => !kind.startsWith('unknown'))).toEqual([]);
  });

  test('is due at the end of its own day in UTC', () => {
    const leaver = leaverOf(everything);
    expect(new Date(dueAt(leaver)).toISOString()).toBe('2026-11-24T23:59:59.999Z');
    expect(dueAt({ ...leaver, openedAt: Date.UTC(2026, 10, 24) })).toBe(dueAt(leaver));
  });
});

describe('a look after a line was closed', () => {
  const closed = decided(leaverOf(everything), [theirs.ref], 'done-elsewhere');
  const stateAfter = (known: LeaverKnowledge, leaver = closed) =>
    recheckLeaver(leaver, known).leaver.items[0]?.state;
  const later = { ...everything, takenAt: NOW + 60_000 };

  test('opens it where the token is still there', () => {
    expect(stateAfter(later)).toEqual({ kind: 'open', reopened: 'still-there' });
  });

  test('leaves it closed where the token is gone, and where the list is of before the closing or could not be read', () => {
    expect(stateAfter(withoutLabel(everything, theirs.ref))).toMatchObject({ kind: 'done-elsewhere' });
    expect(stateAfter(everything)).toMatchObject({ kind: 'done-elsewhere' });
    const failed = { kind: 'unreachable' as const, failure: { kind: 'offline' as const } };
    const [project] = later.coverage.projects;
    const unread = { ...later.coverage, projects: [{ ...must(project), outcome: failed }] };
    expect(stateAfter({ ...later, coverage: unread })).toMatchObject({ kind: 'done-elsewhere' });
  });

  test('opens it where one like it was made anew, and names that one', () => {
    const anew = { ...theirs, ref: refNumber(9) };
    const known = withoutLabel(everything, theirs.ref);
    const { leaver, reopened } = recheckLeaver(closed, { ...known, tokens: [...known.tokens, anew] });
    expect(reopened).toEqual([refNumber(9)]);
    expect(leaver.items[0]).toMatchObject({
      subject: { token: { ref: refNumber(9) } },
      state: { kind: 'open', reopened: 'came-back' },
    });
  });

  test('leaves it closed where Rekey made the new one, or where it was there all along', () => {
    const twin = tokenWith({ ref: refNumber(9) });
    const known = withoutLabel(everything, theirs.ref);
    const made = { made: new Set([twin.ref]), deleted: new Set([theirs.ref]) };
    const present = { ...known, tokens: [...known.tokens, twin] };
    expect(stateAfter({ ...present, ownDeeds: made })).toMatchObject({ kind: 'done-elsewhere' });
    const before = must(
      decideItems(
        leaverOf(everything),
        [theirs.ref],
        { kind: 'done-elsewhere', reason: 'gone' },
        [...everything.tokens, twin],
        NOW,
      ),
    );
    expect(stateAfter(present, before)).toMatchObject({ kind: 'done-elsewhere' });
  });

  test('never opens what does not apply to them', () => {
    expect(stateAfter(later, decided(leaverOf(everything), [theirs.ref], 'not-applicable'))).toMatchObject({
      kind: 'not-applicable',
    });
  });

  test('opens a line of a connection that is still there, and one of a key only after keys were read again', () => {
    const leaver = leaverOf(everything);
    const ids = leaver.items
      .filter(({ subject }) => ['checkout-key', 'connection'].includes(subject.kind))
      .map(({ id }) => id);
    const done = decided(leaver, ids, 'done-elsewhere');
    expect(recheckLeaver(done, later).reopened).toEqual(ids.filter((id) => id.startsWith('connection')));
    const keys = { ...must(everything.keys), readAt: NOW + 60_000 };
    expect(recheckLeaver(done, { ...later, keys }).reopened).toEqual(ids);
  });

  test('brings what is newly known to be theirs, and takes a sign-off back', () => {
    const all = leaverOf(everything).items.map(({ id }) => id);
    const signed = must(signOff(decided(leaverOf(everything), all, 'not-applicable'), 'M. Roy', NOW));
    expect(recheckLeaver(signed, later).leaver.signedOff).toEqual({ by: 'M. Roy', at: NOW });
    const found = { ...nobodys, owner: byLog };
    const { leaver, reopened } = recheckLeaver(signed, { ...later, tokens: [theirs, shared, laptop, found] });
    expect(reopened).toEqual([found.ref]);
    expect(leaver).not.toHaveProperty('signedOff');
    expect(leaver.earlierSignOffs).toEqual([{ by: 'M. Roy', at: NOW }]);
  });
});

describe('a decision', () => {
  const leaver = leaverOf(everything);

  test('can be taken back until the sign-off, and not after', () => {
    const all = leaver.items.map(({ id }) => id);
    const done = decided(leaver, all, 'not-applicable');
    expect(decideItems(done, all, { kind: 'open' }, [], NOW)?.items.map(({ state }) => state.kind)).toEqual(
      all.map(() => 'open'),
    );
    const signed = must(signOff(done, 'M. Roy', NOW));
    expect(decideItems(signed, all, { kind: 'open' }, [], NOW)).toBeUndefined();
  });

  test('to rotate is of tokens that CircleCI lists only, and of no line that is not there', () => {
    const toRotate = { kind: 'to-rotate' as const };
    expect(decideItems(leaver, [theirs.ref, shared.ref], toRotate, [], NOW)).toBeDefined();
    expect(decideItems(leaver, [laptop.ref], toRotate, [], NOW)).toBeUndefined();
    expect(decideItems(leaver, ['unknown reach'], toRotate, [], NOW)).toBeUndefined();
    expect(decideItems(leaver, ['nothing'], { kind: 'open' }, [], NOW)).toBeUndefined();
  });

  test('to rotate closes nothing; the proof that the old token is gone does', () => {
    const waiting = must(decideItems(leaver, [theirs.ref], { kind: 'to-rotate' }, everything.tokens, NOW));
    expect(closedCount(waiting)).toBe(0);
    const proved = closeRotated(waiting, new Set([theirs.ref]), everything.tokens, NOW);
    expect(proved.items[0]?.state).toEqual({ kind: 'rotated', at: NOW });
    expect(closeRotated(proved, new Set([theirs.ref]), [], NOW + 1)).toBe(proved);
  });
});

test('nobody signs off while a line is open, nor without a name, nor twice', () => {
  const leaver = leaverOf(everything);
  expect(signOff(leaver, 'M. Roy', NOW)).toBeUndefined();
  const done = decided(
    leaver,
    leaver.items.map(({ id }) => id),
    'not-applicable',
  );
  expect(signOff(done, '  ', NOW)).toBeUndefined();
  expect(signOff(must(signOff(done, 'M. Roy', NOW)), 'M. Roy', NOW)).toBeUndefined();
});
