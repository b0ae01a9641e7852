import { bareName } from './find-columns';

/** A cell that may hold JSON: an object, a plain text, or something that was meant as JSON and is none. */
export type Cell =
  | { readonly kind: 'object'; readonly fields: Readonly<Record<string, unknown>> }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'broken' };

export function readCell(text: string): Cell {
  if (!/^[[{"]/.test(text)) return { kind: 'text', text };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === 'string') return { kind: 'text', text: value };
    return isObject(value) ? { kind: 'object', fields: value } : { kind: 'broken' };
  } catch {
    return { kind: 'broken' };
  }
}

/** The first of some fields that holds a text, in the object itself or one level in it. */
export function textIn(cell: Cell, names: readonly string[]): string | undefined {
  if (cell.kind !== 'object') return undefined;
  for (const name of names.map(bareName)) {
    for (const fields of [cell.fields, ...Object.values(cell.fields).filter(isObject)]) {
      const found = Object.entries(fields).find(([key]) => bareName(key) === name)?.[1];
      if (typeof found === 'string' && found.trim() !== '') return found;
    }
  }
  return undefined;
}

/** The same, of the object itself only. */
export const ownText = (cell: Cell, names: readonly string[]): string | undefined =>
  cell.kind === 'object' ? textIn({ kind: 'object', fields: withoutObjects(cell.fields) }, names) : undefined;

const withoutObjects = (fields: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => !isObject(value)));

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
