import type { ConnectionFacts } from '../../../shared/domain/connection';
import type { TokenRef } from '../../../shared/domain/token-ref';
import { Alert } from '../../design/alert';
import { useApp } from '../../stores';
import { ConnectionDrift } from './connection-drift';

interface DriftViewProps {
  readonly connections: readonly ConnectionFacts[];
  /** Leads to a token that is still in the inventory. */
  readonly onShow: (ref: TokenRef) => void;
}

/** What changed since an earlier look: what came, what went, and whose doing it was. */
export function DriftView({ connections, onShow }: DriftViewProps) {
  const { ownWork } = useApp((state) => state.facts);
  return (
    <section className="drift" aria-label="Changes">
      {ownWork === 'unreadable' && (
        <Alert tone="warning">
          Rekey could not read what it did itself before this start: what it deleted may be called deleted
          outside Rekey, and what it made may be called new.
        </Alert>
      )}
      {connections.map((connection) => (
        <ConnectionDrift
          key={connection.id}
          connection={connection}
          isNamed={connections.length > 1}
          onShow={onShow}
        />
      ))}
    </section>
  );
}
