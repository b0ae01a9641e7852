import { err, ok, type Result } from '../../shared/result';

/** The columns of a table, with the names that each may have; a table without a needed one is not of this kind. */
export type Columns<Name extends string> = Readonly<
  Record<Name, { readonly names: readonly string[]; readonly isNeeded?: true }>
>;

/** Where each column stands; or the needed ones that the first line does not name. Case and separators make no difference. */
export function findColumns<Name extends string>(
  columns: Columns<Name>,
  head: readonly string[],
): Result<ReadonlyMap<Name, number>, readonly string[]> {
  const found = new Map<Name, number>();
  const missing: string[] = [];
  const bare = head.map(bareName);
  for (const [name, { names, isNeeded }] of Object.entries(columns) as [Name, Columns<Name>[Name]][]) {
    const at = names.map((one) => bare.indexOf(bareName(one))).find((index) => index !== -1);
    if (at !== undefined) found.set(name, at);
    else if (isNeeded) missing.push(names[0] ?? name);
  }
  return missing.length > 0 ? err(missing) : ok(found);
}

/** A name without what people write differently. */
export const bareName = (name: string): string => name.toLowerCase().replace(/[^a-z0-9]/g, '');
