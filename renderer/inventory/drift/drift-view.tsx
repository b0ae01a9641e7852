import type { ConnectionFacts } from '../../../shared/domain/connection';
import type { TokenRef } from '../../../shared/domain/token-ref';
import { ConnectionDrift } from './connection-drift';

interface DriftViewProps {
  readonly connections: readonly ConnectionFacts[];
  /** Leads to a token that is still in the inventory. */
  readonly onShow: (ref: TokenRef) => void;
}

/** What changed since an earlier look: what came, what went, and whose doing it was. */
export function DriftView({ connections, onShow }: DriftViewProps) {
  return (
    <section className="drift" aria-label="Changes">
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
