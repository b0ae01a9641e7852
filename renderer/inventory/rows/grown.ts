type Column = Uint8Array | Uint32Array | Float64Array;

/** The same column, or one twice as long with the same content, so that it has room for `length` rows. */
export function grown<Kind extends Column>(column: Kind, length: number): Kind {
  if (length <= column.length) return column;
  const Constructor = column.constructor as new (length: number) => Kind;
  const larger = new Constructor(Math.max(length, column.length * 2));
  larger.set(column);
  return larger;
}
