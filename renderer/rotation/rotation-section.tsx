import { Button } from '../design/button';
import { EmptyState } from '../design/empty-state';
import { useRotation, useStores } from '../stores';
import { HandOverTray } from './hand-over-tray';
import { RetirementTray } from './retirement-tray';
import { RunPanel } from './run-panel';

/** Runs, the values that wait to be handed over, and the old tokens that wait to be deleted. */
export function RotationSection() {
  const { app } = useStores();
  const runs = useRotation((state) => state.runs);
  const newestFirst = [...runs.values()].toSorted((a, b) => b.startedAt - a.startedAt);
  return (
    <>
      <header className="section-head">
        <h1>Rotation</h1>
      </header>
      <div className="section-scroll">
        {newestFirst.length === 0 && (
          <EmptyState title="No rotation yet">
            <p className="quiet">
              Select tokens in the inventory and plan their rotation: the run appears here.
            </p>
            <Button
              look="primary"
              onClick={() => {
                app.setState({ section: 'Inventory' });
              }}
            >
              Go to Inventory
            </Button>
          </EmptyState>
        )}
        <HandOverTray />
        <RetirementTray />
        {newestFirst.map((run) => (
          <RunPanel key={run.id} run={run} />
        ))}
      </div>
    </>
  );
}
