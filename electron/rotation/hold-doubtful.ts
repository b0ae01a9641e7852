import type { RowAction } from '../../shared/domain/rotation-run';
import { mayHandOver } from './needs';
import { isClosed, type Row } from './row';
import type { RowEvent } from './row-event';

/** What stops an item of which the records do not agree. Nothing in it is tried again: that could make a second successor. */
export const doubtEvent = (row: Row): Extract<RowEvent, { kind: 'needs' }> => ({
  kind: 'needs',
  reason: 'records-disagree',
  actions: actionsFor(row),
  // What a person leaves is looked for in the list first, as after a create whose answer was lost.
  from: row.step === 'planned' ? 'creating' : (row.need?.from ?? row.step),
});

/** A doubtful row as it is shown and worked with: stopped. One that came to its end stays there. */
export function heldIfDoubtful(row: Row): Row {
  if (row.isDoubtful === undefined || isClosed(row)) return row;
  const { kind: _kind, ...need } = doubtEvent(row);
  return { ...row, step: 'needs-you', need };
}

function actionsFor(row: Row): readonly RowAction[] {
  const isWhole = row.holdsValue && row.newRef !== undefined && mayHandOver(row);
  return isWhole ? ['hand-over', 'discard-new'] : ['leave'];
}
