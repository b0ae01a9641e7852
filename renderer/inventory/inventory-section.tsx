import { useState, type ReactNode } from 'react';

import type { ConnectionFacts } from '../../shared/domain/connection';
import type { TokenRef } from '../../shared/domain/token-ref';
import { tabId, tabPanelId } from '../design/tabs';
import { useApp, useInventory, useStores } from '../stores';
import { CoverageView } from './coverage/coverage-view';
import type { ExceptionDeeds } from './exception-deeds';
import { DriftView } from './drift/drift-view';
import { InventoryHead } from './inventory-head';
import { InventoryNotes } from './inventory-notes';
import type { Rotations } from './panel/token-history';
import { InventoryTabs } from './inventory-tabs';
import { RegisterDialog } from './register-dialog';
import type { PlanTokens } from './selection-bar';
import { TokensView } from './tokens-view';

interface InventorySectionProps {
  readonly onPlan: PlanTokens;
  readonly rotations: Rotations;
  readonly exceptions: ExceptionDeeds;
  /** Opens the search for a token that was found: another section's work. */
  readonly onFound: () => void;
  /** What other sections have to say above the inventory. */
  readonly note: ReactNode;
}

/** What there is, how old it is, and how much of it could be read. */
export function InventorySection({ onPlan, rotations, exceptions, onFound, note }: InventorySectionProps) {
  const [isRegistering, setRegistering] = useState(false);
  const { inventory } = useStores();
  const connections = useConnectionsInView();
  const tab = useInventory((state) => state.tab);
  const show = (ref: TokenRef) => {
    inventory.setState({ tab: 'tokens', opened: ref });
  };
  return (
    <>
      <InventoryHead connections={connections} onFound={onFound} />
      {note}
      <InventoryNotes
        connections={connections}
        onRegister={() => {
          setRegistering(true);
        }}
      />
      <InventoryTabs connections={connections} />
      <div role="tabpanel" id={tabPanelId(tab)} aria-labelledby={tabId(tab)} className="tab-panel">
        {tab === 'tokens' && (
          <TokensView
            connections={connections}
            onPlan={onPlan}
            rotations={rotations}
            exceptions={exceptions}
          />
        )}
        {tab === 'coverage' && <CoverageView connections={connections} />}
        {tab === 'changes' && <DriftView connections={connections} onShow={show} />}
      </div>
      {isRegistering && (
        <RegisterDialog
          connections={connections}
          onClose={() => {
            setRegistering(false);
          }}
        />
      )}
    </>
  );
}

function useConnectionsInView(): readonly ConnectionFacts[] {
  const connections = useApp((state) => state.connections);
  const chosen = useInventory((state) => state.view.connection);
  return chosen === 'all' ? connections : connections.filter(({ id }) => id === chosen);
}
