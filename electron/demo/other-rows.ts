import type { Trouble } from './fault';

/** The fields that hold the rows of a listing: v2 and private, v3, and insights. */
const FIELDS = ['items', 'data', 'all_projects'] as const;

/** The body of a listing as trouble leaves it: with fewer rows, or one more. What is no listing stays as it is. */
export function otherRows(body: unknown, trouble: Trouble | undefined): unknown {
  if (trouble?.kind !== 'shrunk' && trouble?.kind !== 'odd-row') return body;
  const change = (rows: readonly unknown[]) =>
    trouble.kind === 'shrunk' ? rows.slice(0, trouble.keeps) : [...rows, trouble.row];
  if (Array.isArray(body)) return change(body);
  if (typeof body !== 'object' || body === null) return body;
  const changed = FIELDS.flatMap((field) => {
    const rows: unknown = Reflect.get(body, field);
    return Array.isArray(rows) ? [[field, change(rows)] as const] : [];
  });
  return { ...body, ...Object.fromEntries(changed) };
}
