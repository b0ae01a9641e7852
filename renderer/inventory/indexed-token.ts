import { judge, type AgePolicy, type DueState } from '../../shared/domain/age-policy';
import type { Instant } from '../../shared/domain/instant';
import type { TokenRecord } from '../../shared/domain/token';
import { scopeWord } from '../words/token-words';

/** A token with all that filtering and sorting ask for, worked out once. */
export interface IndexedToken {
  readonly token: TokenRecord;
  /** Lower case: label, project and owner, one a line. */
  readonly search: string;
  readonly due: DueState;
  readonly sortKeys: Readonly<Record<Column, string | number>>;
}

export const COLUMNS = [
  'label',
  'kind',
  'scope',
  'project',
  'owner',
  'created',
  'lastUsed',
  'expires',
  'due',
] as const;
export type Column = (typeof COLUMNS)[number];

/** Sorts after every known date: what is not known is neither old nor young. */
const UNKNOWN = Number.POSITIVE_INFINITY;

export function indexToken(token: TokenRecord, policy: AgePolicy, now: Instant): IndexedToken {
  const due = judge(token, policy, now);
  const label = token.label.toLowerCase();
  const project = (token.projectName ?? token.project ?? '').toLowerCase();
  const owner = token.owner?.name.toLowerCase() ?? '';
  return {
    token,
    search: [label, project, token.project?.toLowerCase() ?? '', owner].join('\n'),
    due,
    sortKeys: {
      label,
      kind: token.kind,
      scope: scopeWord(token),
      project,
      owner: owner === '' ? '\uffff' : owner,
      created: token.createdAt ?? UNKNOWN,
      lastUsed: token.lastUsedAt ?? UNKNOWN,
      expires: token.expiresAt ?? UNKNOWN,
      due: due.kind === 'no-limit' ? UNKNOWN : due.dueAt,
    },
  };
}
