import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Instant } from '../../shared/domain/instant';
import type { RowId } from '../../shared/domain/rotation-run';
import type { JournalRecord } from './journal-record';
import { newRow, type Row } from './row';
import type { RowEvent } from './row-event';
import { follow } from './transition';

/** What happened to a row, and the row before and after it. */
export interface Replayed {
  readonly connection: ConnectionId;
  readonly at: Instant;
  readonly event: RowEvent;
  readonly before: Row;
  readonly after: Row;
}

/** Everything that the journal says happened to rows, in order; of runs that were closed as well. */
export function* replay(records: readonly JournalRecord[]): Generator<Replayed> {
  const rows = new Map<RowId, { readonly row: Row; readonly connection: ConnectionId }>();
  for (const record of records) {
    if (record.kind === 'run-started') {
      const { run, connection } = record;
      for (const seed of record.rows)
        if (!rows.has(seed.id)) rows.set(seed.id, { row: newRow(run, seed), connection });
    }
    const found = record.kind === 'row' ? rows.get(record.row) : undefined;
    if (record.kind !== 'row' || found === undefined) continue;
    const { row: before, connection } = found;
    const { at, event } = record;
    const after = follow(before, event);
    rows.set(record.row, { row: after, connection });
    yield { connection, at, event, before, after };
  }
}
