import type { ConnectionFacts } from '../../shared/domain/connection';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { useInventory, useStores } from '../stores';
import { lookFailureSentence } from './look';

interface NotesProps {
  readonly connections: readonly ConnectionFacts[];
  readonly onRegister: () => void;
}

/** What stands in the way of a full inventory, and the one next step. */
export function InventoryNotes({ connections, onRegister }: NotesProps) {
  const stores = useStores();
  const looks = useInventory((state) => state.looks);
  const failures = connections.flatMap(({ id, name }) => {
    const state = looks.get(id)?.state;
    return state?.phase === 'failed' ? [{ id, sentence: `${name}: ${lookFailureSentence(state.why)}` }] : [];
  });
  const missing = connections.filter(({ credential }) => credential === 'missing');
  const byHand = connections.filter(({ id }) => looks.get(id)?.coverage?.personal.kind === 'by-hand');
  if (failures.length + missing.length + byHand.length === 0) return null;
  return (
    <div className="inventory-notes">
      {failures.map(({ id, sentence }) => (
        <Alert key={id}>{sentence}</Alert>
      ))}
      {missing.map(({ id, name }) => (
        <Alert key={id} tone="warning">
          <span className="line">
            {name}: shown as last seen. Its token was not kept, or the keychain is locked.
            <Button
              onClick={() => {
                stores.app.setState({ isConnecting: true });
              }}
            >
              Type the token again
            </Button>
          </span>
        </Alert>
      ))}
      {byHand.map(({ id, name }) => (
        <p key={id} className="line quiet">
          {name}: this host does not list personal tokens, so Rekey keeps a register by hand.
          <Button look="plain" onClick={() => void bridge['links:open']({ name: 'personal-tokens' })}>
            Open them in CircleCI
          </Button>
          <Button look="plain" onClick={onRegister}>
            Add a personal token by hand
          </Button>
        </p>
      ))}
    </div>
  );
}
