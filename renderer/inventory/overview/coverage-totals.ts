import { totalCoverage, type CoverageTotals } from '../../../shared/domain/coverage';
import { memoiseLast } from '../../memoise';
import type { InventoryState } from '../inventory-store';
import type { View } from '../inventory-view';
import type { TokenRows } from '../rows/token-rows';

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

/** The rows among some whose list could not be read at the last look. */
export function unreadAmong({ columns: { coverage } }: TokenRows, some: Uint32Array): Uint32Array {
  const isUnread = coverage.values.map((value) => value !== 'read' && value !== 'by-hand');
  const codes = coverage.codes();
  return some.filter((row) => isUnread[codes[row] ?? 0]);
}
