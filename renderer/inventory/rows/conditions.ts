import { foldText } from '../../../shared/domain/compare-text';
import { DAY_MS, type Instant } from '../../../shared/domain/instant';
import type { TokenScope } from '../../../shared/domain/token';
import type { TokenRef } from '../../../shared/domain/token-ref';
import { dateRange, dayRange, type Range } from './ranges';
import type { Key, Term } from './query';
import type { TextColumn } from './text-column';
import type { TokenRows } from './token-rows';

/** What a query may ask for and the rows themselves do not say. */
export interface QueryContext {
  readonly now: Instant;
  /** The names of the connections, by their ids. */
  readonly connectionNames: ReadonlyMap<string, string>;
  /** Tokens with a place that their value is delivered to. */
  readonly withConsumers: ReadonlySet<TokenRef>;
  /** Tokens that are new or changed since the look before. */
  readonly changed: ReadonlySet<TokenRef>;
}

export type Test = (row: number) => boolean;

/** A term of a query as a test of rows. `undefined`: the term says nothing that can be understood, and holds for all. */
export interface Condition {
  readonly key: Term['key'] | 'within';
  readonly test: Test;
}

/** Makes a query's terms into tests. A value that cannot be understood matches nothing by itself. */
export function conditionsOf(
  terms: readonly Term[],
  rows: TokenRows,
  context: QueryContext,
): readonly Condition[] {
  return terms.map(({ key, values, isNegated }) => {
    const tests = values.map((value) => testOf(key, value, rows, context));
    const [only] = tests;
    const some: Test =
      only !== undefined && tests.length === 1 ? only : (row) => tests.some((one) => one(row));
    return { key, test: isNegated ? (row) => !some(row) : some };
  });
}

/** The values that a key takes, and what each means: code of the column, as people say it. */
export const SCOPE_VALUES = {
  admin: ['all'],
  'read-only': ['view-builds'],
  status: ['status'],
  full: ['full'],
  write: ['write'],
  read: ['read'],
  other: ['other'],
} as const;

export const DUE_VALUES = {
  now: ['overdue/age', 'overdue/unused', 'overdue/incident', 'unknown-age/due'],
  overdue: ['overdue/age', 'overdue/unused', 'overdue/incident'],
  soon: ['due-soon/age', 'due-soon/unused', 'due-soon/incident'],
  unknown: ['unknown-age/due', 'unknown-age/waiting'],
  fine: ['fine/age', 'fine/unused', 'fine/incident'],
  unused: ['overdue/unused'],
  excepted: ['excepted'],
  none: ['no-limit'],
} as const;

/** Other words for some of the values. */
const ALIASES: ReadonlyMap<string, string> = new Map([
  ['readonly', 'read-only'],
  ['view-builds', 'read-only'],
  ['all', 'admin'],
  ['due-soon', 'soon'],
  ['unknown-age', 'unknown'],
  ['no-limit', 'none'],
  ['due', 'now'],
]);

function testOf(key: Key | 'text', given: string, rows: TokenRows, context: QueryContext): Test {
  const { columns } = rows;
  const value = ALIASES.get(given) ?? given;
  switch (key) {
    case 'text': {
      const [label, project] = [containing(columns.label, given), containing(columns.project, given)];
      const [name, owner] = [containing(columns.projectName, given), containing(columns.owner, given)];
      return (row) => label(row) || project(row) || name(row) || owner(row);
    }
    case 'label':
      return containing(columns.label, given);
    case 'project': {
      if (given === 'none') return exactly(columns.project, '');
      const [slug, name] = [containing(columns.project, given), containing(columns.projectName, given)];
      return (row) => slug(row) || name(row);
    }
    case 'owner':
      return given === 'none' ? exactly(columns.owner, '') : containing(columns.owner, given);
    case 'connection': {
      const isNamed = (id: string) => foldText(nameOf(id, context)).includes(given);
      const own = passing(columns.connection, isNamed);
      return rows.hasShared() ? (row) => own(row) || rows.seenBy(row).some(isNamed) : own;
    }
    case 'kind':
      return coded(columns.kind, [value]);
    case 'coverage':
      return coded(
        columns.coverage,
        value === 'unread' ? ['refused', 'unreachable', 'in-doubt', 'pending'] : [value],
      );
    case 'scope':
      return coded(columns.scope, codesFor(SCOPE_VALUES, value));
    case 'due':
      return coded(columns.due, codesFor(DUE_VALUES, value));
    case 'duein':
      return daysUntil(columns.dueAt.values(), value, context.now);
    case 'age':
      return daysSince(columns.created.values(), value, context.now);
    case 'seen':
      return daysSince(columns.firstSeen.values(), value, context.now);
    case 'used':
      return daysSince(columns.lastUsed.values(), value, context.now);
    case 'expires':
      return daysUntil(columns.expires.values(), value, context.now);
    case 'created': {
      const values = columns.created.values();
      return value === 'unknown' ? unknownIn(values) : within(dateRange(value), (row) => values[row]);
    }
    case 'has':
      return value === 'consumers' ? memberOf(rows, context.withConsumers) : NOTHING;
    case 'is':
      if (value === 'own') return coded(columns.own, ['own']);
      if (value === 'unseen') return passedIn(columns.lastSeen.values());
      if (value === 'changed') return memberOf(rows, context.changed);
      return coded(columns.due, codesFor(DUE_VALUES, value));
  }
}

