import { useMemo, useState } from 'react';

import { headWord, type LedgerQuery } from '../../shared/domain/ledger-state';
import { Button } from '../design/button';
import { EmptyState } from '../design/empty-state';
import { useRested } from '../design/use-rested';
import { VirtualList } from '../design/virtual-list';
import { useApp } from '../stores';
import { counted } from '../words/count-words';
import { LedgerLine } from './ledger-line';
import { LedgerNotes } from './ledger-notes';
import { LedgerTools } from './ledger-tools';
import { useLedger, type LedgerView } from './use-ledger';
import { useLedgerDeeds } from './use-ledger-deeds';

const EVERYTHING: LedgerQuery = { words: '' };

/** Everything that was done, the newest first, and whether it is all still there. */
export function LedgerPanel() {
  const [query, setQuery] = useState(EVERYTHING);
  const view = useLedger(useRested(query));
  const { verify, exportCopy, startNew, ...outcome } = useLedgerDeeds(view.refresh);
  const { shown } = view;
  const isFiltered = query.words.trim() !== '' || query.group !== undefined;
  if (shown === undefined) return null;
  const { state, total } = shown;
  const isEmpty = state.head.entries === 0 && state.trouble === undefined;
  return (
    <section className="panel" aria-label="Ledger">
      <header className="panel-head">
        <h2>Ledger</h2>
        <span className="quiet">{counted(state.head.entries, 'entry', 'entries')}</span>
        {!isEmpty && (
          <span className="mono quiet cut selectable ledger-end" title={headWord(state.head)}>
            head {headWord(state.head)}
          </span>
        )}
        <span className="foot-spring" />
        <Button isBusy={outcome.verifying !== undefined} onClick={verify}>
          Verify
        </Button>
        <Button disabled={isEmpty || state.trouble !== undefined} onClick={exportCopy}>
          Export ledger …
        </Button>
      </header>
      <LedgerNotes state={state} {...outcome} onStartNew={startNew} />
      {isEmpty ? (
        <EmptyState title="Nothing has been done yet">
          <p className="quiet">
            Looks, plans, each step of a rotation and every decision are written here as they happen, in a
            chain that nobody can alter unnoticed.
          </p>
        </EmptyState>
      ) : (
        <>
          <LedgerTools query={query} onChange={setQuery} />
          <p role="status" className={isFiltered ? 'quiet ledger-found' : 'visually-hidden'}>
            {isFiltered ? `${counted(total, 'entry', 'entries')} shown` : ''}
          </p>
          {total > 0 && <Entries view={view} total={total} />}
          {total === 0 && isFiltered && (
            <EmptyState title="No entry is like that">
              <Button
                onClick={() => {
                  setQuery(EVERYTHING);
                }}
              >
                Show all entries
              </Button>
            </EmptyState>
          )}
        </>
      )}
    </section>
  );
}

function Entries({ view, total }: { readonly view: LedgerView; readonly total: number }) {
  const connections = useApp((state) => state.connections);
  const names = useMemo(() => new Map(connections.map(({ id, name }) => [id, name])), [connections]);
  const indices = useMemo(() => Array.from({ length: total }, (_, index) => index), [total]);
  return (
    <VirtualList
      label="Entries, the newest first"
      className="ledger-entries"
      items={indices}
      keyOf={String}
      usualHeight={36}
      isReadOnly
    >
      {(index) => {
        const entry = view.entryAt(index);
        return (
          <LedgerLine
            entry={entry}
            connection={entry?.connection && names.get(entry.connection)}
            onMissing={() => {
              view.need(index);
            }}
          />
        );
      }}
    </VirtualList>
  );
}
