import { KeyRound } from 'lucide-react';
import { useRef, useState } from 'react';

import type { ConnectFailure, ConnectionFacts } from '../../shared/domain/connection';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Refusal } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { bridge } from '../bridge';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { Field } from '../design/field';
import { keepPlace } from '../design/keep-place';
import { useApp, useStores } from '../stores';
import { connectFailureSentence } from './connect-words';

type Answer = Promise<Result<ConnectionFacts, ConnectFailure | Refusal>>;

/** Where a person connects. The token is read from its field once, when it is sent, and the field is emptied at once. */
export function ConnectScreen({ onConnected }: { readonly onConnected: (id: ConnectionId) => void }) {
  const stores = useStores();
  const keychain = useApp((state) => state.keychain);
  const hasConnections = useApp((state) => state.connections.length > 0);
  const missing = useApp((state) => state.connections.find(({ credential }) => credential === 'missing'));
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const [isForSession, setForSession] = useState(keychain !== 'ready');
  const address = useRef<HTMLInputElement>(null);
  const token = useRef<HTMLInputElement>(null);
  const name = useRef<HTMLInputElement>(null);

  const cancel = () => {
    stores.app.setState({ isConnecting: false });
    keepPlace();
  };
  const connect = async (ask: () => Answer) => {
    setBusy(true);
    setProblem(undefined);
    const connected = await ask();
    setBusy(false);
    if (connected.ok) {
      stores.app.setState({ isConnecting: false, section: 'Inventory' });
      onConnected(connected.value.id);
      return;
    }
    if (connected.error.kind === 'refused') return;
    if (connected.error.kind === 'no-keychain') setForSession(true);
    setProblem(connectFailureSentence(connected.error));
  };

  const submit = () => {
    const typed = token.current?.value ?? '';
    if (token.current !== null) token.current.value = '';
    const keep = isForSession ? ('session' as const) : ('keychain' as const);
    const request = {
      address: address.current?.value ?? '',
      token: typed,
      name: name.current?.value ?? '',
      keep,
    };
    void connect(() => bridge['connections:connect'](request));
  };

  return (
    <main
      className="connect"
      onKeyDown={(event) => {
        if (event.key === 'Escape' && hasConnections && !isBusy) cancel();
      }}
    >
      <div className="connect-card">
        <div className="stack">
          <KeyRound size={24} aria-hidden color="var(--accent-text)" />
          <h1>Connect to CircleCI</h1>
          <p className="quiet">
            Rekey lists the API tokens that your account can see, shows which are due, and rotates them: the
            new one is made and proved before the old one goes.
          </p>
        </div>
        {problem !== undefined && <Alert>{problem}</Alert>}
        <form
          className="connect-form"
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
        >
          <Field
            label="Server address"
            inputRef={address}
            defaultValue={missing?.address ?? 'https://circleci.com'}
          />
          <Field
            label="Personal API token"
            type="password"
            inputRef={token}
            autoFocus={hasConnections}
            hint="Make one in CircleCI under User settings, Personal API tokens. A project token cannot list tokens."
          />
          <Field
            label="Name this connection"
            inputRef={name}
            defaultValue={missing?.name ?? ''}
            placeholder="the organisation’s name"
          />
          <KeepChoice keychain={keychain} isForSession={isForSession} onChange={setForSession} />
          <div className="line">
            <Button type="submit" look="primary" isLarge isBusy={isBusy}>
              {isBusy ? 'Connecting …' : 'Connect'}
            </Button>
            {hasConnections && (
              <Button isLarge onClick={cancel}>
                Cancel
              </Button>
            )}
          </div>
        </form>
        <div className="connect-or">or</div>
        <Button
          isLarge
          isBusy={isBusy}
          onClick={() => void connect(() => bridge['connections:start-demo'](null))}
        >
          Try the demo organisation
        </Button>
        <p className="quiet">
          The demo runs on this computer, needs no account, and keeps its secrets in memory only.
        </p>
      </div>
    </main>
  );
}

interface KeepChoiceProps {
  readonly keychain: 'ready' | 'none' | 'weak';
  readonly isForSession: boolean;
  readonly onChange: (isForSession: boolean) => void;
}

function KeepChoice({ keychain, isForSession, onChange }: KeepChoiceProps) {
  return (
    <div className="stack">
      {keychain !== 'ready' && (
        <Alert tone="warning">
          {keychain === 'weak'
            ? 'This computer has no real keychain, only an obfuscation that anybody can undo. Rekey does not store a token with it.'
            : 'This computer’s keychain is missing or locked, so Rekey cannot store the token safely.'}
        </Alert>
      )}
      <label className="line">
        <input
          type="checkbox"
          className="checkbox"
          checked={isForSession}
          disabled={keychain !== 'ready'}
          onChange={(event) => {
            onChange(event.target.checked);
          }}
        />
        Keep for this session only
      </label>
    </div>
  );
}
