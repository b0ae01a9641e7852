import type { FactKind } from './ledger-fact';

/** What a ledger can be narrowed to. */
export const FACT_GROUPS = [
  'looks',
  'policy',
  'rotation',
  'values',
  'people',
  'leaks',
  'files',
  'ledger',
] as const;
export type FactGroup = (typeof FACT_GROUPS)[number];

const GROUP_OF: Readonly<Record<FactKind, FactGroup>> = {
  'connection-added': 'looks',
  'connection-forgotten': 'looks',
  'look-ended': 'looks',
  'coverage-decided': 'looks',
  'policy-changed': 'policy',
  'exception-granted': 'policy',
  'exception-revoked': 'policy',
  'plan-made': 'rotation',
  'plan-confirmed': 'rotation',
  'row-moved': 'rotation',
  'deletion-confirmed': 'rotation',
  'checklist-overridden': 'rotation',
  'retirement-cancelled': 'rotation',
  'left-unproved': 'rotation',
  'orphan-removal-agreed': 'rotation',
  'found-not-ours': 'rotation',
  'use-attested': 'rotation',
  'value-revealed': 'values',
  'value-copied': 'values',
  'value-discarded': 'values',
  'people-merged': 'people',
  attested: 'people',
  'leaver-opened': 'people',
  'leaver-item': 'people',
  'leaver-signed-off': 'people',
  'leak-checked': 'leaks',
  'folder-scanned': 'leaks',
  exported: 'files',
  imported: 'files',
  'ledger-begun': 'ledger',
};

export const groupOf = (kind: FactKind): FactGroup => GROUP_OF[kind];
