import { useState } from 'react';

import type { ConnectionFacts } from '../../shared/domain/connection';
import { useApp, useInventory } from '../stores';
import { InventoryHead } from './inventory-head';
import { InventoryNotes } from './inventory-notes';
import type { Rotations } from './panel/token-history';
import { RegisterDialog } from './register-dialog';
import type { PlanTokens } from './selection-bar';
import { TokensView } from './tokens-view';

interface InventorySectionProps {
  readonly onPlan: PlanTokens;
  readonly rotations: Rotations;
}

/** What there is, how old it is, and how much of it could be read. */
export function InventorySection({ onPlan, rotations }: InventorySectionProps) {
  const [isRegistering, setRegistering] = useState(false);
  const connections = useConnectionsInView();
  return (
    <>
      <InventoryHead connections={connections} />
      <InventoryNotes
        connections={connections}
        onRegister={() => {
          setRegistering(true);
        }}
      />
      <TokensView connections={connections} onPlan={onPlan} rotations={rotations} />
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
