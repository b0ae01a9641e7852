import type { LedgerFact, LedgerToken } from '../../shared/domain/ledger-fact';
import type { Row, RowSeed } from './row';

/** The old token of a row, as the ledger names it. */
export const ledgerToken = ({ ref: token, label, project, projectName }: RowSeed): LedgerToken => ({
  token,
  label,
  ...(project !== undefined && { project }),
  ...(projectName !== undefined && { projectName }),
});

/** What the ledger says of a row that has changed; nothing where it stands as far as before. */
export function movedFact(before: Row, { run, id: row, step, need, ...seed }: Row): LedgerFact | undefined {
  if (before.step === step && before.need?.reason === need?.reason) return undefined;
  const token = ledgerToken({ ...seed, id: row });
  return { kind: 'row-moved', ...token, run, row, step, ...(need && { need: need.reason }) };
}
