import type { NameSource } from './people';

/** Where a name comes from, in words: the same in the page and in reports. */
export const NAME_SOURCE_WORDS: Readonly<Record<NameSource, string>> = {
  connection: 'a connection',
  token: 'their token',
  register: 'the register',
  'audit-log': 'the audit log',
  'checkout-key': 'a checkout key',
  collaborations: 'an account, confirmed by hand',
  'by-hand': 'entered by hand',
};
