import { counted, countWord } from '../../words/count-words';
import { DAY_MS, type Instant } from '../../../shared/domain/instant';
import type { TimeBar } from './due-timeline';

const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });

const dayWord = (now: Instant, days: number) => day.format(now + days * DAY_MS);

/** A bar of the timeline on its axis: the day on which it begins. */
export const timeTick = ({ from }: TimeBar, now: Instant): string =>
  from === undefined ? 'past' : dayWord(now, from);

/** A bar of the timeline in words: `24 Nov to 30 Nov`. */
export function timeWords({ from, to }: TimeBar, now: Instant): string {
  if (from === undefined) return 'Already past';
  return from === to ? dayWord(now, from) : `${dayWord(now, from)} to ${dayWord(now, to)}`;
}

/** What is due in a bar, and how much of it because an exception ends: `3 tokens due by the policy, 1 when its exception ends`. */
export function dueInWords({ due, excepted }: TimeBar): string {
  const words = `${counted(due, 'token')} due by the policy`;
  if (excepted === 0) return words;
  return `${words}, ${countWord(excepted)} when ${excepted === 1 ? 'its exception ends' : 'their exceptions end'}`;
}
