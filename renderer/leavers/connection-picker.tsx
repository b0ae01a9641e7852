import type { ConnectionFacts } from '../../shared/domain/connection';
import { plain, shortened } from '../words/token-words';

interface ConnectionPickerProps {
  readonly connections: readonly ConnectionFacts[];
  readonly chosen: ConnectionFacts['id'];
  readonly onChoose: (connection: ConnectionFacts['id']) => void;
}

/** Whose people are looked at, where there are several connections. */
export function ConnectionPicker({ connections, chosen, onChoose }: ConnectionPickerProps) {
  if (connections.length < 2) return null;
  return (
    <select
      className="input connection-choice"
      aria-label="Connection"
      value={chosen}
      onChange={(event) => {
        const connection = connections.find(({ id }) => id === event.target.value);
        if (connection !== undefined) onChoose(connection.id);
      }}
    >
      {connections.map(({ id, name, login }) => (
        <option key={id} value={id}>
          {shortened(plain(name), 60)} ({shortened(plain(login), 40)})
        </option>
      ))}
    </select>
  );
}
