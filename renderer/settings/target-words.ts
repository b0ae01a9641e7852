import type { DeliveryTarget, TargetFailure } from '../../shared/domain/delivery-target';
import type { Refusal } from '../../shared/ipc/contract';

export const KIND_WORDS: Readonly<Record<DeliveryTarget['kind'], string>> = {
  command: 'Command',
  'age-file': 'Folder',
};

/** What a command runs, each argument with a space in it in quotes; or where a folder is. */
export function whatItDoes(target: DeliveryTarget): string {
  if (target.kind === 'age-file') return target.folder;
  return [target.executable, ...target.args].map(inQuotes).join(' ');
}

const inQuotes = (word: string) => (/[\s"]/.test(word) ? JSON.stringify(word) : word);

const FAILURE_WORDS: Readonly<Record<(TargetFailure | Refusal)['kind'], string>> = {
  declined: 'You declined, so nothing was kept.',
  'no-such-target': 'It is no longer in the list. Nothing was changed.',
  'in-use': 'It stays: a run that is not finished delivers to it. Close that run in Rotation first.',
  'name-taken': 'Another place has this name already. Nothing was kept.',
  'too-many': 'There are 50 places already. Nothing was kept; remove one first.',
  'not-chosen': 'Choose it anew: Rekey takes only what you chose in its own dialog. Nothing was kept.',
  storage: 'The preferences could not be written to disk. Nothing was changed.',
  refused: 'Rekey did not take this as it is. Nothing was changed.',
};

export const targetFailureSentence = ({ kind }: TargetFailure | Refusal): string => FAILURE_WORDS[kind];
