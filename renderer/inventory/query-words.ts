import { plain, shortened } from '../words/token-words';
import type { Key, Term } from './rows/query';

const SCOPES: Readonly<Record<string, string>> = {
  admin: 'Admin',
  'read-only': 'Read Only',
  status: 'Status',
  full: 'Full',
  write: 'Write',
  read: 'Read',
  other: 'Other',
};

const DUES: Readonly<Record<string, string>> = {
  now: 'Due now',
  overdue: 'Overdue',
  soon: 'Due soon',
  unknown: 'Unknown age',
  fine: 'Fine',
  unused: 'Unused',
  excepted: 'Exception',
  none: 'No limit',
};

const WORDS: Partial<Record<Key, Readonly<Record<string, string>>>> = {
  scope: SCOPES,
  due: DUES,
  duein: { '<0': 'past' },
  expires: { '<0': 'past' },
  kind: { project: 'Project', personal: 'Personal' },
  has: { consumers: 'Consumers' },
  is: {
    ...DUES,
    due: 'Due now',
    own: 'Used by Rekey',
    unseen: 'Not seen in the last sync',
    changed: 'Changed since the last look',
    excepted: 'Under an exception',
  },
  coverage: {
    read: 'Read',
    refused: 'Refused',
    unreachable: 'Unreachable',
    'in-doubt': 'In doubt',
    pending: 'Not read yet',
    'by-hand': 'By hand',
    unread: 'Not read',
  },
};

/** A value of the query language as people say it. */
export function valueWord(key: Key | 'text', value: string): string {
  const words = key === 'text' ? undefined : WORDS[key];
  const word = words !== undefined && Object.hasOwn(words, value) ? words[value] : undefined;
  return word ?? shortened(plain(value));
}

const KEY_NAMES: Readonly<Record<Key, string>> = {
  label: 'Label',
  project: 'Project',
  owner: 'Owner',
  connection: 'Connection',
  kind: 'Kind',
  scope: 'Scope',
  due: 'Due',
  duein: 'Days to due date',
  age: 'Age in days',
  created: 'Created',
  used: 'Days since last use',
  expires: 'Days to expiry',
  seen: 'Days since first seen',
  coverage: 'Coverage',
  has: 'Has',
  is: 'Is',
};

/** A part of a query in words, for its chip: `Scope: Admin or Status`, `Not owner: m.roy`, `“deploy”`. */
export function termWords({ key, values, isNegated }: Term): string {
  if (key === 'text') return `${isNegated ? 'Not ' : ''}“${shortened(plain(values[0] ?? ''))}”`;
  const said = values.map((value) => valueWord(key, value)).join(' or ');
  return isNegated ? `Not ${KEY_NAMES[key].toLowerCase()}: ${said}` : `${KEY_NAMES[key]}: ${said}`;
}
