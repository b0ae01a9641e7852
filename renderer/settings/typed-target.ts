import {
  MAX_NAME,
  MAX_PATH,
  MAX_SECONDS,
  type TargetDraft,
  type TargetId,
} from '../../shared/domain/delivery-target';
import { isPlainText } from '../../shared/domain/plain-text';
import { err, ok, type Result } from '../../shared/result';
import { countWord } from '../words/count-words';
import { argumentsOf, problemOfArguments, problemOfRecipients, recipientsOf } from './typed-lines';

/** What was typed as main takes it, or the sentence that says what is wrong with it. */
export type ReadTarget = Result<TargetDraft, string>;

interface Typed {
  /** That of the target which is being changed. */
  readonly id: TargetId | undefined;
  readonly name: string;
  /** `undefined` until one was chosen. */
  readonly path: string | undefined;
  /** Arguments or recipients, one a line. */
  readonly lines: string;
}

export function readCommand({ id, name, path, lines, seconds }: Typed & { seconds: string }): ReadTarget {
  if (path === undefined) return err('Choose the program that is to get the value.');
  const timeoutSeconds = seconds.trim() === '' ? Number.NaN : Number(seconds);
  const problem =
    problemOfName(name) ??
    problemOfPath(path) ??
    problemOfArguments(lines) ??
    problemOfSeconds(timeoutSeconds);
  if (problem !== undefined) return err(problem);
  const command = { kind: 'command', name: name.trim(), executable: path } as const;
  return ok({ ...command, ...(id && { id }), args: argumentsOf(lines), timeoutSeconds });
}

export function readFolder({ id, name, path, lines }: Typed): ReadTarget {
  if (path === undefined) return err('Choose the folder that the files are written to.');
  const problem = problemOfName(name) ?? problemOfPath(path) ?? problemOfRecipients(lines);
  if (problem !== undefined) return err(problem);
  const folder = { kind: 'age-file', name: name.trim(), folder: path } as const;
  return ok({ ...folder, ...(id && { id }), recipients: recipientsOf(lines) });
}

function problemOfName(name: string): string | undefined {
  const text = name.trim();
  if (text === '') return 'Give it a name: plans show it by this name.';
  if (text.length > MAX_NAME) return `The name has ${countWord(MAX_NAME)} characters at most.`;
  return isPlainText(text) ? undefined : 'The name holds a character that cannot be seen. Type it anew.';
}

function problemOfPath(path: string): string | undefined {
  if (path.length > MAX_PATH)
    return `Its path has more than ${countWord(MAX_PATH)} characters. Choose another.`;
  return isPlainText(path) ? undefined : 'Its path holds a character that cannot be seen. Choose another.';
}

function problemOfSeconds(seconds: number): string | undefined {
  const isFine = Number.isInteger(seconds) && seconds >= 1 && seconds <= MAX_SECONDS;
  return isFine
    ? undefined
    : `The time-out is a whole number of seconds, from 1 to ${countWord(MAX_SECONDS)}.`;
}
