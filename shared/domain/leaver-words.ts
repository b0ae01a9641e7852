import { assertNever } from '../assert-never';
import type { LeaverItemState, LeaverSubject, Unknown } from './leaver';

/** What cannot be known from CircleCI, as something for a person to find out. */
export const UNKNOWN_WORDS: Readonly<Record<Unknown, string>> = {
  'personal-tokens':
    'Personal tokens that nobody registered: CircleCI lists these to their owner only. Ask them, or see their account closed.',
  'made-tokens': 'Project tokens whose maker nobody knows: some of them may be theirs.',
  reach: 'Contexts and projects that they could read: CircleCI does not tell Rekey who may read what.',
  'checkout-keys': 'User checkout keys whose owner is not known, or that could not be read.',
};

/** The name of what a line is about. */
export function subjectName(subject: LeaverSubject): string {
  switch (subject.kind) {
    case 'checkout-key':
      return subject.fingerprint;
    case 'connection':
      return subject.name;
    case 'unknown':
      return UNKNOWN_WORDS[subject.what];
    default:
      return subject.token.label;
  }
}

/** The name of what a line is about, in a few words also where nobody can know it. */
export const shortName = (subject: LeaverSubject): string =>
  subject.kind === 'unknown' ? UNKNOWN_NAMES[subject.what] : subjectName(subject);

const UNKNOWN_NAMES: Readonly<Record<Unknown, string>> = {
  'personal-tokens': 'personal tokens that nobody registered',
  'made-tokens': 'project tokens whose maker nobody knows',
  reach: 'contexts and projects that they could read',
  'checkout-keys': 'checkout keys whose owner is not known',
};

/** The state of a line in the fewest words. */
export function stateSentence(state: LeaverItemState): string {
  switch (state.kind) {
    case 'open':
      if (state.reopened === undefined) return 'Open';
      return state.reopened === 'still-there'
        ? 'Open again: it is still there'
        : 'Open again: one with this label and scope was made anew, not by Rekey';
    case 'to-rotate':
      return 'Waits for its rotation';
    case 'rotated':
      return 'Rotated';
    case 'done-elsewhere':
      return 'Done elsewhere';
    case 'not-applicable':
      return 'Not applicable';
    default:
      return assertNever(state);
  }
}
