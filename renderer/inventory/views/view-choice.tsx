import type { SavedView } from '../../../shared/domain/saved-view';
import { useInventory, useStores } from '../../stores';
import { plain, shortened } from '../../words/token-words';
import { lookOtherwise } from '../inventory-deeds';
import { BUILT_IN_VIEWS } from './built-in-views';
import { isShown } from './view-list';

const NONE = '';

/** The saved views, Rekey's and a person's own; says which one is looked at. */
export function ViewChoice() {
  const stores = useStores();
  const views = useInventory((state) => state.views);
  const view = useInventory((state) => state.view);
  const current = [...BUILT_IN_VIEWS, ...views].find((saved) => isShown(saved, view));
  return (
    <select
      className="input view-choice"
      aria-label="Saved view"
      value={current?.name ?? NONE}
      onChange={(event) => {
        const chosen = [...BUILT_IN_VIEWS, ...views].find(({ name }) => name === event.target.value);
        if (chosen === undefined) return;
        const { query, sort, group } = chosen;
        lookOtherwise(stores, { query, sort, group });
      }}
    >
      <option value={NONE}>Saved views …</option>
      <Options label="Rekey’s" views={BUILT_IN_VIEWS} />
      {views.length > 0 && <Options label="Your own" views={views} />}
    </select>
  );
}

function Options({ label, views }: { readonly label: string; readonly views: readonly SavedView[] }) {
  return (
    <optgroup label={label}>
      {views.map(({ name }) => (
        <option key={name} value={name}>
          {shortened(plain(name), 60)}
        </option>
      ))}
    </optgroup>
  );
}
