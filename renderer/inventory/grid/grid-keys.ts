/** Where the one tab stop of the grid stands: a cell of an item, or a column's head (`row` is then -1). */
export interface Cursor {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  /** The box for selecting is the first. */
  readonly columns: number;
  /** Rows in view. */
  readonly page: number;
}

export interface Key {
  readonly key: string;
  readonly isControl: boolean;
}

/** Where a key leads, as the ARIA pattern for grids has it. The same cursor where it leads nowhere. */
export function moveCursor(cursor: Cursor, { key, isControl }: Key, size: GridSize): Cursor {
  const { rows, columns, page } = size;
  const to = (row: number, column: number): Cursor => {
    const next = {
      row: Math.min(Math.max(row, -1), rows - 1),
      column: Math.min(Math.max(column, 0), columns - 1),
    };
    return next.row === cursor.row && next.column === cursor.column ? cursor : next;
  };
  const firstRow = Math.min(cursor.row, 0);
  switch (key) {
    case 'ArrowDown':
      return to(isControl ? rows - 1 : cursor.row + 1, cursor.column);
    case 'ArrowUp':
      return to(isControl ? firstRow : cursor.row - 1, cursor.column);
    case 'ArrowLeft':
      return to(cursor.row, isControl ? 0 : cursor.column - 1);
    case 'ArrowRight':
      return to(cursor.row, isControl ? columns - 1 : cursor.column + 1);
    case 'PageDown':
      return to(cursor.row + page, cursor.column);
    case 'PageUp':
      return to(Math.max(cursor.row - page, firstRow), cursor.column);
    case 'Home':
      return to(isControl ? firstRow : cursor.row, 0);
    case 'End':
      return to(isControl ? rows - 1 : cursor.row, columns - 1);
    default:
      return cursor;
  }
}
