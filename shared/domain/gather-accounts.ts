import type { Account } from './accounts';
import { seenName } from './seen-name';

/** An account as a host names it, once for each address. */
export interface NamedAccount {
  readonly name: string;
  readonly slug?: string;
}

/**
 * Accounts by name: what has one name, as people see it, is one account, whatever addresses it has. One whose name shows
 * nothing is called by its address.
 */
export function gatherAccounts(named: readonly NamedAccount[]): readonly Account[] {
  const accounts = new Map<string, { readonly name: string; readonly slugs: Set<string> }>();
  for (const { name: told, slug } of named) {
    const name = seenName(told) === '' ? (slug ?? '') : told;
    const key = seenName(name);
    if (key === '') continue;
    const account = accounts.get(key) ?? { name, slugs: new Set() };
    if (slug !== undefined) account.slugs.add(slug);
    accounts.set(key, account);
  }
  return [...accounts.values()].map(({ name, slugs }) => ({ name, slugs: [...slugs] }));
}
