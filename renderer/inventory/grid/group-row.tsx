import { ChevronDown, ChevronRight } from 'lucide-react';

import { countWord } from '../../words/count-words';
import type { Group } from '../rows/grouping';
import { cellId } from './grid-row';

interface GroupRowProps {
  readonly group: Group;
  readonly name: string;
  readonly isFolded: boolean;
  readonly index: number;
  readonly top: number;
  readonly columns: number;
  readonly isActive: boolean;
  /** How many of its rows are selected: none, some or all. */
  readonly selected: number;
}

/** The head of a group: what its tokens have in common, how many they are, and a box that selects them all. */
export function GroupRow({ group, name, isFolded, index, top, columns, isActive, selected }: GroupRowProps) {
  const count = group.rows.length;
  const Arrow = isFolded ? ChevronRight : ChevronDown;
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className={isActive ? 'grid-group grid-body-row grid-row-active' : 'grid-group grid-body-row'}
      style={{ transform: `translateY(${String(top)}px)` }}
      data-index={index}
    >
      <div role="gridcell" id={cellId(index, 0)} className="grid-cell-check" data-select>
        <input
          type="checkbox"
          className="checkbox"
          tabIndex={-1}
          aria-label={`Select all of ${name}`}
          checked={selected === count}
          ref={(box) => {
            if (box !== null) box.indeterminate = selected > 0 && selected < count;
          }}
          readOnly
        />
      </div>
      <div role="gridcell" aria-colspan={columns} className="grid-group-name">
        <button type="button" tabIndex={-1} aria-expanded={!isFolded} data-fold>
          <Arrow size={16} aria-hidden />
          <bdi>{name}</bdi>
          <span className="quiet">{countWord(count)}</span>
        </button>
      </div>
    </div>
  );
}
