import { Fragment, useState } from 'react';

import { openItems } from '../../shared/domain/rotation-run';
import { Button } from '../design/button';
import { useRotation } from '../stores';
import { counted } from '../words/count-words';
import { useNow } from '../words/use-now';
import { DeleteDialog } from './delete-dialog';
import { RetirementLine } from './retirement-line';
import { selectRetiring, type RowOfRun } from './rotation-store';

const TELL_TIME_EVERY_MS = 30_000;
/** As many as main takes in one call. */
const MOST_AT_ONCE = 1_000;

/** Old tokens whose successors are proved, with their countdowns. Deleting them is confirmed by itself. */
export function RetirementTray() {
  const rows = useRotation(selectRetiring);
  const now = useNow(TELL_TIME_EVERY_MS);
  const [toDelete, setToDelete] = useState<readonly RowOfRun[]>();
  const [first] = toDelete ?? [];
  if (rows.length === 0 && first === undefined) return null;
  return (
    <section role="region" aria-label="Waiting to be deleted" className="panel">
      <header className="panel-head">
        <div>
          <h2>Waiting to be deleted</h2>
          <p className="quiet">
            The new values are in place. These old tokens still work, and none is deleted before you say so.
          </p>
        </div>
        <span className="foot-spring" />
        <DueBatches rows={rows} now={now} onDelete={setToDelete} />
      </header>
      <ul aria-label="Old tokens">
        {rows.map((one) => (
          <RetirementLine
            key={one.row.id}
            row={one.row}
            now={now}
            onDelete={() => {
              setToDelete([one]);
            }}
          />
        ))}
      </ul>
      {toDelete !== undefined && first !== undefined && (
        <DeleteDialog
          rows={toDelete}
          organisation={first.run.organisation}
          onClose={() => {
            setToDelete(undefined);
          }}
        />
      )}
    </section>
  );
}

interface DueBatchesProps {
  readonly rows: readonly RowOfRun[];
  readonly now: number;
  readonly onDelete: (rows: readonly RowOfRun[]) => void;
}

/** For each connection, all that is due there; and beside it all that could be deleted before its time. */
function DueBatches({ rows, now, onDelete }: DueBatchesProps) {
  const free = rows.filter(({ row }) => openItems(row) === 0);
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
