import type { HostFacts } from '../circleci/client';

/** What a connection is called: as the person typed it, by its only organisation, or by its host. */
export function nameFor(
  { name, address }: { readonly name: string; readonly address: string },
  { organisations, login }: Pick<HostFacts, 'organisations' | 'login'>,
): string {
  const typed = name.trim().replace(/\s+/g, ' ');
  if (typed !== '') return typed;
  const others = organisations.filter((organisation) => organisation !== login);
  return others.length === 1 && others[0] !== undefined ? others[0] : new URL(address).hostname;
}
