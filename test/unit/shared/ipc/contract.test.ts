import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { CHANNELS } from '../../../../shared/ipc/channel-names';
import { calls } from '../../../../shared/ipc/contract';
import { BALANCED } from '../../../../shared/domain/age-policy';
import { connectionIdOf, refNumber } from '../../../support/token-records';

const connection = connectionIdOf(1);
const ref = refNumber(1);
const plan = `plan_${'0'.repeat(32)}`;
const row = `row_${'0'.repeat(32)}`;
const hash = '0'.repeat(64);
const exception = {
  subject: { kind: 'token', ref, label: 'deploy bot' },
  owner: 'm.roy',
  approver: 'a.lin',
  reason: 'the vendor pins it',
  until: 1,
};
const leaver = `lvr_${'0'.repeat(16)}` as const;
const variable = { kind: 'project-variable', project: 'gh/acme/api', variable: 'CIRCLE_TOKEN' };

test('every channel name has a line in the contract, and every line a name', () => {
  expect(Object.keys(calls).sort()).toEqual([...CHANNELS].sort());
});

describe('an argument of the expected form is let in', () => {
  test.each([
    ['app:facts', undefined],
    ['app:edit-field', { deed: 'undo' }],
    ['connections:connect', { address: 'a', token: 't', name: '', keep: 'session' }],
    ['inventory:slice', { connection, from: 0, most: 2_000 }],
    ['inventory:retry', { connection, projects: ['gh/acme/api'] }],
    ['inventory:snapshots', { connection }],
    ['inventory:drift', { connection }],
    ['inventory:drift', { connection, since: 1 }],
    ['register:add', { connection, entry: { label: 'laptop', owner: 'm.roy' } }],
    ['rotation:plan', { connection, refs: [ref] }],
    ['rotation:choose', { plan, row: { ref, destinations: [variable] } }],
    ['rotation:choose', { plan, overlapHours: 24 }],
    ['rotation:choose', { plan, places: { refs: [ref], destinations: [variable] } }],
    ['rotation:export-plan', { plan }],
    ['rotation:confirm', { plan, hash, typed: 'acme 1' }],
    ['handover:reveal', { row }],
    ['policy:apply', { policy: BALANCED }],
    ['policy:remove-own', { name: 'Ours' }],
    ['policy:grant', exception],
    ['policy:grant', { ...exception, subject: { kind: 'filter', filter: { owner: '' } } }],
    ['policy:end-exception', { exception: 'exc_0123456789abcdef', reason: 'rotated' }],
    ['report:preview', { kind: 'review', connection: 'all', from: 1, to: 1 }],
    [
      'report:preview',
      { kind: 'review', connection, from: 0, to: 1, shown: { query: 'age:>90', refs: [ref] } },
    ],
    ['report:write', { request: { kind: 'incident', connection, before: 1 }, forms: ['csv', 'pdf'] }],
    ['calendar:export', { connection: 'all' }],
    ['ledger:page', { words: '', from: 0, most: 200 }],
    ['ledger:page', { words: 'deploy', group: 'rotation', from: 100, most: 1 }],
    ['people:merge', { connection, person: 'a.chen', other: 'Alex Chen' }],
    ['people:attest', { connection, ref, answer: { by: 'a.chen', said: 'kept' } }],
    ['people:read-accounts', { connection }],
    ['people:judge-account', { connection, name: 'jane-doe', verdict: 'person' }],
    ['people:judge-account', { connection, name: 'jane-doe' }],
    ['people:stop', null],
    ['leavers:open', { connection, person: 'a.chen' }],
    ['leavers:decide', { leaver, items: [ref], decision: { kind: 'to-rotate' } }],
    ['leavers:decide', { leaver, items: [ref], decision: { kind: 'not-applicable', reason: 'closed' } }],
    ['leavers:sign-off', { leaver, by: 'M. Roy' }],
  ] as const)('%s', (channel, argument) => {
    expect(calls[channel].decode(argument)).toEqual(argument ?? null);
  });
});

