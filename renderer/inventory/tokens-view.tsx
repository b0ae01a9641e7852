import type { ConnectionFacts } from '../../shared/domain/connection';
import { Button } from '../design/button';
import { EmptyState } from '../design/empty-state';
import { useLater } from '../design/use-later';
import { useInventory, useStores } from '../stores';
import { TokenGrid } from './grid/token-grid';
import type { ExceptionDeeds } from './exception-deeds';
import { changeQuery } from './inventory-deeds';
import { lookOf } from './inventory-store';
import { Overview } from './overview/overview';
import type { Rotations } from './panel/token-history';
import { TokenPanel } from './panel/token-panel';
import { SelectionBar, type PlanTokens } from './selection-bar';
import { selectShown, selectTotals } from './shown-tokens';
import { InventoryTools } from './tools/inventory-tools';

interface TokensViewProps {
  readonly connections: readonly ConnectionFacts[];
  readonly onPlan: PlanTokens;
  readonly rotations: Rotations;
  readonly exceptions: ExceptionDeeds;
}

/** The tokens themselves: what to filter them by, the grid, and what can be done with those selected. */
export function TokensView({ connections, onPlan, rotations, exceptions }: TokensViewProps) {
  const stores = useStores();
  const hasTokens = useInventory((state) => selectTotals(state).all > 0);
  const hasShown = useInventory((state) => selectShown(state).length > 0);
  const isGridDue = useLater(hasTokens && hasShown);
  const opened = useInventory((state) => state.opened);
  const isLooking = useInventory((state) =>
    connections.some(({ id }) => lookOf(state, id).state.phase === 'looking'),
  );
  return (
    <>
      {hasTokens && <Overview />}
      <InventoryTools exceptions={exceptions} />
      <div className="tokens-body">
        {isGridDue && <TokenGrid />}
        {hasTokens && !hasShown && (
          <EmptyState title="No token matches">
            <p className="quiet">No token passes all of these filters.</p>
            <Button
              onClick={() => {
                changeQuery(stores, '');
              }}
            >
              Clear filters
            </Button>
          </EmptyState>
        )}
        {!hasTokens && (
          <EmptyState title={isLooking ? 'Looking …' : 'No tokens yet'}>
            <p className="quiet">
              {isLooking
                ? 'Tokens appear here as their projects are read.'
                : 'Refresh to read the personal and project tokens that this account can see.'}
            </p>
          </EmptyState>
        )}
        {opened !== undefined && (
          <TokenPanel token={opened} onPlan={onPlan} rotations={rotations} exceptions={exceptions} />
        )}
      </div>
      <SelectionBar onPlan={onPlan} />
    </>
  );
}
