import { useState } from 'react';

import type { ConnectionFacts } from '../../shared/domain/connection';
import { totalCoverage } from '../../shared/domain/coverage';
import { Alert } from '../design/alert';
import { Button } from '../design/button';
import { EmptyState } from '../design/empty-state';
import { useApp, useInventory, useStores } from '../stores';
import { CoverageDialog } from './coverage-dialog';
import { timeUtc } from '../words/date-words';
import { lookOf, selectDueCount, selectInScope, selectShown } from './inventory-store';
import { InventoryTools } from './inventory-tools';
import { lookAnew, lookFailureSentence, stopLooking } from './look';
import { NO_FILTER } from './token-filter';
import { RegisterDialog } from './register-dialog';
import { SelectionBar, type PlanTokens } from './selection-bar';
import { statusLine } from './status-line';
import { TokenGrid } from './token-grid';

/** What there is, how old it is, and how much of it could be read. */
export function InventorySection({ onPlan }: { readonly onPlan: PlanTokens }) {
  const [dialog, setDialog] = useState<'none' | 'coverage' | 'register'>('none');
  const connections = useConnectionsInScope();
  const hasTokens = useInventory((state) => selectInScope(state).length > 0);
  const hasShown = useInventory((state) => selectShown(state).length > 0);
  const isLooking = useInventory((state) =>
    connections.some(({ id }) => lookOf(state, id).state.phase === 'looking'),
  );
  const { inventory } = useStores();

  return (
    <>
      <InventoryHead
        connections={connections}
        onCoverage={() => {
          setDialog('coverage');
        }}
      />
      <InventoryTools />
      <InventoryNotes
        connections={connections}
        onRegister={() => {
          setDialog('register');
        }}
      />
      {hasTokens && hasShown && <TokenGrid />}
      {hasTokens && !hasShown && (
        <EmptyState title="No token matches">
          <p className="quiet">Some filter leaves nothing over.</p>
          <Button
            onClick={() => {
              inventory.setState(({ filter }) => ({
                filter: { ...NO_FILTER, connection: filter.connection },
              }));
            }}
          >
            Clear filters
          </Button>
        </EmptyState>
      )}
      {!hasTokens && (
        <EmptyState title={isLooking ? 'Looking …' : 'No tokens yet'}>
          <p className="quiet">
            {isLooking
              ? 'Tokens appear here as their projects are read.'
              : 'Refresh to read the personal and project tokens that this account can see.'}
          </p>
        </EmptyState>
      )}
      <SelectionBar onPlan={onPlan} />
      {dialog === 'coverage' && (
        <CoverageDialog
          connections={connections}
          onClose={() => {
            setDialog('none');
          }}
        />
      )}
      {dialog === 'register' && (
        <RegisterDialog
          connections={connections}
          onClose={() => {
            setDialog('none');
          }}
        />
      )}
    </>
  );
}

function useConnectionsInScope(): readonly ConnectionFacts[] {
  const connections = useApp((state) => state.connections);
  const scope = useInventory((state) => state.filter.connection);
  return scope === 'all' ? connections : connections.filter(({ id }) => id === scope);
}

interface HeadProps {
  readonly connections: readonly ConnectionFacts[];
  readonly onCoverage: () => void;
}

function InventoryHead({ connections, onCoverage }: HeadProps) {
  const stores = useStores();
  const looks = useInventory((state) => state.looks);
  const count = useInventory((state) => selectInScope(state).length);
  const due = useInventory(selectDueCount);
  const own = connections.flatMap(({ id }) => {
    const look = looks.get(id);
    return look === undefined ? [] : [look];
  });
  const totals = totalCoverage(own.flatMap(({ coverage }) => coverage ?? []));
  const hasLooked = own.some(({ coverage }) => coverage !== undefined);
  const takenAt = own.flatMap((look) => look.takenAt ?? []);
  const looking = own.flatMap(({ state }) => (state.phase === 'looking' ? [state] : []));
  const done = looking.reduce((sum, state) => sum + state.done, 0);
  const of = looking.reduce((sum, state) => sum + state.of, 0);

  return (
    <header className="section-head">
      <h1>Inventory</h1>
      <div className="line">
        <span role="status" className="status">
          {hasLooked ? statusLine(count, due, totals) : ''}
        </span>
        {hasLooked && (
          <Button look="plain" onClick={onCoverage}>
            Coverage
          </Button>
        )}
      </div>
      <span className="foot-spring" />
      {looking.length > 0 ? (
        <div className="progress">
          <progress max={Math.max(of, 1)} value={done} aria-label="Projects read" />
          {of === 0 ? 'Finding projects …' : `${String(done)} of ${String(of)} projects`}
          <Button
            onClick={() => {
              for (const { id } of connections) void stopLooking(id);
            }}
          >
            Stop
          </Button>
        </div>
      ) : (
        <div className="progress">
          {takenAt.length > 0 && <span>Last look {timeUtc(Math.min(...takenAt))}</span>}
          <Button
            onClick={() => {
              for (const { id } of connections) void lookAnew(stores, id);
            }}
          >
            Refresh
          </Button>
        </div>
      )}
    </header>
  );
}

interface NotesProps {
  readonly connections: readonly ConnectionFacts[];
  readonly onRegister: () => void;
}

function InventoryNotes({ connections, onRegister }: NotesProps) {
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
          <Button look="plain" onClick={onRegister}>
            Add a personal token by hand
          </Button>
        </p>
      ))}
    </div>
  );
}
