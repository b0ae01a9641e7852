import type { ConnectionFacts } from '../../shared/domain/connection';
import { totalCoverage } from '../../shared/domain/coverage';
import { Tabs } from '../design/tabs';
import { useInventory, useStores } from '../stores';
import { countWord } from '../words/count-words';
import { selectChangeCount } from './changes';

/** The three ways to look at an inventory: what there is, what could be read, and what changed. */
export function InventoryTabs({ connections }: { readonly connections: readonly ConnectionFacts[] }) {
  const { inventory } = useStores();
  const tab = useInventory((state) => state.tab);
  const looks = useInventory((state) => state.looks);
  const changed = useInventory(selectChangeCount);
  const { read, projects } = totalCoverage(connections.flatMap(({ id }) => looks.get(id)?.coverage ?? []));
  const unread = projects - read;
  return (
    <Tabs
      label="Inventory"
      current={tab}
      tabs={[
        { id: 'tokens', name: 'Tokens' },
        { id: 'coverage', name: 'Coverage', ...(unread > 0 && { count: `${countWord(unread)} not read` }) },
        { id: 'changes', name: 'Changes', ...(changed > 0 && { count: countWord(changed) }) },
      ]}
      onChoose={(chosen) => {
        inventory.setState({ tab: chosen });
      }}
    />
  );
}
