import { Search } from 'lucide-react';

import { useInventory, useStores } from '../../stores';
import { changeQuery } from '../inventory-deeds';

/** Where the query is typed: words, and parts such as `scope:admin`. */
export function SearchBox() {
  const stores = useStores();
  const query = useInventory((state) => state.view.query);
  return (
    <div className="inventory-search">
      <Search size={16} aria-hidden />
      <input
        type="search"
        className="input"
        aria-label="Filter tokens"
        placeholder="deploy scope:admin age:>90"
        title="Words in label, project or owner; or label: project: owner: kind: scope: due: duein: age: created: used: expires: seen: coverage: has: is: — with - before what must not hold"
        spellCheck={false}
        maxLength={2_000}
        value={query}
        onChange={(event) => {
          changeQuery(stores, event.target.value);
        }}
      />
    </div>
  );
}
