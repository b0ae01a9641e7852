import { Search } from 'lucide-react';
import { useId } from 'react';

import { FACT_GROUPS, type FactGroup } from '../../shared/domain/fact-groups';
import type { LedgerQuery } from '../../shared/domain/ledger-state';

/** Narrows what is shown: by words, and by the kind of fact. */
export function LedgerTools({
  query,
  onChange,
}: {
  readonly query: LedgerQuery;
  readonly onChange: (query: LedgerQuery) => void;
}) {
  const id = useId();
  return (
    <div className="ledger-tools">
      <div className="ledger-search">
        <Search size={16} aria-hidden />
        <input
          type="search"
          className="input"
          aria-label="Filter entries"
          placeholder="Words of the entry, an account or a connection"
          spellCheck={false}
          maxLength={200}
          value={query.words}
          onChange={({ target }) => {
            onChange({ ...query, words: target.value });
          }}
        />
      </div>
      <label htmlFor={id}>Kind</label>
      <select
        id={id}
        className="input ledger-kind"
        value={query.group ?? ''}
        onChange={({ target }) => {
          const group = FACT_GROUPS.find((one) => one === target.value);
          onChange({ words: query.words, ...(group !== undefined && { group }) });
        }}
      >
        <option value="">All kinds</option>
        {FACT_GROUPS.map((group) => (
          <option key={group} value={group}>
            {GROUP_WORDS[group]}
          </option>
        ))}
      </select>
    </div>
  );
}

const GROUP_WORDS: Readonly<Record<FactGroup, string>> = {
  looks: 'Connections and looks',
  policy: 'Policy and exceptions',
  rotation: 'Rotation',
  values: 'New values',
  people: 'People and leavers',
  leaks: 'Found tokens',
  files: 'Exports and imports',
  ledger: 'The ledger itself',
};
