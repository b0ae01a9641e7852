import fc from 'fast-check';
import { expect, test } from 'vitest';

import { newRow, type Row } from '../../../../electron/rotation/row';
import type { RowEvent } from '../../../../electron/rotation/row-event';
import { transition } from '../../../../electron/rotation/transition';
import { parseRowId } from '../../../../shared/domain/rotation-run';
import { must, NOW, refNumber } from '../../../support/token-records';

const planned = newRow('run_1', {
  id: must(parseRowId(`row_${'0'.repeat(32)}`)),
  ref: refNumber(1),
  kind: 'project',
  scope: 'all',
  newScope: 'all',
  label: 'deploy bot',
  destinations: [],
  checklist: [],
});

const need = (from: Row['step']): RowEvent => ({
  kind: 'needs',
  reason: 'unreachable',
  actions: ['try-again', 'leave'],
  from,
});

const EVENTS: readonly RowEvent[] = [
  { kind: 'create-intended', knownBefore: [refNumber(1)], label: 'deploy bot' },
  { kind: 'create-unclear' },
  { kind: 'create-refused' },
  { kind: 'orphan-found', orphan: refNumber(2) },
  { kind: 'orphan-removed' },
  { kind: 'sealed', newRef: refNumber(3), newLastFour: '0f0f' },
  { kind: 'verified' },
  { kind: 'delivered' },
  { kind: 'proved', by: 'person' },
  { kind: 'retired', until: NOW },
  { kind: 'retirement-cancelled', reason: 'still in use' },
  { kind: 'delete-intended' },
  { kind: 'gone', at: NOW },
  need('planned'),
  need('verified'),
  need('deleting'),
  { kind: 'tried-again' },
  { kind: 'handed-to-tray' },
  { kind: 'left' },
];

/** A row after those of the events that can happen to it, in their order. */
function lived(events: readonly RowEvent[]): readonly Row[] {
  const rows = [planned];
  for (const event of events) {
    try {
      rows.push(transition(must(rows.at(-1)), event));
    } catch {
      // An event that cannot happen in this step is somebody's bug, not this row's.
    }
  }
  return rows;
}

test('whatever happens to a row, it says what it needs if, and only if, it needs somebody', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 40 }), (events) => {
      for (const row of lived(events)) expect(row.need !== undefined).toBe(row.step === 'needs-you');
    }),
  );
});

test('nothing can happen any more to a row that is gone or left', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...EVENTS), { maxLength: 40 }), (events) => {
      const last = must(lived(events).at(-1));
      fc.pre(last.step === 'gone' || last.step === 'left');
      for (const event of EVENTS) expect(() => transition(last, event)).toThrow();
    }),
  );
});
