import { chosenValues, parseQuery, setValues, type Key, type Term } from '../rows/query';

/** What a press writes: for each key that the picture has, the values under it; none takes the key out of the query. */
export type Choice = Partial<Readonly<Record<Key, readonly string[]>>>;

/** True where a query asks for exactly this under these keys. */
export function isChosen(terms: readonly Term[], choice: Choice): boolean {
  return entriesOf(choice).every(([key, values]) => {
    const chosen = chosenValues(terms, key);
    return chosen.length === values.length && values.every((value) => chosen.includes(value));
  });
}

/** The query after a press: with the choice; or, where it already asks for exactly that, without it. */
export function afterPress(query: string, choice: Choice): string {
  const isBack = isChosen(parseQuery(query), choice);
  return entriesOf(choice).reduce((text, [key, values]) => setValues(text, key, isBack ? [] : values), query);
}

const entriesOf = (choice: Choice) => Object.entries(choice) as readonly [Key, readonly string[]][];
