/** Where the one tab stop of the grid stands: a row, or a column's head (`row` is then -1). */
export interface Cursor {
  readonly row: number;
  readonly column: number;
}

export interface GridSize {
  readonly rows: number;
  readonly columns: number;
  /** Rows in view. */
  readonly page: number;
}

export interface Key {
  readonly key: string;
  readonly isControl: boolean;
}

/** Where a key leads. The same cursor where it leads nowhere. */
export function moveCursor(
  cursor: Cursor,
  { key, isControl }: Key,
  { rows, columns, page }: GridSize,
): Cursor {
  const toRow = (row: number): Cursor => ({ ...cursor, row: Math.min(Math.max(row, 0), rows - 1) });
  const toColumn = (column: number): Cursor => ({
    ...cursor,
    column: Math.min(Math.max(column, 0), columns - 1),
  });
  const isInHead = cursor.row < 0;
  switch (key) {
    case 'ArrowDown':
      return rows === 0 ? cursor : toRow(cursor.row + 1);
    case 'ArrowUp':
      return cursor.row <= 0 ? { ...cursor, row: -1 } : toRow(cursor.row - 1);
    case 'ArrowLeft':
      return isInHead ? toColumn(cursor.column - 1) : cursor;
    case 'ArrowRight':
      return isInHead ? toColumn(cursor.column + 1) : cursor;
    case 'PageDown':
      return rows === 0 ? cursor : toRow(cursor.row + page);
    case 'PageUp':
      return rows === 0 ? cursor : toRow(cursor.row - page);
    case 'Home':
      if (isInHead && !isControl) return toColumn(0);
      return rows === 0 ? cursor : toRow(0);
    case 'End':
      if (isInHead && !isControl) return toColumn(columns - 1);
      return rows === 0 ? cursor : toRow(rows - 1);
    default:
      return cursor;
  }
}
