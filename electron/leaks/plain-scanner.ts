import type { TokenForm } from '../../shared/domain/found-token';
import type { SecretValue } from '../credentials/secret-value';
import { LONGEST_TOKEN, readFound, tokenPattern } from './token-forms';

/** Something of a token's form in a text. */
export interface Hit {
  readonly form: TokenForm;
  readonly value: SecretValue;
  /** Counted from 1. */
  readonly line: number;
  /** Where it begins, in characters from the beginning of the text. */
  readonly at: number;
  /** Whether the word CircleCI, or the like, stands near it. */
  readonly isNearCircle: boolean;
}

/** Reads a text in pieces, however it is cut; what is found is the same as in the whole. */
export interface TextScanner {
  readonly take: (piece: string) => readonly Hit[];
  readonly end: () => readonly Hit[];
}

/** How far around a hit a word counts as near, in characters. */
const NEAR = 100;
/** What begins this far from the end of what is known cannot be judged yet. */
const HELD_BACK = LONGEST_TOKEN + NEAR + 1;

export function openPlainScanner(): TextScanner {
  let text = '';
  /** All before it has been judged. */
  let from = 0;
  let line = 1;
  let countedTo = 0;
  /** How much of the text before is no longer held. */
  let gone = 0;

  const countTo = (end: number) => {
    line += text.slice(countedTo, end).split('\n').length - 1;
    countedTo = end;
  };

  const judge = (to: number): readonly Hit[] => {
    const hits: Hit[] = [];
    const pattern = tokenPattern();
    pattern.lastIndex = from;
    for (let match = pattern.exec(text); match !== null && match.index < to; match = pattern.exec(text)) {
      const end = match.index + match[0].length;
      countTo(match.index);
      const around = text.slice(Math.max(0, match.index - NEAR), end + NEAR);
      hits.push({
        ...readFound(match[0]),
        line,
        at: gone + match.index,
        isNearCircle: /circle/i.test(around),
      });
      from = end;
    }
    from = Math.max(from, to);
    return hits;
  };

  return {
    take: (piece) => {
      text += piece;
      const hits = judge(Math.max(0, text.length - HELD_BACK));
      const dropped = Math.max(0, from - NEAR);
      countTo(Math.max(countedTo, dropped));
      text = text.slice(dropped);
      from -= dropped;
      gone += dropped;
      countedTo -= dropped;
      return hits;
    },
    end: () => judge(text.length),
  };
}
