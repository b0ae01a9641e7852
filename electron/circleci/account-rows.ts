import { rowOf, rowsOf, textIn } from './loose-row';

/** An organisation that the account belongs to. `id` is absent for one that never came to CircleCI. */
export interface Organisation {
  readonly id?: string;
  readonly name: string;
  readonly slug?: string;
}

/** The login in the answer to any of the “who am I” calls. */
export function readLogin(raw: unknown): string | undefined {
  const row = rowOf(raw);
  return row && textIn(row, 'login', 'name');
}

export function readOrganisations(raw: unknown): readonly Organisation[] | undefined {
  return rowsOf(raw)?.flatMap((row) => {
    const name = textIn(row, 'name', 'login');
    if (name === undefined) return [];
    const id = textIn(row, 'id');
    const slug = textIn(row, 'slug');
    return [{ name, ...(id !== undefined && { id }), ...(slug !== undefined && { slug }) }];
  });
}
