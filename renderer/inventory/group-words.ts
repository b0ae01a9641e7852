import { kindWord, plain, projectWord, shortened } from '../words/token-words';
import type { Grouping } from '../../shared/domain/saved-view';
import type { TokenKind } from '../../shared/domain/token';
import { valueWord } from './query-words';
import type { Group } from './rows/grouping';
import type { TokenRows } from './rows/token-rows';

const UNKNOWN: Readonly<Record<Grouping, string>> = {
  project: 'No project (personal tokens)',
  owner: 'Owner not known',
  scope: 'Unknown scope',
  kind: 'Unknown kind',
  due: 'No due date',
};

/** What a group has in common, in words. */
export function groupWord(by: Grouping, key: string): string {
  if (key === '') return UNKNOWN[by];
  if (by === 'kind') return kindWord(key as TokenKind);
  return by === 'scope' || by === 'due' ? valueWord(by, key) : shortened(plain(key));
}

/** What the head of a group says, of projects their names where their slugs are made of ids. */
export function groupName({ recordAt }: Pick<TokenRows, 'recordAt'>, by: Grouping, group: Group): string {
  const [first] = group.rows;
  return by === 'project' && group.key !== '' && first !== undefined
    ? shortened(projectWord(recordAt(first)))
    : groupWord(by, group.key);
}

export const GROUPING_NAMES: Readonly<Record<Grouping, string>> = {
  project: 'Project',
  owner: 'Owner',
  scope: 'Scope',
  kind: 'Kind',
  due: 'Due',
};
