/** The columns of the grid, in the order in which they stand at first. */
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
  'firstSeen',
  'connection',
  'coverage',
] as const;
export type Column = (typeof COLUMNS)[number];

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
