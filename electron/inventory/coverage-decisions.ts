import type { ConnectionId } from '../../shared/domain/connection-id';
import type { CoverageDecision, DecisionFailure } from '../../shared/domain/coverage-decision';
import type { NoteFact } from '../../shared/domain/ledger-entry';
import { err, ok, type Result } from '../../shared/result';
import type { Clock } from '../clock';
import type { NativeQuestion } from '../rotation/native-question';
import { decideCoverage } from './decide-coverage';
import type { InventoryDesk } from './inventory-desk';

interface CoverageDecisionDeps {
  readonly inventory: Pick<InventoryDesk, 'lastOf' | 'change' | 'isSyncing'>;
  readonly connections: { readonly factsOf: (id: ConnectionId) => { readonly name: string } | undefined };
  readonly rotation: { readonly isRotating: (connection: ConnectionId) => boolean };
  readonly confirmNatively: (question: NativeQuestion) => Promise<boolean>;
  readonly note: NoteFact;
  readonly clock: Pick<Clock, 'now'>;
}

/** What a person says of sources and lists that prove nothing: confirmed in main, written down, and only then so. */
export interface CoverageDecisions {
  readonly decide: (
    connection: ConnectionId,
    decision: CoverageDecision,
  ) => Promise<Result<null, DecisionFailure>>;
}

export function openCoverageDecisions(deps: CoverageDecisionDeps): CoverageDecisions {
  const { inventory, connections, rotation, confirmNatively, note, clock } = deps;
  const { now } = clock;
  return {
    decide: async (connection, decision) => {
      const organisation = connections.factsOf(connection)?.name;
      if (organisation === undefined) return err({ kind: 'no-such-connection' });
      // What is being read would overwrite the decision with what was known before it.
      if (rotation.isRotating(connection) || inventory.isSyncing(connection)) return err({ kind: 'busy' });
      const last = await inventory.lastOf(connection);
      const decided = last && decideCoverage(last, decision, now());
      if (decided === undefined) return err({ kind: 'not-possible' });
      const { about, tokens } = decided;
      const question = {
        kind: 'decide-coverage' as const,
        decision: decision.kind,
        organisation,
        about,
        tokens,
      };
      if (!(await confirmNatively(question))) return err({ kind: 'declined' });
      const fact = { kind: 'coverage-decided' as const, decision: decision.kind, about, tokens };
      if (!(await note(fact, connection)).ok) return err({ kind: 'ledger' });
      await inventory.change(connection, (known) => decideCoverage(known, decision, now())?.next ?? known);
      return ok(null);
    },
  };
}
