import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState, type KeyboardEvent } from 'react';

import type { CoverageLine } from './coverage-line';
import { CoverageRow, lineId } from './coverage-row';
import { moveInList, withRange, withToggled } from './list-keys';

const ROW_HEIGHT = 36;

interface CoverageListProps {
  readonly lines: readonly CoverageLine[];
  readonly showsConnection: boolean;
  readonly selected: ReadonlySet<string>;
  readonly onSelect: (selected: ReadonlySet<string>) => void;
}

/** All projects with one tab stop: arrows move, Space selects, Shift extends, Ctrl+A takes all that are shown. */
export function CoverageList({ lines, showsConnection, selected, onSelect }: CoverageListProps) {
  const scroll = useRef<HTMLDivElement>(null);
  const anchor = useRef(0);
  const [cursor, setCursor] = useState(0);
  const at = Math.min(cursor, lines.length - 1);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_HEIGHT,
    getItemKey: (index) => lines[index]?.key ?? index,
    overscan: 8,
  });
  const keys = () => lines.map(({ key }) => key);

  const press = (index: number, isExtending: boolean) => {
    const line = lines[index];
    if (line === undefined) return;
    setCursor(index);
    if (isExtending) {
      onSelect(withRange(selected, keys(), anchor.current, index));
      return;
    }
    anchor.current = index;
    onSelect(withToggled(selected, line.key));
  };

  const onKeyDown = (event: KeyboardEvent) => {
    const isControl = event.ctrlKey || event.metaKey;
    if (isControl && event.key.toLowerCase() === 'a') {
      event.preventDefault();
      onSelect(withRange(selected, keys(), 0, lines.length - 1));
      return;
    }
    if (event.key === ' ' || event.key === 'Enter') {
      event.preventDefault();
      press(at, event.shiftKey);
      return;
    }
    const page = Math.max(1, Math.floor((scroll.current?.clientHeight ?? ROW_HEIGHT) / ROW_HEIGHT) - 1);
    const next = moveInList(at, event.key, { rows: lines.length, page });
    if (next === at) return;
    event.preventDefault();
    setCursor(next);
    virtual.scrollToIndex(next);
    if (event.shiftKey) onSelect(withRange(selected, keys(), anchor.current, next));
    else anchor.current = next;
  };

  const active = lines[at];
  return (
    <div
      role="grid"
      aria-label="Projects"
      aria-multiselectable
      aria-rowcount={lines.length + 1}
      aria-activedescendant={active && lineId(active.key)}
      tabIndex={0}
      className="coverage-list"
      onKeyDown={onKeyDown}
    >
      <CoverageHead />
      <div ref={scroll} className="coverage-scroll" role="presentation">
        <div role="presentation" style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const line = lines[index];
            return (
              line !== undefined && (
                <CoverageRow
                  key={key}
                  line={line}
                  index={index}
                  top={start}
                  showsConnection={showsConnection}
                  isActive={index === at}
                  isSelected={selected.has(line.key)}
                  measure={virtual.measureElement}
                  onPress={press}
                />
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

function CoverageHead() {
  return (
    <div role="rowgroup" className="coverage-head">
      <div role="row" aria-rowindex={1} className="coverage-columns">
        <div role="columnheader">
          <span className="visually-hidden">Selected</span>
        </div>
        {['Project', 'Outcome', 'Tokens, or why not', 'Reported by'].map((name) => (
          <div key={name} role="columnheader">
            {name}
          </div>
        ))}
      </div>
    </div>
  );
}
