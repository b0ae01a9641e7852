import { GROUPINGS } from '../../../shared/domain/saved-view';
import { useInventory, useStores } from '../../stores';
import { GROUPING_NAMES } from '../group-words';
import { lookOtherwise } from '../inventory-deeds';

/** What the rows are put together by. */
export function GroupChoice() {
  const stores = useStores();
  const group = useInventory((state) => state.view.group);
  return (
    <select
      className="input group-choice"
      aria-label="Group by"
      value={group}
      onChange={(event) => {
        lookOtherwise(stores, { group: GROUPINGS.find((one) => one === event.target.value) ?? 'none' });
      }}
    >
      <option value="none">No groups</option>
      {GROUPINGS.map((one) => (
        <option key={one} value={one}>
          By {GROUPING_NAMES[one].toLowerCase()}
        </option>
      ))}
    </select>
  );
}
