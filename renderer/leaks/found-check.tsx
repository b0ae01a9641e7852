import { useId, useState } from 'react';

import type { ConnectionFacts } from '../../shared/domain/connection';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { FoundToken } from '../../shared/domain/found-token';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { useApp } from '../stores';
import { hostOf } from './host-of';

interface FoundCheckProps {
  readonly found: FoundToken;
  readonly onLearned: (found: FoundToken) => void;
  readonly onForgotten: () => void;
}

const CHECK_WORDS = {
  'no-such-connection': 'This connection is no longer there. Nothing was sent.',
  'credential-missing': 'The token of this connection has to be typed again first. Nothing was sent.',
  declined: 'Nothing was sent.',
  refused: 'Nothing was sent.',
} as const;

/** Says where a value would go before it is used; main then asks for the person's word in a dialog of its own. */
export function FoundCheck({ found, onLearned, onForgotten }: FoundCheckProps) {
  const connections = useApp((state) => state.connections);
  const likely = found.matches[0]?.token.connection ?? connections[0]?.id;
  const [chosen, setChosen] = useState<ConnectionId | undefined>(likely);
  const where = useId();
  const [isAsking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string>();
  const connection = connections.find(({ id }) => id === chosen);
  if (connection === undefined) return null;
  const host = hostOf(connection);

  const ask = async () => {
    setAsking(true);
    setProblem(undefined);
    const checked = await bridge['leaks:check']({ found: found.id, connection: connection.id });
    setAsking(false);
    if (checked.ok) onLearned(checked.value);
    else if (checked.error.kind === 'forgotten') onForgotten();
    else setProblem(CHECK_WORDS[checked.error.kind]);
  };

  return (
    <div className="stack found-check">
      {problem !== undefined && <Alert>{problem}</Alert>}
      {connections.length > 1 && (
        <ConnectionChoice connections={connections} chosen={connection.id} onChoose={setChosen} />
      )}
      <p id={where}>
        Whether it works can only be told by using it, once. Once you confirm, Rekey sends the value to{' '}
        <strong>{host}</strong>, and nowhere else. CircleCI may then show it as used just now.
      </p>
      <div>
        <Button aria-describedby={where} disabled={isAsking} onClick={() => void ask()}>
          {isAsking ? `Asking ${host} …` : `Check with ${host} …`}
        </Button>
      </div>
    </div>
  );
}

interface ConnectionChoiceProps {
  readonly connections: readonly ConnectionFacts[];
  readonly chosen: ConnectionId;
  readonly onChoose: (id: ConnectionId) => void;
}

function ConnectionChoice({ connections, chosen, onChoose }: ConnectionChoiceProps) {
  return (
    <label className="field">
      <span className="field-label">Ask the host of</span>
      <select
        className="input"
        value={chosen}
        onChange={(event) => {
          const connection = connections.find(({ id }) => id === event.target.value);
          if (connection !== undefined) onChoose(connection.id);
        }}
      >
        {connections.map((connection) => (
          <option key={connection.id} value={connection.id}>
            {connection.name} ({hostOf(connection)})
          </option>
        ))}
      </select>
    </label>
  );
}
