import { parseRowId, type RunRow, type RunView } from '../../shared/domain/rotation-run';
import { connectionIdOf, must, NOW, refNumber, slugOf } from './token-records';

export const rowIdOf = (number: number) => must(parseRowId(`row_${number.toString(16).padStart(32, '0')}`));

/** A row of a run that is as plain as can be, but for what a test says of it. */
export const runRowWith = (said: Partial<RunRow>, number = 1): RunRow => ({
  id: rowIdOf(number),
  ref: refNumber(number),
  kind: 'project',
  scope: 'status',
  newScope: 'status',
  label: 'status badge',
  project: slugOf('gh/acme/web'),
  destinations: [],
  deliveries: [],
  checklist: [],
  step: 'planned',
  holdsValue: false,
  ...said,
});

export const runWith = (said: Partial<RunView>): RunView => ({
  id: `run_${'0'.repeat(32)}`,
  connection: connectionIdOf(1),
  organisation: 'acme',
  startedAt: NOW,
  phase: 'ended',
  rows: [],
  ...said,
});
