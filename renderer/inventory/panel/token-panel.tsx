import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';

import { hasCloudPages } from '../../../shared/domain/connection';
import type { TokenRef } from '../../../shared/domain/token-ref';
import { bridge } from '../../bridge';
import { Button } from '../../design/button';
import { useApp, useInventory, useStores } from '../../stores';
import { plain, shortened } from '../../words/token-words';
import { DueBadge } from '../due-badge';
import type { ExceptionDeeds } from '../exception-deeds';
import { changeSelection } from '../inventory-deeds';
import type { PlanTokens } from '../selection-bar';
import { toggled } from '../selection';
import { ConsumerList } from './consumer-list';
import { TokenException } from './token-exception';
import { factsOf } from './token-facts';
import { TokenHistory, type Rotations } from './token-history';
import { useOwnerSource } from './use-owner-source';
import { verdictWords } from './verdict-words';

interface TokenPanelProps {
  readonly token: TokenRef;
  readonly onPlan: PlanTokens;
  readonly rotations: Rotations;
  readonly exceptions: ExceptionDeeds;
}

/** Everything about one token, beside the list, which keeps its place. */
export function TokenPanel({ token: ref, onPlan, rotations, exceptions }: TokenPanelProps) {
  const stores = useStores();
  const rows = useInventory((state) => state.rows);
  useInventory((state) => state.revision);
  const selected = useInventory((state) => state.selected);
  const connectionNames = useInventory((state) => state.connectionNames);
  const rules = useInventory((state) => state.rules);
  const now = useInventory((state) => state.now);
  const connections = useApp((state) => state.connections);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    heading.current?.focus();
  }, [ref]);
  const row = rows.rowOf(ref);
  const token = row === undefined ? undefined : rows.recordAt(row);
  const told = useOwnerSource(token);
  if (row === undefined || token === undefined) return null;
  const due = rows.dueAt(row);
  const label = plain(token.label);
  const connection = connections.find(({ id }) => id === token.connection);
  const hasPages = connection !== undefined && hasCloudPages(connection);
  const close = () => {
    stores.inventory.setState({ opened: undefined });
    document.querySelector<HTMLElement>('[role=grid][aria-label=Tokens]')?.focus();
  };
  const facts = factsOf(
    token,
    rows.columns.coverage.get(row),
    rows.seenBy(row).map((id) => connectionNames.get(id) ?? ''),
    now,
    told,
  );
  return (
    <aside
      className="token-panel"
      aria-label="Token"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <header className="token-panel-head">
        <h2 ref={heading} tabIndex={-1} className="token-panel-label selectable">
          <bdi>{label === '' ? '(no label)' : shortened(label, 200)}</bdi>
        </h2>
        <Button aria-label="Close the token" onClick={close}>
          <X size={16} aria-hidden />
        </Button>
      </header>
      <div className="token-panel-body stack">
        <p>
          <DueBadge due={due} now={now} />
        </p>
        <p className="selectable">{verdictWords(token, due, rules, now)}.</p>
        <div className="line">
          <Button
            look="primary"
            onClick={() => {
              onPlan([token]);
            }}
          >
            Plan its rotation
          </Button>
          <Button
            onClick={() => {
              changeSelection(stores, toggled(selected, ref));
            }}
          >
            {selected.has(ref) ? 'Take out of the selection' : 'Select'}
          </Button>
          <TokenException token={token} exceptions={exceptions} />
          {hasPages && (
            <Button look="plain" onClick={() => void bridge['links:open-token']({ ref })}>
              Open in CircleCI
            </Button>
          )}
        </div>
        <dl className="token-facts selectable">
          {facts.map(({ name, value, source, isCode }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd className={isCode === true ? 'mono' : undefined}>
                <bdi>{value}</bdi>
                {source !== undefined && <span className="quiet token-fact-source">{source}</span>}
              </dd>
            </div>
          ))}
        </dl>
        <ConsumerList token={token} />
        <TokenHistory token={token} rotations={rotations} />
      </div>
    </aside>
  );
}
