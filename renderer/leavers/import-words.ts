import type { LineProblem, LogImported } from '../../shared/domain/import-report';
import { counted, countWord } from '../words/count-words';

/** What is wrong with a line, in words. */
export const PROBLEM_WORDS: Readonly<Record<LineProblem, string>> = {
  'broken-quotes': 'its quotation marks do not match',
  'wrong-cells': 'it has more or fewer cells than the first line',
  'too-long': 'it is longer than any sound line',
  'no-action': 'it does not say what was done',
  'no-actor': 'it does not say who did it',
  'bad-date': 'its date is none',
  'no-token': 'it does not say which token was made',
  'no-project': 'it does not say of which project',
  'no-label': 'it has no label',
  'no-owner': 'it has no owner',
  'impossible-dates': 'its dates cannot be: created in the future, or expired before',
  'has-a-token': 'it holds something that has the form of a token: a value belongs in no table',
};

/** What a log told, in one sentence. */
export function logSentence({ report, recovered, conflicts, unmatched }: LogImported): string {
  const parts = [
    `${counted(report.lines, 'line')} read, ${counted(report.taken, 'token')} made`,
    `${counted(recovered, 'owner')} recovered`,
    ...(conflicts > 0 ? [`${counted(conflicts, 'conflict')} for you to judge`] : []),
    ...(unmatched > 0 ? [`${countWord(unmatched)} of tokens that are not in the inventory`] : []),
  ];
  return `${parts.join(' · ')}.`;
}
