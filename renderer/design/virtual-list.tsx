import { defaultRangeExtractor, useVirtualizer, type Range } from '@tanstack/react-virtual';
import { useRef, useState, type ReactNode } from 'react';

interface VirtualListProps<Item> {
  readonly label: string;
  /** Gives the list its height: it scrolls by itself. */
  readonly className: string;
  readonly items: readonly Item[];
  readonly keyOf: (item: Item) => string;
  /** Of a usual row, in pixels; what is drawn is measured. */
  readonly usualHeight: number;
  /** True where no row has anything that takes the focus: the list itself does then, so that keys can scroll it. */
  readonly isReadOnly?: boolean;
  readonly children: (item: Item) => ReactNode;
}

/** Lists up to this length are drawn whole, so that looking for a word in the page finds every row. */
const WHOLE_UP_TO = 100;
const BEYOND_THE_EDGE = 8;

/**
 * A list that draws the rows in sight, however many there are, each as high as it is. The row that last had the focus
 * stays drawn wherever it is: what is being typed in it, or asked in a dialog of it, is not lost.
 */
export function VirtualList<Item>(props: VirtualListProps<Item>) {
  const { label, className, items, keyOf, usualHeight, isReadOnly = false, children } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<string>();
  const heldAt = held === undefined ? -1 : items.findIndex((item) => keyOf(item) === held);
  const virtual = useVirtualizer({
    count: items.length,
    getScrollElement: () => scroll.current,
    getItemKey: (index) => keyAt(items, keyOf, index),
    estimateSize: () => usualHeight,
    overscan: BEYOND_THE_EDGE,
    rangeExtractor: (range) => drawn(range, items.length, heldAt),
  });
  return (
    <div
      ref={scroll}
      className={`virtual-scroll ${className}`}
      {...(isReadOnly && { role: 'group', 'aria-label': label, tabIndex: 0 })}
    >
      <ul aria-label={label} className="virtual-list" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, key, start }) => {
          const item = items[index];
          return (
            item !== undefined && (
              <li
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                aria-setsize={items.length}
                aria-posinset={index + 1}
                className="virtual-row"
                style={{ top: start }}
                onFocusCapture={() => {
                  setHeld(keyOf(item));
                }}
              >
                {children(item)}
              </li>
            )
          );
        })}
      </ul>
    </div>
  );
}

function keyAt<Item>(items: readonly Item[], keyOf: (item: Item) => string, index: number): string | number {
  const item = items[index];
  return item === undefined ? index : keyOf(item);
}

function drawn(range: Range, count: number, held: number): number[] {
  if (count <= WHOLE_UP_TO) return Array.from({ length: count }, (_, index) => index);
  const inSight = defaultRangeExtractor(range);
  if (held === -1 || inSight.includes(held)) return inSight;
  return [...inSight, held].toSorted((a, b) => a - b);
}
