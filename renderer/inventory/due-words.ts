import { assertNever } from '../../shared/assert-never';
import type { DueBecause, DueKind, DueState } from '../../shared/domain/age-policy';
import { DAY_MS, type Instant } from '../../shared/domain/instant';
import { countWord } from '../words/count-words';

/** A shape for each state, so that colour never speaks alone; that of an exception is drawn. */
export const DUE_SHAPES: Readonly<Record<Exclude<DueKind, 'excepted'>, string>> = {
  overdue: '●',
  'due-soon': '◐',
  fine: '○',
  'unknown-age': '?',
  'no-limit': '–',
};

/** Age is what a due date is about; anything else is said. */
const BECAUSE_WORDS: Readonly<Record<DueBecause, string>> = {
  age: '',
  unused: ', unused',
  incident: ', from before the incident',
};

/** The due state in a few words. */
export function dueWord(due: DueState, now: Instant): string {
  switch (due.kind) {
    case 'overdue':
      return `Overdue ${days(now - due.dueAt)}${BECAUSE_WORDS[due.because]}`;
    case 'due-soon':
      return `Due in ${days(due.dueAt - now)}`;
    case 'fine':
      return `In ${days(due.dueAt - now)}`;
    case 'unknown-age':
      return due.isDue ? 'Unknown age, due' : `Unknown age, ${days(due.dueAt - now)}`;
    case 'excepted':
      return `Exception, ${days(due.dueAt - now)}`;
    case 'no-limit':
      return 'No limit';
    default:
      return assertNever(due);
  }
}

const days = (span: number) => `${countWord(Math.floor(span / DAY_MS))} d`;
