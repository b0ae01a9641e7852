import { isDue } from '../../shared/domain/age-policy';
import type { TokenRecord } from '../../shared/domain/token';
import { Button } from '../design/button';
import { useInventory, useStores } from '../stores';
import { selectShown } from './inventory-store';
import { selectedAmong } from './selection';
import { countWord } from '../words/count-words';

/** Plans the rotation of tokens: another section's work. */
export type PlanTokens = (tokens: readonly TokenRecord[]) => void;

/** What the selection is, and what can be done with it: exactly the rows that are both shown and selected. */
export function SelectionBar({ onPlan }: { readonly onPlan: PlanTokens }) {
  const stores = useStores();
  const shown = useInventory(selectShown);
  const selected = useInventory((state) => state.selected);
  const chosen = selectedAmong(shown, selected);
  const due = shown.filter(({ due }) => isDue(due));
  const select = (rows: typeof shown) => {
    stores.inventory.setState({ selected: new Set(rows.map(({ token }) => token.ref)) });
    stores.app.setState({ announcement: `${countWord(rows.length)} tokens selected` });
  };
  return (
    <footer className="foot">
      <span>
        {countWord(chosen.length)} selected of {countWord(shown.length)} shown
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
            select([]);
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
          onPlan(chosen.map(({ token }) => token));
        }}
      >
        Plan rotation
      </Button>
    </footer>
  );
}
