import fc from 'fast-check';

import type { FactKind, LedgerFact } from '../../shared/domain/ledger-fact';
import { parseRowId } from '../../shared/domain/rotation-run';
import { must, NOW, refNumber, slugOf } from './token-records';

const token = { token: refNumber(1), label: 'deploy bot', project: slugOf('gh/acme/api') };
const hash = 'ab'.repeat(32);
const row = must(parseRowId(`row_${'7'.repeat(32)}`));
const run = `run_${'3'.repeat(32)}`;
const exception = {
  exception: `exc_${'5'.repeat(16)}` as const,
  owner: 'm.roy',
  approver: 't.novak',
  reason: 'vendor migration',
  until: NOW,
};

/** One fact of every kind: a kind that is added to the union is missed here by the compiler. */
export const FACTS: { readonly [K in FactKind]: Extract<LedgerFact, { readonly kind: K }> | LedgerFact } = {
  'checklist-overridden': { kind: 'checklist-overridden', ...token, reason: 'the wall display is gone' },
  'retirement-cancelled': { kind: 'retirement-cancelled', ...token, reason: 'still in use' },
  'left-unproved': { kind: 'left-unproved', ...token, reason: 'left while CircleCI did not show the list' },
  'orphan-removal-agreed': { kind: 'orphan-removal-agreed', ...token, reason: 'deleted as agreed' },
  'found-not-ours': { kind: 'found-not-ours', ...token, reason: 'said not to be of Rekey’s making' },
  'use-attested': { kind: 'use-attested', ...token, reason: 'pipeline 812 ran green with it' },
  'connection-added': { kind: 'connection-added', name: 'acme' },
  'connection-forgotten': { kind: 'connection-forgotten', name: 'acme' },
  'look-ended': { kind: 'look-ended', outcome: 'partial', tokens: 600, read: 118, projects: 120 },
  'coverage-decided': { kind: 'coverage-decided', decision: 'project-gone', about: 'gh/acme/old', tokens: 3 },
  'policy-changed': { kind: 'policy-changed', name: 'Strict', hash, before: '' },
  'exception-granted': { kind: 'exception-granted', ...exception },
  'exception-revoked': { kind: 'exception-revoked', ...exception },
  'plan-made': { kind: 'plan-made', hash, rotates: 12, skips: 2 },
  'plan-confirmed': { kind: 'plan-confirmed', hash, run, rotates: 12, overlapHours: 24 },
  'row-moved': { kind: 'row-moved', ...token, run, row, step: 'needs-you', need: 'verify-failed' },
  'deletion-confirmed': { kind: 'deletion-confirmed', count: 12 },
  'value-revealed': { kind: 'value-revealed', ...token, row },
  'value-copied': { kind: 'value-copied', ...token, row },
  'value-discarded': { kind: 'value-discarded', ...token, row },
  exported: { kind: 'exported', what: 'ledger', sha256: hash },
  imported: { kind: 'imported', what: 'audit-log', sha256: hash, taken: 900, refused: 3 },
  'people-merged': { kind: 'people-merged', person: 'Mara Roy', alias: 'm.roy' },
  attested: { kind: 'attested', ...token, by: 'm.roy', answer: 'deleted' },
  'leaver-opened': { kind: 'leaver-opened', leaver: 'leaver_1', person: 'Mara Roy', items: 14 },
  'leaver-item': {
    kind: 'leaver-item',
    leaver: 'leaver_1',
    item: 'item_1',
    state: 'not-applicable',
    reason: 'never used',
    person: 'Mara Roy',
    about: 'deploy bot',
  },
  'leaver-signed-off': { kind: 'leaver-signed-off', leaver: 'leaver_1', person: 'Mara Roy', by: 't.novak' },
  'leak-checked': { kind: 'leak-checked', form: 'legacy', outcome: 'located', token: refNumber(1) },
  'folder-scanned': { kind: 'folder-scanned', files: 1_200, found: 2 },
  'ledger-begun': { kind: 'ledger-begun', was: 'truncated', entries: 41, head: hash },
};

/** Any fact, its texts being whatever people type. */
export const anyFact: fc.Arbitrary<LedgerFact> = fc.oneof(
  fc.constantFrom(...Object.values(FACTS)),
  fc
    .string({ unit: 'binary', maxLength: 60 })
    .map((reason): LedgerFact => ({ kind: 'checklist-overridden', ...token, reason })),
  fc
    .string({ unit: 'grapheme', maxLength: 60 })
    .map((name): LedgerFact => ({ kind: 'connection-added', name })),
);
