import type { LedgerEntry } from '../../shared/domain/ledger-entry';
import type { DecisionFact, LedgerFact } from '../../shared/domain/ledger-fact';

const KINDS: readonly string[] = [
  'checklist-overridden',
  'retirement-cancelled',
  'left-unproved',
  'orphan-removal-agreed',
  'found-not-ours',
];

export const isDecision = (fact: LedgerFact): fact is DecisionFact => KINDS.includes(fact.kind);

/** What people decided against the rule, of all that a ledger has. */
export const decisionsOf = (entries: readonly LedgerEntry[]): readonly DecisionFact[] =>
  entries.map(({ fact }) => fact).filter(isDecision);
