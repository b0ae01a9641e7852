import { Search } from 'lucide-react';

import type { TokenKind, TokenScope } from '../../shared/domain/token';
import { useApp, useInventory, useStores } from '../stores';
import { DUE_KINDS, DUE_NAMES } from './due-words';
import { selectInScope } from './inventory-store';
import { countWord } from '../words/count-words';
import { countBy, type TokenFilter } from './token-filter';
import { kindWord, scopeWord } from '../words/token-words';

const KINDS: readonly TokenKind[] = ['project', 'personal'];
const SCOPES: readonly TokenScope[] = ['all', 'view-builds', 'status'];

/** Text and facets: what is chosen in one facet is joined by “or”, the facets by “and”. */
export function InventoryTools() {
  const { inventory } = useStores();
  const filter = useInventory((state) => state.filter);
  const tokens = useInventory(selectInScope);
  const change = (part: Partial<TokenFilter>) => {
    inventory.setState({ filter: { ...filter, ...part } });
  };
  return (
    <div className="inventory-tools">
      <ConnectionChoice filter={filter} onChange={change} />
      <div className="inventory-search">
        <Search size={16} aria-hidden />
        <input
          type="search"
          className="input"
          aria-label="Filter tokens"
          placeholder="Filter by label, project or owner"
          value={filter.text}
          onChange={(event) => {
            change({ text: event.target.value });
          }}
        />
      </div>
      <Facet
        name="Kind"
        values={KINDS}
        chosen={filter.kinds}
        counts={countBy(tokens, ({ token }) => token.kind)}
        wordOf={kindWord}
        onChange={(kinds) => {
          change({ kinds });
        }}
      />
      <Facet
        name="Scope"
        values={SCOPES}
        chosen={filter.scopes}
        counts={countBy(tokens, ({ token }) => token.scope)}
        wordOf={(scope) => scopeWord({ scope })}
        onChange={(scopes) => {
          change({ scopes });
        }}
      />
      <Facet
        name="Due"
        values={DUE_KINDS.filter((kind) => kind !== 'no-limit')}
        chosen={filter.dues}
        counts={countBy(tokens, ({ due }) => due.kind)}
        wordOf={(kind) => DUE_NAMES[kind]}
        onChange={(dues) => {
          change({ dues });
        }}
      />
    </div>
  );
}

interface FacetProps<Value extends string> {
  readonly name: string;
  readonly values: readonly Value[];
  readonly chosen: ReadonlySet<Value>;
  readonly counts: ReadonlyMap<Value, number>;
  readonly wordOf: (value: Value) => string;
  readonly onChange: (chosen: ReadonlySet<Value>) => void;
}

function Facet<Value extends string>({ name, values, chosen, counts, wordOf, onChange }: FacetProps<Value>) {
  const toggle = (value: Value) => {
    const next = new Set(chosen);
    if (!next.delete(value)) next.add(value);
    onChange(next);
  };
  return (
    <div className="filter-group" role="group" aria-label={name}>
      {values.map((value) => (
        <button
          key={value}
          type="button"
          className="chip"
          aria-pressed={chosen.has(value)}
          onClick={() => {
            toggle(value);
          }}
        >
          {wordOf(value)}
          <span className="chip-count">{countWord(counts.get(value) ?? 0)}</span>
        </button>
      ))}
    </div>
  );
}

interface ConnectionChoiceProps {
  readonly filter: TokenFilter;
  readonly onChange: (part: Partial<TokenFilter>) => void;
}

function ConnectionChoice({ filter, onChange }: ConnectionChoiceProps) {
  const connections = useApp((state) => state.connections);
  if (connections.length < 2) return null;
  return (
    <select
      className="input"
      style={{ width: 180 }}
      aria-label="Connection"
      value={filter.connection}
      onChange={(event) => {
        const chosen = connections.find(({ id }) => id === event.target.value);
        onChange({ connection: chosen?.id ?? 'all' });
      }}
    >
      <option value="all">All connections</option>
      {connections.map(({ id, name, login }) => (
        <option key={id} value={id}>
          {name} ({login})
        </option>
      ))}
    </select>
  );
}
