import { namedProject, type NamedProject } from '../../shared/domain/named-project';
import { showHidden } from '../../shared/domain/plain-text';
import { SCOPE_NAMES } from '../../shared/domain/scope-names';
import { NO_ACCESS_LEVEL, type TokenKind, type TokenRecord } from '../../shared/domain/token';

/** The scope as CircleCI's own pages name it. A scope Rekey does not know is shown as the host wrote it. */
export function scopeWord({ scope, rawScope }: Pick<TokenRecord, 'scope' | 'rawScope'>): string {
  if (rawScope === NO_ACCESS_LEVEL) return 'Unknown';
  if (scope !== 'other') return SCOPE_NAMES[scope];
  return rawScope === undefined || rawScope === '' ? 'Unknown' : plain(rawScope);
}

export const kindWord = (kind: TokenKind): string => (kind === 'personal' ? 'Personal' : 'Project');

/** The project for people, by its name where its slug is made of ids; a dash where there is none. */
export const projectWord = (token: NamedProject): string => plain(namedProject(token) ?? '–');

/** Makes visible what would otherwise hide in a label: control characters, and those that turn the direction of reading. */
export const plain = showHidden;

const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text that may be very long, cut to what a person can take in; the whole of it is in the side panel. */
export function shortened(text: string, most = 120): string {
  if (text.length <= most) return text;
  const characters = [...CHARACTERS.segment(text.slice(0, most * 12))].map(({ segment }) => segment);
  return characters.length <= most ? text : `${characters.slice(0, most).join('')}…`;
}
