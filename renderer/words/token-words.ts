import { assertNever } from '../../shared/assert-never';
import type { TokenKind, TokenRecord } from '../../shared/domain/token';

/** The scope as CircleCI's own pages name it. A scope Rekey does not know is shown as the host wrote it. */
export function scopeWord({ scope, rawScope }: Pick<TokenRecord, 'scope' | 'rawScope'>): string {
  switch (scope) {
    case 'all':
      return 'Admin';
    case 'view-builds':
      return 'Read Only';
    case 'status':
      return 'Status';
    case 'full':
      return 'Full';
    case 'write':
      return 'Write';
    case 'read':
      return 'Read';
    case 'other':
      return rawScope === undefined || rawScope === '' ? 'Unknown' : plain(rawScope);
    default:
      return assertNever(scope);
  }
}

export const kindWord = (kind: TokenKind): string => (kind === 'personal' ? 'Personal' : 'Project');

/** The project for people: its slug, or its name where the slug is made of ids. */
export function projectWord({ project, projectName }: Pick<TokenRecord, 'project' | 'projectName'>): string {
  if (project === undefined) return '–';
  return project.startsWith('circleci/') && projectName !== undefined
    ? `circleci/${plain(projectName)}`
    : project;
}

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** Makes visible what would otherwise hide in a label: control characters, and those that turn the direction of reading. */
export const plain = (text: string): string =>
  text.replace(CONTROL, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);

const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text that may be very long, cut to what a person can take in; the whole of it is in the side panel. */
export function shortened(text: string, most = 120): string {
  if (text.length <= most) return text;
  const characters = [...CHARACTERS.segment(text.slice(0, most * 12))].map(({ segment }) => segment);
  return characters.length <= most ? text : `${characters.slice(0, most).join('')}…`;
}
