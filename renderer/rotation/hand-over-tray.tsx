import { VirtualList } from '../design/virtual-list';
import { useRotation } from '../stores';
import { selectInTray, type RowOfRun } from './rotation-store';
import { HandOverLine } from './hand-over-line';
import { useCopyCountdown } from './use-copy';

const USUAL_HEIGHT = 43;

const keyOf = ({ row }: RowOfRun) => row.id;

/** New values that work and wait for a person. Their old tokens live until each is handed over. */
export function HandOverTray() {
  const rows = useRotation(selectInTray);
  useCopyCountdown();
  if (rows.length === 0) return null;
  return (
    <section role="region" aria-label="Hand-over tray" className="panel">
      <header className="panel-head">
        <div>
          <h2>Hand-over tray</h2>
          <p className="quiet">
            These new values work. Each old token stays until you have stored its new value: reveal or copy
            it, put it where it is used, then say so.
          </p>
        </div>
      </header>
      <VirtualList
        label="Values to hand over"
        className="tray-rows"
        items={rows}
        keyOf={keyOf}
        usualHeight={USUAL_HEIGHT}
      >
        {({ run, row }) => <HandOverLine connection={run.connection} row={row} />}
      </VirtualList>
    </section>
  );
}