/** The scopes that a value of the query language stands for. */
export const scopesFor = (value: string): readonly TokenScope[] => {
  const word = ALIASES.get(value) ?? value;
  return Object.hasOwn(SCOPE_VALUES, word) ? SCOPE_VALUES[word as keyof typeof SCOPE_VALUES] : [];
};

const codesFor = (values: Readonly<Record<string, readonly string[]>>, value: string): readonly string[] =>
  (Object.hasOwn(values, value) ? values[value] : undefined) ?? [];

const nameOf = (id: string, { connectionNames }: QueryContext) => connectionNames.get(id) ?? '';

const NOTHING: Test = () => false;

/** Asks each different text once. */
function passing(column: TextColumn, passes: (lowered: string) => boolean): Test {
  const [lowered, numbers] = [column.lowered(), column.numbers()];
  const answers = new Uint8Array(lowered.length);
  for (const [number, text] of lowered.entries()) answers[number] = passes(text) ? 1 : 0;
  return (row) => answers[numbers[row] ?? 0] === 1;
}

const containing = (column: TextColumn, part: string) => passing(column, (lower) => lower.includes(part));
const exactly = (column: TextColumn, text: string) => passing(column, (lower) => lower === text);

function coded(
  column: { readonly values: readonly string[]; readonly codes: () => Uint8Array },
  wanted: readonly string[],
): Test {
  const answers = Uint8Array.from(column.values, (value) => (wanted.includes(value) ? 1 : 0));
  const codes = column.codes();
  return (row) => answers[codes[row] ?? 0] === 1;
}

function memberOf(rows: TokenRows, refs: ReadonlySet<TokenRef>): Test {
  const members = new Uint8Array(rows.size());
  for (const ref of refs) {
    const row = rows.rowOf(ref);
    if (row !== undefined) members[row] = 1;
  }
  return (row) => members[row] === 1;
}

const UNKNOWN_WORDS: readonly string[] = ['unknown', 'never', 'none'];

/** True where a date is known at all. */
const passedIn =
  (values: Float64Array): Test =>
  (row) =>
    !Number.isNaN(values[row]);

const unknownIn =
  (values: Float64Array): Test =>
  (row) =>
    Number.isNaN(values[row]);

function daysSince(values: Float64Array, text: string, now: Instant): Test {
  if (UNKNOWN_WORDS.includes(text)) return unknownIn(values);
  return within(dayRange(text), (row) => Math.floor((now - (values[row] ?? Number.NaN)) / DAY_MS));
}

function daysUntil(values: Float64Array, text: string, now: Instant): Test {
  if (UNKNOWN_WORDS.includes(text)) return unknownIn(values);
  return within(dayRange(text), (row) => daysLeft(values[row] ?? Number.NaN, now));
}

/** Whole days until a moment; below nothing from the very moment on, as what has been reached is past. */
const daysLeft = (instant: Instant, now: Instant): number =>
  instant === now ? -1 : Math.floor((instant - now) / DAY_MS);

/** What is not known is in no range. */
function within(range: Range | undefined, valueAt: (row: number) => number | undefined): Test {
  if (range === undefined) return NOTHING;
  const { from, to } = range;
  return (row) => {
    const value = valueAt(row) ?? Number.NaN;
    return value >= from && value <= to;
  };
}
