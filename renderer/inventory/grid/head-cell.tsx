import { ArrowDown, ArrowUp } from 'lucide-react';
import type { DragEvent, PointerEvent } from 'react';

import { COLUMNS, type Column } from '../../../shared/domain/saved-view';
import type { SortKey } from '../../../shared/domain/saved-view';

interface HeadCellProps {
  readonly column: Column;
  readonly name: string;
  readonly id: string;
  readonly width: number;
  readonly isActive: boolean;
  readonly sorted: SortKey | undefined;
  /** Which level of the order it is, from 1; 0 where there is but one. */
  readonly level: number;
  readonly onSort: (isAdding: boolean) => void;
  readonly onResize: (width: number) => void;
  readonly onMove: (column: Column, target: Column) => void;
}

/** What is dragged is told by a name of our own, so that nothing foreign is taken for a column. */
const DRAGGED = 'application/x-rekey-column';

export function HeadCell(props: HeadCellProps) {
  const { column, name, id, width, isActive, sorted, level, onSort, onResize, onMove } = props;
  const Arrow = sorted?.isDescending === true ? ArrowDown : ArrowUp;
  const direction = sorted?.isDescending === true ? ('descending' as const) : ('ascending' as const);
  return (
    <div
      id={id}
      role="columnheader"
      aria-sort={sorted === undefined ? 'none' : direction}
      className={isActive ? 'grid-cell grid-head-cell grid-cell-active' : 'grid-cell grid-head-cell'}
      onDragOver={(event) => {
        if (event.dataTransfer.types.includes(DRAGGED)) event.preventDefault();
      }}
      onDrop={(event) => {
        const dragged = draggedColumn(event);
        if (dragged === undefined) return;
        event.preventDefault();
        onMove(dragged, column);
      }}
    >
      <button
        type="button"
        tabIndex={-1}
        draggable
        title={`Sort by ${name.toLowerCase()}; with Shift, as a further level`}
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAGGED, column);
        }}
        onClick={(event) => {
          onSort(event.shiftKey);
        }}
      >
        {name}
        {sorted !== undefined && <Arrow size={12} aria-hidden />}
        {sorted !== undefined && level > 0 && <span className="grid-head-level">{level}</span>}
      </button>
      <span className="grid-resizer" aria-hidden onPointerDown={resizeFrom(width, onResize)} />
    </div>
  );
}

function draggedColumn(event: DragEvent): Column | undefined {
  const dragged = event.dataTransfer.getData(DRAGGED);
  return COLUMNS.find((column) => column === dragged);
}

/** Follows the pointer from where it was pressed until it is let go. */
function resizeFrom(width: number, onResize: (width: number) => void) {
  return (event: PointerEvent<HTMLElement>) => {
    const edge = event.currentTarget;
    const start = event.clientX;
    // What a column has been given beyond its own width counts too, or its edge would jump.
    const from = edge.parentElement?.getBoundingClientRect().width ?? width;
    edge.setPointerCapture(event.pointerId);
    const follow = ({ clientX }: globalThis.PointerEvent) => {
      onResize(from + clientX - start);
    };
    edge.addEventListener('pointermove', follow);
    edge.addEventListener(
      'lostpointercapture',
      () => {
        edge.removeEventListener('pointermove', follow);
      },
      { once: true },
    );
    event.preventDefault();
  };
}
