import type { JudgedAccount, ReadAccounts } from '../../shared/domain/accounts';
import type { Attestation } from '../../shared/domain/attestation';
import type { AuditConflict, Recovered } from '../../shared/domain/audit-log';
import type { CheckoutKeys } from '../../shared/domain/checkout-key';
import type { Alias, LogImport, SeenName } from '../../shared/domain/people';

/** What a log told of a token, and which import it was, counted from 0. */
export interface RecoveredBy extends Recovered {
  readonly from: number;
}

/** All that is kept of the people of one connection, besides what the inventory says of owners. */
export interface PeopleState {
  readonly names: readonly SeenName[];
  readonly aliases: readonly Alias[];
  readonly imports: readonly LogImport[];
  readonly recovered: readonly RecoveredBy[];
  readonly conflicts: readonly AuditConflict[];
  readonly conflictCount: number;
  readonly attestations: readonly Attestation[];
  readonly keys?: CheckoutKeys;
  readonly accounts?: ReadAccounts;
  readonly verdicts: readonly JudgedAccount[];
}

export const NOBODY: PeopleState = {
  names: [],
  aliases: [],
  imports: [],
  recovered: [],
  conflicts: [],
  conflictCount: 0,
  attestations: [],
  verdicts: [],
};

/** Some names with others, none of them twice from one source. */
export function withNames(known: readonly SeenName[], more: readonly SeenName[]): readonly SeenName[] {
  const all = new Map([...known, ...more].map((seen) => [`${seen.source} ${seen.name}`, seen]));
  return [...all.values()].slice(0, MOST_NAMES);
}

const MOST_NAMES = 20_000;
