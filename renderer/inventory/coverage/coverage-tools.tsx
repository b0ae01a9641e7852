import { Search } from 'lucide-react';

import { countWord } from '../../words/count-words';
import type { CoverageFilter } from './coverage-line';
import { OUTCOME_NAMES, OUTCOMES, type OutcomeKind } from './outcome-words';

interface CoverageToolsProps {
  readonly filter: CoverageFilter;
  readonly counts: ReadonlyMap<OutcomeKind, number>;
  readonly onChange: (filter: CoverageFilter) => void;
}

/** The text to look for, and the outcomes to choose from with how many there are of each. */
export function CoverageTools({ filter, counts, onChange }: CoverageToolsProps) {
  const all = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const choices = [
    { outcome: 'all' as const, name: 'All', count: all },
    ...OUTCOMES.map((outcome) => ({
      outcome,
      name: OUTCOME_NAMES[outcome],
      count: counts.get(outcome) ?? 0,
    })),
  ];
  return (
    <div className="coverage-tools">
      <div className="coverage-search">
        <Search size={16} aria-hidden />
        <input
          type="search"
          className="input"
          aria-label="Filter projects"
          placeholder="Filter by project"
          value={filter.text}
          onChange={(event) => {
            onChange({ ...filter, text: event.target.value });
          }}
        />
      </div>
      <div className="line" role="group" aria-label="Outcome">
        {choices.map(({ outcome, name, count }) => (
          <button
            key={outcome}
            type="button"
            className="chip"
            aria-pressed={filter.outcome === outcome}
            onClick={() => {
              onChange({ ...filter, outcome });
            }}
          >
            {name}
            <span className="chip-count">{countWord(count)}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
