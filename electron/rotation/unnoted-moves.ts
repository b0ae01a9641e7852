import type { LedgerEntry, LedgerMemory, PastFact } from '../../shared/domain/ledger-entry';
import type { RowId } from '../../shared/domain/rotation-run';
import type { JournalRecord } from './journal-record';
import { movedFact } from './ledger-facts';
import { replay } from './replay';

/**
 * What the journal knows of rows and the ledger does not: moves come to the ledger a little after they are in the journal, so
 * that a process that was killed may have left its last ones out. The ledger has the moves of each row in order and none
 * twice; those that are missing are its last. Of a ledger that was begun anew, nothing is wanted from before its beginning.
 */
export function unnotedMoves(records: readonly JournalRecord[]): LedgerMemory {
  const noted = new Map<RowId, number>();
  let begunAt = Number.NEGATIVE_INFINITY;
  return {
    heard: ({ fact, at }: LedgerEntry) => {
      if (fact.kind === 'ledger-begun') begunAt = at;
      // What waited for the new ledger is from before it.
      if (fact.kind === 'row-moved' && at > begunAt) noted.set(fact.row, (noted.get(fact.row) ?? 0) + 1);
    },
    missing: () => {
      const seen = new Map<RowId, number>();
      const isMissing = ({ row }: { readonly row: RowId }) => {
        const number = (seen.get(row) ?? 0) + 1;
        seen.set(row, number);
        return number > (noted.get(row) ?? 0);
      };
      return movesIn(records).filter(({ at, row }) => at > begunAt && isMissing({ row }));
    },
  };
}

const movesIn = (records: readonly JournalRecord[]): readonly (PastFact & { readonly row: RowId })[] =>
  [...replay(records)].flatMap(({ before, after, at, connection }) => {
    const fact = movedFact(before, after);
    return fact === undefined ? [] : [{ fact, at, connection, row: after.id }];
  });
