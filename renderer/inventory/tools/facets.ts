import { DAY_MS, type Instant } from '../../../shared/domain/instant';
import { DUE_VALUES, SCOPE_VALUES, type Condition, type QueryContext } from '../rows/conditions';
import { facetCounts } from '../rows/shown';
import type { Key } from '../rows/query';
import type { TokenRows } from '../rows/token-rows';

/** Something that every token has one of, with the values that can be chosen and how many rows each would show. */
export interface Facet {
  readonly key: Key;
  readonly name: string;
  /** In the order in which they are offered. */
  readonly valuesIn: (rows: TokenRows, context: QueryContext) => readonly FacetValue[];
}

export interface FacetValue {
  /** As the query language has it. */
  readonly value: string;
  /** Where it is shown otherwise than the query's words say. */
  readonly name?: string;
  readonly holds: (row: number) => boolean;
}

const coded =
  (
    column: 'kind' | 'scope' | 'due' | 'coverage',
    values: Readonly<Record<string, readonly string[]>>,
  ): Facet['valuesIn'] =>
  ({ columns }) =>
    Object.entries(values).map(([value, wanted]) => {
      const codes = columns[column].codes();
      const isWanted = columns[column].values.map((code) => wanted.includes(code));
      return { value, holds: (row) => isWanted[codes[row] ?? 0] === true };
    });

const { now: _both, unused: _some, ...DUE_STATES } = DUE_VALUES;
const { admin, 'read-only': readOnly, status } = SCOPE_VALUES;

/** Always in sight. */
export const QUICK_FACETS: readonly Facet[] = [
  { key: 'kind', name: 'Kind', valuesIn: coded('kind', { project: ['project'], personal: ['personal'] }) },
  { key: 'scope', name: 'Scope', valuesIn: coded('scope', { admin, 'read-only': readOnly, status }) },
  {
    key: 'due',
    name: 'Due',
    valuesIn: coded('due', {
      overdue: DUE_STATES.overdue,
      soon: DUE_STATES.soon,
      unknown: DUE_STATES.unknown,
      fine: DUE_STATES.fine,
    }),
  },
];

const BANDS: readonly (readonly [value: string, name: string, from: number, to: number])[] = [
  ['<=30', '30 days or less', Number.NEGATIVE_INFINITY, 30],
  ['31..90', '31 to 90 days', 31, 90],
  ['91..180', '91 to 180 days', 91, 180],
  ['181..365', '181 to 365 days', 181, 365],
  ['>365', 'over a year', 366, Number.POSITIVE_INFINITY],
];

const banded =
  (column: 'created' | 'lastUsed' | 'firstSeen', unknown: string): Facet['valuesIn'] =>
  ({ columns }, { now }) => {
    const values = columns[column].values();
    return [
      ...BANDS.map(([value, name, from, to]) => ({
        value,
        name,
        holds: (row: number) => isWithin(values[row], now, from, to),
      })),
      { value: 'unknown', name: unknown, holds: (row: number) => Number.isNaN(values[row]) },
    ];
  };

function isWithin(instant: number | undefined, now: Instant, from: number, to: number): boolean {
  const days = Math.floor((now - (instant ?? Number.NaN)) / DAY_MS);
  return days >= from && days <= to;
}

const texts =
  (column: 'owner' | 'project', unknown: string): Facet['valuesIn'] =>
  ({ columns }) => {
    const numbers = columns[column].numbers();
    return columns[column].texts().map((text, number) => ({
      value: text === '' ? 'none' : text.toLowerCase(),
      name: text === '' ? unknown : text,
      holds: (row) => numbers[row] === number,
    }));
  };

/** In the dialog of further filters. */
export const FURTHER_FACETS: readonly Facet[] = [
  { key: 'age', name: 'Age', valuesIn: banded('created', 'unknown age') },
  { key: 'used', name: 'Last used', valuesIn: banded('lastUsed', 'not known') },
  { key: 'seen', name: 'First seen by Rekey', valuesIn: banded('firstSeen', 'not known') },
  {
    key: 'coverage',
    name: 'Coverage',
    valuesIn: coded('coverage', {
      read: ['read'],
      refused: ['refused'],
      unreachable: ['unreachable'],
      'by-hand': ['by-hand'],
    }),
  },
  {
    key: 'has',
    name: 'Consumers',
    valuesIn: (rows, { withConsumers }) => [
      { value: 'consumers', name: 'has consumers', holds: (row) => withConsumers.has(refAt(rows, row)) },
    ],
  },
  {
    key: 'is',
    name: 'Changes',
    valuesIn: (rows, { changed }) => [
      {
        value: 'changed',
        name: 'changed since the last look',
        holds: (row) => changed.has(refAt(rows, row)),
      },
    ],
  },
  {
    key: 'connection',
    name: 'Connection',
    valuesIn: ({ columns }, { connectionNames }) => {
      const numbers = columns.connection.numbers();
      return columns.connection.texts().map((id, number) => {
        const name = connectionNames.get(id) ?? '';
        return { value: name.toLowerCase(), name, holds: (row) => numbers[row] === number };
      });
    },
  },
  { key: 'owner', name: 'Owner', valuesIn: texts('owner', 'no owner known') },
  { key: 'project', name: 'Project', valuesIn: texts('project', 'no project (personal)') },
];

const refAt = (rows: TokenRows, row: number) => {
  const ref = rows.refAt(row);
  if (ref === undefined) throw new Error('there is no such row');
  return ref;
};

export interface CountedValue extends FacetValue {
  readonly count: number;
}

/** The values of a facet, each with how many rows would be shown if it were chosen alone in this facet. */
export function countFacet(
  { key, valuesIn }: Facet,
  rows: TokenRows,
  conditions: readonly Condition[],
  context: QueryContext,
): readonly CountedValue[] {
  const values = valuesIn(rows, context);
  const counts = facetCounts(rows.size(), conditions, key, values);
  return values.map((value, index) => ({ ...value, count: counts[index] ?? 0 }));
}
