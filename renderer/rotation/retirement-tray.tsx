import { useCallback, useState } from 'react';

import type { RowId } from '../../shared/domain/rotation-run';
import { VirtualList } from '../design/virtual-list';
import { useRotation, useStores } from '../stores';
import { countdownWord } from '../words/date-words';
import { useNow } from '../words/use-now';
import { DeleteDialog } from './delete-dialog';
import { DueBatches } from './due-batches';
import { RetirementLine } from './retirement-line';
import { selectRetiring, type RowOfRun } from './rotation-store';

const USUAL_HEIGHT = 43;

const keyOf = ({ row }: RowOfRun) => row.id;

/** Old tokens whose successors are proved, with their countdowns. Deleting them is confirmed by itself. */
export function RetirementTray() {
  const { rotation } = useStores();
  const rows = useRotation(selectRetiring);
  const now = useNow();
  const [toDelete, setToDelete] = useState<readonly RowOfRun[]>();
  const [first] = toDelete ?? [];
  const deleteOne = useCallback(
    (id: RowId) => {
      setToDelete(selectRetiring(rotation.getState()).filter(({ row }) => row.id === id));
    },
    [rotation],
  );
  if (rows.length === 0 && first === undefined) return null;
  return (
    <section role="region" aria-label="Waiting to be deleted" className="panel">
      <header className="panel-head">
        <div>
          <h2>Waiting to be deleted</h2>
          <p className="quiet">
            The new values are in place. These old tokens still work until you delete them.
          </p>
        </div>
        <span className="foot-spring" />
        <DueBatches rows={rows} now={now} onDelete={setToDelete} />
      </header>
      <VirtualList
        label="Old tokens"
        className="tray-rows"
        items={rows}
        keyOf={keyOf}
        usualHeight={USUAL_HEIGHT}
      >
        {({ row }) => (
          <RetirementLine
            row={row}
            left={row.until === undefined ? undefined : countdownWord(row.until, now)}
            onDelete={deleteOne}
          />
        )}
      </VirtualList>
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
