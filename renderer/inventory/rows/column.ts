import type { Column } from '../../../shared/domain/saved-view';

export const COLUMN_NAMES: Readonly<Record<Column, string>> = {
  label: 'Label',
  kind: 'Kind',
  scope: 'Scope',
  project: 'Project',
  owner: 'Owner',
  created: 'Created',
  lastUsed: 'Last used',
  expires: 'Expires',
  due: 'Due',
  firstSeen: 'First seen',
  connection: 'Connection',
  coverage: 'Coverage',
};
