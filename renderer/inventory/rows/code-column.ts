import { grown } from './grown';

/** A column with few possible values: one byte a row. `values` are in the order by which the column sorts. */
export interface CodeColumn<Value extends string> {
  readonly values: readonly Value[];
  readonly get: (row: number) => Value;
  readonly set: (row: number, value: Value) => void;
  /** By row: the index of its value. Valid until the next `set`. */
  readonly codes: () => Uint8Array;
}

export function openCodeColumn<Value extends string>(
  values: readonly [Value, ...Value[]],
): CodeColumn<Value> {
  const codeOf = new Map(values.map((value, code) => [value, code]));
  let codes = new Uint8Array(64);
  return {
    values,
    get: (row) => values[codes[row] ?? 0] ?? values[0],
    set: (row, value) => {
      codes = grown(codes, row + 1);
      codes[row] = codeOf.get(value) ?? 0;
    },
    codes: () => codes,
  };
}
