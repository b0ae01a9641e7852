import { useState, type ReactNode } from 'react';

import type { ConnectionFacts, CredentialPlace } from '../../shared/domain/connection';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { useApp, useStores } from '../stores';
import { TargetsPanel } from './targets-panel';

/** Connections, and the facts that everything else rests on; further panels are passed in. */
export function SettingsSection({ children }: { readonly children: ReactNode }) {
  const { app } = useStores();
  const connections = useApp((state) => state.connections);
  const { version, ownWork } = useApp((state) => state.facts);
  return (
    <>
      <header className="section-head">
        <h1>Settings</h1>
      </header>
      <div className="section-scroll">
        {ownWork === 'unreadable' && (
          <Alert>
            The file of what Rekey made and deleted itself, own-work.jsonl, cannot be read; it is left as it
            is. Until it can be read at a start, tokens that Rekey deleted may be called deleted outside
            Rekey.
          </Alert>
        )}
        <section className="panel" aria-label="Connections">
          <header className="panel-head">
            <h2>Connections</h2>
            <span className="foot-spring" />
            <Button
              onClick={() => {
                app.setState({ isConnecting: true });
              }}
            >
              Add a connection
            </Button>
          </header>
          <ul>
            {connections.map((connection) => (
              <ConnectionLine key={connection.id} connection={connection} />
            ))}
          </ul>
        </section>
        <TargetsPanel />
        {children}
        <p className="quiet" style={{ paddingTop: 20 }}>
          Rekey {version}
        </p>
      </div>
    </>
  );
}

const CREDENTIAL_WORDS: Readonly<Record<CredentialPlace, string>> = {
  keychain: 'token sealed by the keychain',
  session: 'token in memory, for this session',
  missing: 'token has to be typed again',
};

function ConnectionLine({ connection }: { readonly connection: ConnectionFacts }) {
  const [problem, setProblem] = useState<string>();
  const forget = async () => {
    const forgotten = await bridge['connections:forget']({ connection: connection.id });
    const isOpen = !forgotten.ok && forgotten.error.kind === 'busy';
    setProblem(isOpen ? 'A run of this connection is still open. Close it in Rotation first.' : undefined);
  };
  return (
    <li>
      <div className="tray-row connection-line">
        <span className="cut">
          <strong>{connection.name}</strong> {connection.isDemo && <span className="quiet">demo</span>}
        </span>
        <span className="cut">{connection.login}</span>
        <span className="cut quiet">
          <span className="mono">{connection.address}</span> · {CREDENTIAL_WORDS[connection.credential]}
        </span>
        <Button onClick={() => void forget()}>Forget …</Button>
      </div>
      {problem !== undefined && <Alert>{problem}</Alert>}
    </li>
  );
}
