import { isInForce, type PolicyException } from '../../shared/domain/policy-exception';
import { Alert } from '../design/alert';
import { EmptyState } from '../design/empty-state';
import { VirtualList } from '../design/virtual-list';
import { useInventory } from '../stores';
import { countWord } from '../words/count-words';
import { ExceptionLine } from './exception-line';

interface ExceptionsPanelProps {
  readonly onEnd: (exception: PolicyException) => void;
}

/** Who may outlive the policy: those in force first, the next to end on top, then those that are over. */
export function ExceptionsPanel({ onEnd }: ExceptionsPanelProps) {
  const { policy, exceptions } = useInventory((state) => state.rules);
  const now = useInventory((state) => state.now);
  const inForce = exceptions.filter((exception) => isInForce(exception, policy, now));
  const over = exceptions.filter((exception) => !isInForce(exception, policy, now));
  const listed = [
    ...inForce.toSorted((a, b) => a.until - b.until),
    ...over.toSorted((a, b) => b.grantedAt - a.grantedAt),
  ];
  return (
    <section className="panel" aria-label="Exceptions">
      <header className="panel-head">
        <h2>Exceptions</h2>
        {listed.length > 0 && (
          <span className="quiet">
            {countWord(inForce.length)} in force, {countWord(over.length)} over
          </span>
        )}
      </header>
      {policy.longestExceptionDays === 0 && inForce.length < listed.length && (
        <Alert tone="warning">{policy.name} knows no exception: whatever was granted is not in force.</Alert>
      )}
      {listed.length === 0 ? (
        <EmptyState title="No exception was granted">
          <p className="quiet">
            An exception lets a token, or the tokens of a filter, outlive the policy until a day, with an
            owner and an approver. Grant one from a token’s panel or from a filter in the inventory.
          </p>
        </EmptyState>
      ) : (
        <VirtualList
          label="Exceptions"
          className="exception-list"
          items={listed}
          keyOf={({ id }) => id}
          usualHeight={56}
        >
          {(exception) => <ExceptionLine exception={exception} onEnd={onEnd} />}
        </VirtualList>
      )}
    </section>
  );
}
