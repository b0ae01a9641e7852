import type { Grouping, SortKey } from '../../shared/domain/saved-view';
import type { TokenRecord } from '../../shared/domain/token';
import { memoiseLast } from '../memoise';
import type { InventoryState } from './inventory-store';
import type { View } from './inventory-view';
import { conditionsOf, DUE_VALUES, type Condition, type QueryContext } from './rows/conditions';
import { groupedItems, groupsOf, plainItems } from './rows/grouping';
import { orderOf } from './rows/order';
import { parseQuery } from './rows/query';
import { filtered } from './rows/shown';
import type { TokenRows } from './rows/token-rows';

type Part<Name extends keyof InventoryState> = InventoryState[Name];

const terms = memoiseLast(parseQuery);

/** Rows that are grouped go by their group first, in the direction that its column is sorted by, if it is. */
const order = memoiseLast(
  (rows: TokenRows, _revision: number, sort: readonly SortKey[], group: View['group']) => {
    if (group === 'none') return orderOf(rows, sort);
    const first = sort.find(({ column }) => column === group) ?? { column: group, isDescending: false };
    return orderOf(rows, [first, ...sort.filter((key) => key !== first)]);
  },
);

const within = memoiseLast(
  (rows: TokenRows, _revision: number, connection: View['connection']): readonly Condition[] => {
    if (connection === 'all') return [];
    const ids = rows.columns.connection;
    const wanted = ids.texts().indexOf(connection);
    const numbers = ids.numbers();
    const others = rows.alsoSeen(connection);
    return [{ key: 'within', test: (row) => numbers[row] === wanted || others.has(row) }];
  },
);

const contextFrom = memoiseLast(
  (
    now: Part<'now'>,
    connectionNames: Part<'connectionNames'>,
    withConsumers: Part<'withConsumers'>,
    changed: Part<'changed'>,
  ): QueryContext => ({ now, connectionNames, withConsumers, changed }),
);

const asked = memoiseLast((rows: TokenRows, _revision: number, query: string, context: QueryContext) =>
  conditionsOf(terms(query), rows, context),
);

const joined = memoiseLast((first: readonly Condition[], second: readonly Condition[]) => [
  ...first,
  ...second,
]);

const shown = memoiseLast((inOrder: Uint32Array, conditions: readonly Condition[]) =>
  filtered(inOrder, conditions),
);

const grouped = memoiseLast((rows: TokenRows, some: Uint32Array, by: Grouping) => groupsOf(some, rows, by));

const plainList = memoiseLast(plainItems);
const groupedList = memoiseLast(groupedItems);

/** The parts of the query that is typed. */
export const selectTerms = ({ view }: InventoryState) => terms(view.query);

/** What a query may ask for and the rows do not say. */
export const selectContext = ({ now, connectionNames, withConsumers, changed }: InventoryState) =>
  contextFrom(now, connectionNames, withConsumers, changed);

/** What a row has to fulfil to be shown: the connection that is looked at, and each part of the query. */
export function selectConditions(state: InventoryState): readonly Condition[] {
  const { rows, revision, view } = state;
  return joined(
    within(rows, revision, view.connection),
    asked(rows, revision, view.query, selectContext(state)),
  );
}

/** The rows that are shown, in order. A bulk action is about these, and among them about the selected ones. */
export function selectShown(state: InventoryState): Uint32Array {
  const { rows, revision, view } = state;
  return shown(order(rows, revision, view.sort, view.group), selectConditions(state));
}

/** What the grid draws: the rows that are shown, below the heads of their groups where they are grouped. */
export function selectItems(state: InventoryState) {
  const rows = selectShown(state);
  const { group } = state.view;
  return group === 'none' ? plainList(rows) : groupedList(grouped(state.rows, rows, group), state.folded);
}

const counted = memoiseLast((rows: TokenRows, _revision: number, conditions: readonly Condition[]) => {
  const { due } = rows.columns;
  const codes = due.codes();
  const isDue = due.values.map((code) => DUE_VALUES.now.some((one) => one === code));
  const totals = { all: 0, due: 0 };
  for (let row = 0; row < rows.size(); row += 1) {
    if (!conditions.every(({ test }) => test(row))) continue;
    totals.all += 1;
    if (isDue[codes[row] ?? 0] === true) totals.due += 1;
  }
  return totals;
});

/** How many tokens there are, and how many are due, in the connection that is looked at, whatever the query. */
export const selectTotals = ({ rows, revision, view }: InventoryState) =>
  counted(rows, revision, within(rows, revision, view.connection));

const keptByHand = memoiseLast((rows: TokenRows, _revision: number, conditions: readonly Condition[]) => {
  const { source } = rows.columns;
  const found: TokenRecord[] = [];
  for (let row = 0; row < rows.size(); row += 1) {
    const isByHand = source.get(row) === 'by-hand' && conditions.every(({ test }) => test(row));
    if (isByHand) found.push(rows.recordAt(row));
  }
  return found;
});

/** The personal tokens that people entered, of the connection that is looked at. */
export const selectByHand = ({ rows, revision, view }: InventoryState) =>
  keptByHand(rows, revision, within(rows, revision, view.connection));
