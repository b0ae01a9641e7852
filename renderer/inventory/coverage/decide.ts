import type { ConnectionId } from '../../../shared/domain/connection-id';
import type { CoverageDecision, DecisionFailure } from '../../../shared/domain/coverage-decision';
import { bridge } from '../../bridge';

/** Hands a decision to main, which asks once more. Answers with what went wrong, if anything did. */
export async function decideCoverage(
  connection: ConnectionId,
  decision: CoverageDecision,
): Promise<string | undefined> {
  const decided = await bridge['inventory:decide']({ connection, decision });
  if (decided.ok) return undefined;
  return decided.error.kind === 'refused' ? 'Rekey refused its own page.' : SENTENCES[decided.error.kind];
}

const SENTENCES: Readonly<Record<DecisionFailure['kind'], string | undefined>> = {
  declined: undefined,
  'no-such-connection': 'This connection is no longer there.',
  busy: 'Nothing was decided: a sync or a rotation is running. Try again when it has ended.',
  'not-possible': 'Nothing was decided: the last sync no longer leaves this open.',
  ledger: 'Nothing was decided: it could not be written to the ledger.',
};
