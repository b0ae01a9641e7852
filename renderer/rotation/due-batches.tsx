import { Fragment } from 'react';

import type { Instant } from '../../shared/domain/instant';
import { isBlocked } from '../../shared/domain/rotation-run';
import { Button } from '../design/button';
import { counted } from '../words/count-words';
import type { RowOfRun } from './rotation-store';

/** As many as main takes in one call. */
const MOST_AT_ONCE = 1_000;

interface DueBatchesProps {
  readonly rows: readonly RowOfRun[];
  readonly now: Instant;
  readonly onDelete: (rows: readonly RowOfRun[]) => void;
}

/** For each connection, all that is due there; and beside it all that could be deleted before its time. */
export function DueBatches({ rows, now, onDelete }: DueBatchesProps) {
  const free = rows.filter(({ row }) => !isBlocked(row));
  const connections = new Set(free.map(({ run }) => run.connection));
  return [...connections].map((connection) => {
    const own = free.filter(({ run }) => run.connection === connection).slice(0, MOST_AT_ONCE);
    const due = own.filter(({ row }) => (row.until ?? 0) <= now);
    const place = connections.size > 1 ? ` of ${own[0]?.run.organisation ?? ''}` : '';
    return (
      <Fragment key={connection}>
        {own.length > due.length && own.length > 1 && (
          <Button
            onClick={() => {
              onDelete(own);
            }}
          >
            Delete all {counted(own.length, 'old token')}
            {place} now …
          </Button>
        )}
        {due.length > 0 && (
          <Button
            look="danger"
            onClick={() => {
              onDelete(due);
            }}
          >
            Delete {counted(due.length, 'old token')}
            {place} …
          </Button>
        )}
      </Fragment>
    );
  });
}