describe('an argument of another form is refused', () => {
  test.each([
    ['app:facts', {}],
    ['app:facts', 0],
    ['app:edit-field', { deed: 'paste' }],
    ['connections:connect', { address: 'a', token: 't', name: '', keep: 'disk' }],
    ['connections:connect', { address: 'a', token: 't', name: '', keep: 'session', more: 1 }],
    ['connections:connect', { address: 'a', token: 't'.repeat(2_001), name: '', keep: 'session' }],
    ['connections:forget', { connection: '../../secrets' }],
    ['connections:forget', { connection: `${connection}/` }],
    ['ledger:page', { words: '', from: 0, most: 201 }],
    ['ledger:page', { words: '', group: 'everything', from: 0, most: 1 }],
    ['ledger:export', { path: '/etc/passwd' }],
    ['inventory:slice', { connection, from: -1, most: 1 }],
    ['inventory:slice', { connection, from: 0.5, most: 1 }],
    ['inventory:slice', { connection, from: 0, most: 2_001 }],
    ['inventory:retry', { connection, projects: [] }],
    ['inventory:retry', { connection, projects: ['gh/acme/api', 'gh/acme/api'] }],
    ['inventory:retry', { connection, projects: ['gh/acme/..'] }],
    [
      'inventory:retry',
      { connection, projects: Array.from({ length: 1_001 }, (_, index) => `gh/acme/${String(index)}`) },
    ],
    ['people:add', { connection, name: ' ' }],
    ['people:read-accounts', { connection, host: 'https://example.com' }],
    ['people:judge-account', { connection, name: 'jane-doe', verdict: 'perhaps' }],
    ['people:judge-account', { connection, name: ' ', verdict: 'person' }],
    ['people:judge-account', { connection, name: 'x'.repeat(201), verdict: 'person' }],
    ['people:import-log', { connection, path: '/etc/passwd' }],
    ['people:attest', { connection, ref, answer: { by: 'a.chen', said: 'perhaps' } }],
    ['leavers:open', { connection, person: 'x'.repeat(201) }],
    ['leavers:decide', { leaver, items: [], decision: { kind: 'open' } }],
    ['leavers:decide', { leaver, items: [ref, ref], decision: { kind: 'open' } }],
    ['leavers:decide', { leaver, items: [ref], decision: { kind: 'done-elsewhere', reason: '' } }],
    ['leavers:decide', { leaver, items: [ref], decision: { kind: 'rotated' } }],
    ['leavers:sign-off', { leaver: 'lvr_1', by: 'M. Roy' }],
    ['inventory:drift', { connection, since: -1 }],
    ['report:preview', { kind: 'review', connection: 'some', from: 0, to: 1 }],
    ['report:preview', { kind: 'review', connection, from: 2, to: 1 }],
    ['report:preview', { kind: 'rotation', connection, from: 0, to: 1, run: '../..' }],
    [
      'report:preview',
      { kind: 'review', connection, from: 0, to: 1, shown: { query: 'x', refs: [ref, ref] } },
    ],
    ['report:preview', { kind: 'review', connection, from: 0, to: 1, shown: { query: '', refs: [ref] } }],
    ['report:write', { request: { kind: 'incident', connection, before: 1 }, forms: [] }],
    ['report:write', { request: { kind: 'incident', connection, before: 1 }, forms: ['csv', 'csv'] }],
    [
      'report:write',
      { request: { kind: 'incident', connection, before: 1 }, forms: ['csv'], folder: '/tmp' },
    ],
    ['inventory:drift', { connection, since: 'yesterday' }],
    ['inventory:snapshots', {}],
    ['rotation:plan', { connection, refs: [] }],
    ['rotation:plan', { connection, refs: [null] }],
    ['rotation:plan', { connection, refs: { length: 1, 0: ref } }],
    ['rotation:choose', { plan, row: { ref, destinations: [{ ...variable, project: 'gh/acme/..' }] } }],
    ['rotation:choose', { plan, row: { ref, destinations: [{ ...variable, variable: 'A B' }] } }],
    ['rotation:confirm', { plan, hash: 'short', typed: 'acme 1' }],
    ['rotation:choose', { plan, overlapHours: 12 }],
    ['rotation:choose', { plan, places: { refs: [], destinations: [] } }],
    ['rotation:choose', { plan, places: { refs: [ref, ref], destinations: [] } }],
    ['rotation:choose', { plan, row: { ref, newScope: 'full' } }],
    ['rotation:delete-old', { rows: [], typed: 'acme 0' }],
    ['rotation:override', { row, reason: ' ' }],
    ['handover:reveal', { row: 'row_1' }],
    ['handover:deliver', { row, destinations: [] }],
    ['links:open', { name: 'https://example.com' }],
    ['policy:apply', { policy: { ...BALANCED, warnSteps: [0] } }],
    ['policy:apply', { policy: { ...BALANCED, overlapHours: 12 } }],
    ['policy:apply', { policy: { ...BALANCED, maxAgeDays: { all: 0 } } }],
    ['policy:apply', { policy: { ...BALANCED, name: 'a\u202eb' } }],
    ['policy:apply', { policy: { ...BALANCED, more: 1 } }],
    ['policy:save-own', { policy: { ...BALANCED, name: 'n'.repeat(81) } }],
    ['policy:grant', { ...exception, owner: ' ' }],
    ['policy:grant', { ...exception, approver: '\u200b' }],
    ['policy:grant', { ...exception, reason: '\u200b\u200d\u3164' }],
    ['leavers:sign-off', { leaver, by: '\u200b' }],
    ['leavers:sign-off', { leaver, by: 'M. Roy\u202e' }],
    ['people:attest', { connection, ref, answer: { by: '\u3164', said: 'kept' } }],
    ['people:add', { connection, name: '\u2060' }],
    ['policy:grant', { ...exception, reason: 'a\nb' }],
    ['policy:grant', { ...exception, subject: { kind: 'filter', filter: {} } }],
    ['policy:grant', { ...exception, subject: { kind: 'filter', filter: { age: '>90' } } }],
    ['policy:end-exception', { exception: 'exc_1', reason: 'rotated' }],
    ['policy:import', { path: '/etc/passwd' }],
  ] as const)('%s %#', (channel, argument) => {
    expect(calls[channel].decode(argument)).toBeUndefined();
  });

  test('X13: a plan takes a thousand tokens at most, and none twice', () => {
    const many = Array.from({ length: 1_001 }, (_, index) => refNumber(index));
    const decode = (refs: readonly unknown[]) => calls['rotation:plan'].decode({ connection, refs });
    expect(decode(many)).toBeUndefined();
    expect(decode(many.slice(1))).toEqual({ connection, refs: many.slice(1) });
    expect(decode([ref, ref])).toBeUndefined();
  });

  test('no value whatever makes a decoder throw', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...CHANNELS),
        fc.anything({ withNullPrototype: true }),
        (channel, anything) => {
          expect(() => calls[channel].decode(anything)).not.toThrow();
        },
      ),
    );
  });
});

