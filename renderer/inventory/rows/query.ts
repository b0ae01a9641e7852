import { foldText } from '../../../shared/domain/compare-text';
/** What a person can filter by, in words that can be guessed: `scope:admin age:>90 owner:none -project:legacy`. */
export const KEYS = [
  'label',
  'project',
  'owner',
  'connection',
  'kind',
  'scope',
  'due',
  'duein',
  'age',
  'created',
  'used',
  'expires',
  'seen',
  'coverage',
  'has',
  'is',
] as const;
export type Key = (typeof KEYS)[number];

/** One part of a query: a word that must occur, or a key with values of which one must hold; with `-`, must not. */
export interface Term {
  readonly key: Key | 'text';
  readonly values: readonly string[];
  readonly isNegated: boolean;
  /** Where it stands in the query. */
  readonly from: number;
  readonly to: number;
}

const PART = /-?(?:[a-z]+:)?(?:"[^"]*"?|[^\s"])+/giu;
const KEYED = /^(-?)([a-z]+):(.*)$/isu;

/** Reads a query. Never fails: what looks like a key and is none is searched for as it stands. Values are as they are compared (`foldText`). */
export function parseQuery(text: string): readonly Term[] {
  return [...text.matchAll(PART)].flatMap(({ 0: part, index }): readonly Term[] => {
    const [from, to] = [index, index + part.length];
    const [, minus = '', name = '', rest = ''] = KEYED.exec(part) ?? [];
    const key = KEYS.find((one) => one === name.toLowerCase());
    if (key === undefined) {
      const isNegated = part.startsWith('-') && part.length > 1;
      const word = foldText(unquoted(isNegated ? part.slice(1) : part));
      return word === '' ? [] : [{ key: 'text', values: [word], isNegated, from, to }];
    }
    const values = splitValues(rest).map(foldText);
    return values.length === 0 ? [] : [{ key, values, isNegated: minus === '-', from, to }];
  });
}

/** The query without one of its parts. */
export const withoutTerm = (text: string, { from, to }: Pick<Term, 'from' | 'to'>): string =>
  `${text.slice(0, from)} ${text.slice(to)}`.replace(/\s+/g, ' ').trim();

/** The values that a query asks for under a key, where it asks for some and excludes none. */
export function chosenValues(terms: readonly Term[], key: Key): readonly string[] {
  return terms.flatMap((term) => (term.key === key && !term.isNegated ? term.values : []));
}

/** The query with a value of a key turned on or off; other values of that key stay. */
export function toggleValue(text: string, key: Key, value: string): string {
  const terms = parseQuery(text);
  const chosen = chosenValues(terms, key);
  const wanted = foldText(value);
  const next = chosen.includes(wanted) ? chosen.filter((one) => one !== wanted) : [...chosen, wanted];
  return setValues(text, key, next);
}

/** The query with exactly these values under a key. */
export function setValues(text: string, key: Key, values: readonly string[]): string {
  const own = parseQuery(text).filter((term) => term.key === key && !term.isNegated);
  const rest = own.toReversed().reduce(withoutTerm, text);
  if (values.length === 0) return rest.trim();
  return `${rest.trim()} ${key}:${values.map(quoted).join(',')}`.trim();
}

const quoted = (value: string) => (/[\s,"]/u.test(value) ? `"${value.replaceAll('"', '')}"` : value);

const unquoted = (part: string) => part.replaceAll('"', '');

/** Values stand between commas; what is in quotes may hold some. */
const splitValues = (rest: string): readonly string[] =>
  [...rest.matchAll(/(?:"[^"]*"?|[^,"])+/gu)].map(([value]) => unquoted(value).trim()).filter(Boolean);
