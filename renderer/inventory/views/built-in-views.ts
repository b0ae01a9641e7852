import type { SavedView } from '../../../shared/domain/saved-view';

const byDue = [{ column: 'due', isDescending: false }] as const;

/** The views that everybody has; they cannot be changed or taken away. */
export const BUILT_IN_VIEWS: readonly SavedView[] = [
  { name: 'Due now', query: 'due:now', sort: byDue, group: 'none' },
  { name: 'Admin older than 90 days', query: 'scope:admin age:>90', sort: byDue, group: 'none' },
  { name: 'No owner', query: 'owner:none', sort: byDue, group: 'none' },
  { name: 'Status tokens', query: 'scope:status', sort: byDue, group: 'none' },
  { name: 'Unreadable projects', query: 'coverage:unread', sort: byDue, group: 'project' },
  { name: 'Changed since last session', query: 'is:changed', sort: byDue, group: 'none' },
];
