import type { LeaverSubject } from '../../shared/domain/leaver';
import { subjectName } from '../../shared/domain/leaver-words';
import { namedProject } from '../../shared/domain/named-project';
import { countWord } from '../words/count-words';
import { plain, scopeWord } from '../words/token-words';

/** The kind of thing that a line is about, in the fewest words. */
export const KIND_WORDS: Readonly<Record<LeaverSubject['kind'], string>> = {
  'personal-token': 'Personal token',
  'made-token': 'Made by them',
  'shared-token': 'Could be read',
  'checkout-key': 'Checkout key',
  connection: 'Connection of Rekey',
  unknown: 'Not known',
};

/** What a line is about, by its name. */
export function nameOf(subject: LeaverSubject): string {
  const name = plain(subjectName(subject));
  const count = subject.kind === 'unknown' ? subject.count : undefined;
  return count === undefined || count === 0 ? name : `${name} (${countWord(count)})`;
}

/** Where it is, and how much it can do. */
export function placeOf(subject: LeaverSubject): string {
  switch (subject.kind) {
    case 'checkout-key':
      return subject.project;
    case 'connection':
      return 'Rekey works with their account here';
    case 'unknown':
      return '';
    case 'shared-token':
      return [scopeWord(subject.token), ...subject.places.map(plain)].join(' · ');
    default:
      return [
        scopeWord(subject.token),
        subject.token.isByHand === true
          ? 'known by the register only'
          : plain(namedProject(subject.token) ?? ''),
      ]
        .filter((word) => word !== '')
        .join(' · ');
  }
}
