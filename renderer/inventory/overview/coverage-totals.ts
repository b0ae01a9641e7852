import { totalCoverage, type CoverageTotals } from '../../../shared/domain/coverage';
import { memoiseLast } from '../../memoise';
import type { InventoryState } from '../inventory-store';
import type { View } from '../inventory-view';

const totalled = memoiseLast(
  (looks: InventoryState['looks'], connection: View['connection']): CoverageTotals | undefined => {
    const coverages = [...looks].flatMap(([id, { coverage }]) =>
      coverage !== undefined && (connection === 'all' || connection === id) ? [coverage] : [],
    );
    return coverages.length === 0 ? undefined : totalCoverage(coverages);
  },
);

/** How much of the projects in view the last looks read; nothing before the first one has ended. */
export const selectCoverageTotals = ({ looks, view }: InventoryState) => totalled(looks, view.connection);
