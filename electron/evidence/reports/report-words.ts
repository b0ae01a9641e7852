import type { DueKind, DueState } from '../../../shared/domain/age-policy';
import type { CoverageTotals } from '../../../shared/domain/coverage';
import { SCOPE_NAMES } from '../../../shared/domain/scope-names';
import { NO_ACCESS_LEVEL, type TokenOwner, type TokenRecord } from '../../../shared/domain/token';

/** How a token stands, in words that are the same in every row, so that they can be counted. */
export const STANDINGS = [
  'Overdue',
  'Unknown age, due',
  'Unknown age, not yet due',
  'Due soon',
  'In time',
  'Exception',
  'No limit',
] as const;
export type Standing = (typeof STANDINGS)[number];

const WORDS: Readonly<Record<Exclude<DueKind, 'unknown-age'>, Standing>> = {
  overdue: 'Overdue',
  'due-soon': 'Due soon',
  fine: 'In time',
  excepted: 'Exception',
  'no-limit': 'No limit',
};

export function standingWord(due: DueState): Standing {
  if (due.kind !== 'unknown-age') return WORDS[due.kind];
  return due.isDue ? 'Unknown age, due' : 'Unknown age, not yet due';
}

/** Why a token is due, in a few words. */
export function becauseWord(due: DueState): string {
  if (due.kind === 'unknown-age') return 'Unknown age';
  if (!('because' in due)) return '–';
  return { age: 'Age', unused: 'Unused', incident: 'From before the incident' }[due.because];
}

/** The scope as CircleCI names it; one that Rekey does not know, as the host wrote it. */
export const scopeName = ({ scope, rawScope }: Pick<TokenRecord, 'scope' | 'rawScope'>): string =>
  rawScope === NO_ACCESS_LEVEL
    ? 'Unknown: no access level told'
    : scope === 'other'
      ? `Unknown: ${rawScope ?? 'no scope'}`
      : SCOPE_NAMES[scope];

export const kindName = ({ kind }: Pick<TokenRecord, 'kind'>): string =>
  kind === 'personal' ? 'Personal' : 'Project';

/** The project for people: its name where its slug is made of ids. Personal tokens are in none. */
export function projectName({ project, projectName }: Pick<TokenRecord, 'project' | 'projectName'>): string {
  if (project === undefined) return '–';
  return project.startsWith('circleci/') ? (projectName ?? project) : project;
}

/** Who says whose token it is. */
export const OWNER_SOURCE_WORDS: Readonly<Record<TokenOwner['source'], string>> = {
  self: 'the account itself',
  'by-hand': 'the register kept by hand',
  'audit-log': 'an imported audit log',
};

const number = new Intl.NumberFormat('en-US');

/** A count as people read it: `1,204`. */
export const countWord = (count: number): string => number.format(count);

/** A count with its noun: `1 token`, `1,204 tokens`. */
export const counted = (count: number, noun: string): string =>
  `${number.format(count)} ${noun}${count === 1 ? '' : 's'}`;

/** How much was read: `COMPLETE`, or `PARTIAL (118 of 120 projects)`. */
export function coverageName({ isComplete, read, projects }: CoverageTotals): string {
  if (isComplete) return 'COMPLETE';
  const rest = read === projects ? ', not all sources' : '';
  return `PARTIAL (${number.format(read)} of ${number.format(projects)} projects${rest})`;
}

const LATEST = 8.64e15;

/** The moment as `2026-11-24T12:00:00Z`; nothing for a number that is no moment. */
export const isoOf = (instant: number): string | undefined =>
  Math.abs(instant) <= LATEST ? `${new Date(instant).toISOString().slice(0, -5)}Z` : undefined;

/** The moment as people read it: `2026-11-24 12:00 UTC`. */
export const utcOf = (instant: number): string | undefined =>
  isoOf(instant)
    ?.replace('T', ' ')
    .replace(/:\d\dZ$/, ' UTC');

/** The day, UTC, as `2026-11-24`. */
export const dayOf = (instant: number): string | undefined => isoOf(instant)?.replace(/T.*$/, '');
