import type { TokenScope } from './token';

/** The scopes as CircleCI's own pages name them. */
export const SCOPE_NAMES: Readonly<Record<Exclude<TokenScope, 'other'>, string>> = {
  all: 'Admin',
  'view-builds': 'Read Only',
  status: 'Status',
  full: 'Full',
  write: 'Write',
  read: 'Read',
};
