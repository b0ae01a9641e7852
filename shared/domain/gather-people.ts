import { NAME_SOURCES, type Alias, type PersonFacts, type SeenName } from './people';

/** The name of the person that a name is one of. */
export function personNamed(name: string, aliases: readonly Alias[]): string {
  return aliases.find(({ alias }) => alias === name)?.person ?? name;
}

/** Says that two names are one person's. The other's names come along; nothing is said of anybody else. */
export function merged(aliases: readonly Alias[], person: string, other: string): readonly Alias[] {
  const [keeps, joins] = [personNamed(person, aliases), personNamed(other, aliases)];
  if (keeps === joins) return aliases;
  return [
    ...aliases.map((one) => (one.person === joins ? { ...one, person: keeps } : one)),
    { person: keeps, alias: joins },
  ];
}

/** Takes a name out of the person it was said to be of. */
export const unmerged = (aliases: readonly Alias[], alias: string): readonly Alias[] =>
  aliases.filter((one) => one.alias !== alias);

/** Everybody, by name. Each seen name belongs to one person; a name that was seen twice is no second person. */
export function gatherPeople(
  seen: readonly SeenName[],
  aliases: readonly Alias[],
  owned: { readonly tokens: readonly string[]; readonly keys: readonly string[] },
): readonly PersonFacts[] {
  const people = new Map<string, { sources: Set<SeenName['source']>; tokens: number; keys: number }>();
  const at = (name: string) => {
    const person = personNamed(name, aliases);
    const known = people.get(person) ?? { sources: new Set(), tokens: 0, keys: 0 };
    people.set(person, known);
    return known;
  };
  for (const { name, source } of seen) at(name).sources.add(source);
  for (const name of owned.tokens) at(name).tokens += 1;
  for (const name of owned.keys) at(name).keys += 1;
  return [...people]
    .map(([name, { sources, tokens, keys }]) => ({
      name,
      aliases: aliases.filter(({ person }) => person === name).map(({ alias }) => alias),
      sources: NAME_SOURCES.filter((source) => sources.has(source)),
      tokens,
      keys,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * Pairs of people whose names differ in nothing but case, marks, or the address of their mail: the one that more sources name
 * comes first.
 */
export function alikePeople(people: readonly PersonFacts[]): readonly Alias[] {
  const alike = new Map<string, PersonFacts[]>();
  for (const person of people) {
    const form = bareForm(person.name);
    if (form !== '') alike.set(form, [...(alike.get(form) ?? []), person]);
  }
  return [...alike.values()].flatMap((group) => {
    const [first, ...others] = group.toSorted((a, b) => b.sources.length - a.sources.length);
    return first === undefined ? [] : others.map(({ name }) => ({ person: first.name, alias: name }));
  });
}

const bareForm = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/@.*$/, '')
    .replace(/[\s._-]+/g, '');
