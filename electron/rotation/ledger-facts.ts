import type { LedgerFact, LedgerToken, StepProof } from '../../shared/domain/ledger-fact';
import { notProvableOf, type Row, type RowSeed } from './row';

/** The old token of a row, as the ledger names it. */
export const ledgerToken = ({ ref: token, label, project, projectName }: RowSeed): LedgerToken => ({
  token,
  label,
  ...(project !== undefined && { project }),
  ...(projectName !== undefined && { projectName }),
});

/** What the ledger says of a row that has changed; nothing where it stands as far as before. */
export function movedFact(before: Row, row: Row): LedgerFact | undefined {
  const { run, step, need } = row;
  if (before.step === step && before.need?.reason === need?.reason) return undefined;
  const proof = proofOf(row);
  const reason = need && { need: need.reason };
  return {
    kind: 'row-moved',
    ...ledgerToken(row),
    run,
    row: row.id,
    step,
    ...reason,
    ...(proof && { proof }),
  };
}

function proofOf(row: Row): StepProof | undefined {
  if (row.step === 'verified') return notProvableOf(row) && 'listed';
  if (row.step !== 'proved') return undefined;
  if (row.storedByPerson) return 'person';
  return row.weakerProof && 'weaker';
}
