import type { TokenRecord } from '../../shared/domain/token';
import { announce } from '../announce';
import { Button } from '../design/button';
import { useInventory, useStores } from '../stores';
import { countWord } from '../words/count-words';
import { changeSelection } from './inventory-deeds';
import { dueAmong, refsOf, selectedAmong } from './selection';
import { selectShown } from './shown-tokens';

/** Plans the rotation of tokens: another section's work. */
export type PlanTokens = (tokens: readonly TokenRecord[]) => void;

/** What the selection is, and what can be done with it: exactly the rows that are both shown and selected. */
export function SelectionBar({ onPlan }: { readonly onPlan: PlanTokens }) {
  const stores = useStores();
  const rows = useInventory((state) => state.rows);
  const shown = useInventory(selectShown);
  const selected = useInventory((state) => state.selected);
  const chosen = selectedAmong(rows, shown, selected);
  const due = dueAmong(rows, shown);
  const hidden = selected.size - chosen.length;
  const select = (some: Uint32Array) => {
    changeSelection(stores, new Set(refsOf(rows, some)));
    announce(stores.app, `${countWord(some.length)} tokens selected`);
  };
  return (
    <footer className="foot">
      <span>
        {countWord(chosen.length)} selected of {countWord(shown.length)} shown
        {hidden > 0 && <span className="quiet"> · {countWord(hidden)} more selected, not shown</span>}
      </span>
      <Button
        look="plain"
        disabled={due.length === 0}
        onClick={() => {
          select(due);
        }}
      >
        Select all due ({countWord(due.length)})
      </Button>
      {selected.size > 0 && (
        <Button
          look="plain"
          onClick={() => {
            select(new Uint32Array(0));
          }}
        >
          Clear selection
        </Button>
      )}
      <span className="foot-spring" />
      <Button
        look="primary"
        disabled={chosen.length === 0}
        onClick={() => {
          onPlan([...chosen].map(rows.recordAt));
        }}
      >
        Plan rotation
      </Button>
    </footer>
  );
}
