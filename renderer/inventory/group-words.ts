import { kindWord, plain, shortened } from '../words/token-words';
import type { Grouping } from '../../shared/domain/saved-view';
import type { TokenKind } from '../../shared/domain/token';
import { valueWord } from './query-words';

const UNKNOWN: Readonly<Record<Grouping, string>> = {
  project: 'No project (personal tokens)',
  owner: 'Owner not known',
  scope: 'Unknown scope',
  kind: 'Unknown kind',
  due: 'No due date',
};

/** What the head of a group says. */
export function groupWord(by: Grouping, key: string): string {
  if (key === '') return UNKNOWN[by];
  if (by === 'kind') return kindWord(key as TokenKind);
  return by === 'scope' || by === 'due' ? valueWord(by, key) : shortened(plain(key));
}

export const GROUPING_NAMES: Readonly<Record<Grouping, string>> = {
  project: 'Project',
  owner: 'Owner',
  scope: 'Scope',
  kind: 'Kind',
  due: 'Due',
};