describe('what a person types is let in without anything that has the form of a token', () => {
  const SHAPES = [
    `CCIPAT_5nT8bq_${'0123456789abcdef'.repeat(2)}`,
    `CCIPRJ_Ws3kP_${'fedcba9876543210'.repeat(2)}`,
    'a1'.repeat(20),
  ];
  test.each(SHAPES)('%s', (value) => {
    const typed = `  kept for ${value}, says m.roy `;
    const clean = 'kept for [token removed], says m.roy';
    expect(calls['rotation:override'].decode({ row, reason: typed })).toEqual({ row, reason: clean });
    expect(calls['rotation:cancel-retirement'].decode({ row, reason: typed })).toEqual({
      row,
      reason: clean,
    });
    const granted = calls['policy:grant'].decode({
      ...exception,
      owner: typed,
      approver: typed,
      reason: typed,
    });
    expect(granted).toEqual({ ...exception, owner: clean, approver: clean, reason: clean });
    const item = { id: 'use_0123456789abcdef', kind: 'manual', where: typed };
    const chosen = calls['rotation:choose'].decode({ plan, row: { ref, checklist: [item] } });
    expect(chosen?.row?.checklist).toEqual([{ ...item, where: clean }]);
  });

  test.each(SHAPES)('%s, also where it was meant for another field', (value) => {
    const clean = 'for [token removed]';
    const typed = `for ${value}`;
    const wanted = { address: 'a', token: value, keep: 'session' } as const;
    expect(calls['connections:connect'].decode({ ...wanted, name: typed })).toEqual({
      ...wanted,
      name: clean,
    });
    const entry = calls['register:add'].decode({ connection, entry: { label: typed, owner: typed } });
    expect(entry).toEqual({ connection, entry: { label: clean, owner: clean } });
    const view = { sort: [{ column: 'due', isDescending: false }], group: 'none' } as const;
    const remembered = calls['page:remember'].decode({ views: [{ ...view, name: typed, query: typed }] });
    expect(remembered?.views).toEqual([{ ...view, name: clean, query: clean }]);
  });
});
