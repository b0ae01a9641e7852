import { foldText } from '../../../shared/domain/compare-text';
import { DAY_MS } from '../../../shared/domain/instant';
import { namedProject } from '../../../shared/domain/named-project';
import { DUE_VALUES, SCOPE_VALUES, type Condition, type QueryContext } from '../rows/conditions';
import type { Key } from '../rows/query';
import { facetCounts } from '../rows/shown';
import type { TokenRows } from '../rows/token-rows';

/** A value that can be chosen, as the query language has it. */
export interface FacetValue {
  readonly value: string;
  /** Where it is shown otherwise than the query's words say. */
  readonly name?: string;
  /** Offered only where some row has it. */
  readonly isRare?: true;
}

/** The values of a facet, in the order in which they are offered, and which of them a row has (-1: none). */
interface FacetReading {
  readonly values: readonly FacetValue[];
  readonly valueAt: (row: number) => number;
}

/** Something that a token has one of. */
export interface Facet {
  readonly key: Key;
  readonly name: string;
  readonly read: (rows: TokenRows, context: QueryContext) => FacetReading;
}

const coded =
  (
    column: 'kind' | 'scope' | 'due' | 'coverage',
    values: Readonly<Record<string, readonly string[]>>,
    rare: readonly string[] = [],
  ): Facet['read'] =>
  ({ columns }) => {
    const words = Object.keys(values);
    const codes = columns[column].codes();
    const places = columns[column].values.map((code) =>
      words.findIndex((word) => values[word]?.includes(code) === true),
    );
    return {
      values: words.map((value) => ({ value, ...(rare.includes(value) && { isRare: true as const }) })),
      valueAt: (row) => places[codes[row] ?? 0] ?? -1,
    };
  };

const { now: _both, unused: _some, ...DUE_STATES } = DUE_VALUES;
const { admin, 'read-only': readOnly, status } = SCOPE_VALUES;
const { overdue, soon, unknown, fine, excepted } = DUE_STATES;

/** Always in sight. */
export const QUICK_FACETS: readonly Facet[] = [
  { key: 'kind', name: 'Kind', read: coded('kind', { project: ['project'], personal: ['personal'] }) },
  { key: 'scope', name: 'Scope', read: coded('scope', { admin, 'read-only': readOnly, status }) },
  { key: 'due', name: 'Due', read: coded('due', { overdue, soon, unknown, fine, excepted }, ['excepted']) },
];

/** Ages in days, each up to and with its last one. */
const BANDS: readonly (FacetValue & { readonly last: number })[] = [
  { value: '<=30', name: '≤ 30 d', last: 30 },
  { value: '31..90', name: '31–90 d', last: 90 },
  { value: '91..180', name: '91–180 d', last: 180 },
  { value: '181..365', name: '181–365 d', last: 365 },
  { value: '>365', name: '> 365 d', last: Number.POSITIVE_INFINITY },
];

const banded =
  (column: 'created' | 'lastUsed' | 'firstSeen', unknownName: string): Facet['read'] =>
  ({ columns }, { now }) => {
    const instants = columns[column].values();
    return {
      values: [...BANDS, { value: 'unknown', name: unknownName }],
      valueAt: (row) => {
        const instant = instants[row] ?? Number.NaN;
        if (Number.isNaN(instant)) return BANDS.length;
        const days = Math.floor((now - instant) / DAY_MS);
        return BANDS.findIndex(({ last }) => days <= last);
      },
    };
  };

const texts =
  (column: 'owner' | 'project', unknownName: string, namesOf?: (rows: TokenRows) => readonly string[]) =>
  (rows: TokenRows): FacetReading => {
    const numbers = rows.columns[column].numbers();
    const names = namesOf?.(rows) ?? [];
    return {
      values: rows.columns[column]
        .texts()
        .map((text, number) =>
          text === ''
            ? { value: 'none', name: unknownName }
            : { value: foldText(text), name: names[number] ?? text },
        ),
      valueAt: (row) => numbers[row] ?? -1,
    };
  };

/** By the number of its slug: what people call each project. */
function projectNames({ columns: { project, projectName }, size }: TokenRows): readonly string[] {
  const [numbers, names]: [Uint32Array, string[]] = [project.numbers(), []];
  for (let row = 0; row < size(); row += 1) {
    const known = { project: project.get(row), projectName: projectName.get(row) || undefined };
    names[numbers[row] ?? 0] ??= namedProject(known) ?? '';
  }
  return names;
}

const flagged =
  (value: string, name: string, refs: (context: QueryContext) => QueryContext['changed']): Facet['read'] =>
  (rows, context) => {
    const marked = new Set([...refs(context)].map(rows.rowOf));
    return { values: [{ value, name }], valueAt: (row) => (marked.has(row) ? 0 : -1) };
  };

/** In the dialog of further filters. */
export const FURTHER_FACETS: readonly Facet[] = [
  { key: 'age', name: 'Age', read: banded('created', 'Not known') },
  { key: 'used', name: 'Last used', read: banded('lastUsed', 'Not known') },
  { key: 'seen', name: 'First seen by Rekey', read: banded('firstSeen', 'Not known') },
  {
    key: 'coverage',
    name: 'Coverage',
    read: coded('coverage', {
      read: ['read'],
      refused: ['refused'],
      unreachable: ['unreachable'],
      'in-doubt': ['in-doubt'],
      'by-hand': ['by-hand'],
    }),
  },
  {
    key: 'has',
    name: 'Consumers',
    read: flagged('consumers', 'Has consumers', ({ withConsumers }) => withConsumers),
  },
  {
    key: 'is',
    name: 'Changes',
    read: flagged('changed', 'Changed since the last look', ({ changed }) => changed),
  },
  {
    key: 'is',
    name: 'Last sync',
    read: ({ columns: { lastSeen } }) => {
      const values = lastSeen.values();
      return {
        values: [{ value: 'unseen', name: 'Not seen in the last sync' }],
        valueAt: (row) => (Number.isNaN(values[row]) ? -1 : 0),
      };
    },
  },
  {
    key: 'is',
    name: 'Exception',
    read: ({ columns: { due } }) => {
      const codes = due.codes();
      const code = due.values.indexOf('excepted');
      return {
        values: [{ value: 'excepted', name: 'Under an exception' }],
        valueAt: (row) => (codes[row] === code ? 0 : -1),
      };
    },
  },
  {
    key: 'connection',
    name: 'Connection',
    read: ({ columns }, { connectionNames }) => {
      const numbers = columns.connection.numbers();
      const names = columns.connection.texts().map((id) => connectionNames.get(id) ?? '');
      return {
        values: names.map((name) => ({ value: foldText(name), name })),
        valueAt: (row) => numbers[row] ?? -1,
      };
    },
  },
  { key: 'owner', name: 'Owner', read: texts('owner', 'No owner known') },
  { key: 'project', name: 'Project', read: texts('project', 'No project (personal)', projectNames) },
];

export interface CountedValue extends FacetValue {
  readonly count: number;
}

/** The values of a facet, each with how many rows would be shown if it were chosen alone in this facet. */
export function countFacet(
  { key, read }: Facet,
  rows: TokenRows,
  conditions: readonly Condition[],
  context: QueryContext,
): readonly CountedValue[] {
  const { values, valueAt } = read(rows, context);
  const counts = facetCounts(rows.size(), conditions, key, values.length, valueAt);
  return values.map((value, index) => ({ ...value, count: counts[index] ?? 0 }));
}
