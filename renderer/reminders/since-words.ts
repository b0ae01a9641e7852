import type { SinceLastLook } from '../../shared/domain/reminder';
import { countWord } from '../words/count-words';
import { exactUtc } from '../words/date-words';

/** What changed since Rekey was last open, in one line; nothing where nothing did. */
export function sinceSentence({ since, fresh, gone, becameDue }: SinceLastLook): string | undefined {
  const parts = [
    [fresh, 'new'],
    [gone, 'gone'],
    [becameDue, 'became due'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, what]) => `${countWord(count)} ${what}`);
  return told.length === 0 ? undefined : `Since you last looked, ${exactUtc(since)}: ${told.join(', ')}.`;
}
