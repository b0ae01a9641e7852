import { isAgeRecipient } from '../../shared/domain/age-recipient';
import {
  MAX_ARGUMENT,
  MAX_ARGUMENT_TEXT,
  MAX_ARGUMENTS,
  MAX_RECIPIENTS,
} from '../../shared/domain/delivery-target';
import { isPlainText } from '../../shared/domain/plain-text';
import { countWord } from '../words/count-words';

/** Arguments as they are typed, one a line: spaces count, empty lines do not. */
export const argumentsOf = (lines: string): readonly string[] =>
  lines.split('\n').filter((line) => line !== '');

/** Recipients as they are typed, one a line, each of them once. */
export const recipientsOf = (lines: string): readonly string[] => [
  ...new Set(trimmed(lines).filter((line) => line !== '')),
];

/** The sentence that says which line is wrong; `undefined` where none is. */
export function problemOfArguments(lines: string): string | undefined {
  const all = lines.split('\n');
  const unseen = all.findIndex((line) => !isPlainText(line));
  if (unseen !== -1) {
    return `Line ${String(unseen + 1)} of the arguments holds a character that cannot be seen, as a tab is. Type it anew.`;
  }
  const long = all.findIndex((line) => line.length > MAX_ARGUMENT);
  if (long !== -1) {
    return `Line ${String(long + 1)} of the arguments has more than ${countWord(MAX_ARGUMENT)} characters.`;
  }
  const count = argumentsOf(lines).length;
  if (count > MAX_ARGUMENTS) {
    return `A command takes ${countWord(MAX_ARGUMENTS)} arguments at most; these are ${countWord(count)}.`;
  }
  const length = all.join('').length;
  if (length <= MAX_ARGUMENT_TEXT) return undefined;
  return `The arguments have ${countWord(length)} characters together; ${countWord(MAX_ARGUMENT_TEXT)} is the most that Rekey can show you to confirm.`;
}

/** The sentence that says which line is wrong; `undefined` where none is. */
export function problemOfRecipients(lines: string): string | undefined {
  const bad = trimmed(lines).findIndex((line) => line !== '' && !isAgeRecipient(line));
  if (bad !== -1) return problemOfRecipient(bad + 1, trimmed(lines)[bad] ?? '');
  const count = recipientsOf(lines).length;
  if (count === 0) return 'Give at least one age recipient: without it nobody could read the files.';
  if (count <= MAX_RECIPIENTS) return undefined;
  return `A folder takes ${countWord(MAX_RECIPIENTS)} recipients at most; these are ${countWord(count)}.`;
}

/** What stands in a bad line is not repeated: it may be a key that nobody should see. */
function problemOfRecipient(line: number, text: string): string {
  const where = `Line ${String(line)} of the recipients`;
  if (/^AGE-SECRET-KEY-/i.test(text)) {
    return `${where} is a secret key. Take it out: Rekey needs the public one, which begins with age1.`;
  }
  if (text.startsWith('ssh-'))
    return `${where} is an SSH key. Rekey encrypts to age recipients only (age1 …).`;
  return `${where} is no age recipient (age1 and 58 more characters, in lower case). Copy it anew.`;
}

function trimmed(lines: string): readonly string[] {
  return lines.split('\n').map((line) => line.trim());
}
