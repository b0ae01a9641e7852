import { openMemoryVault } from '../../../electron/credentials/memory-vault';
import { SecretValue } from '../../../electron/credentials/secret-value';
import type { Vault, VaultKey } from '../../../electron/credentials/vault';
import { decodeJournal, encodeRecord, HEADER } from '../../../electron/rotation/journal-lines';
import type { JournalRecord } from '../../../electron/rotation/journal-record';
import { NO_CONSUMERS, type ConsumerEntry } from '../../../shared/domain/consumer';
import type { DecisionFact } from '../../../shared/domain/ledger-fact';
import type { TokenRef } from '../../../shared/domain/token-ref';

/** All that outlives the app, as bytes and maps: real lines and real decoding, without a disk's slowness. */
export interface Paper {
  journal: string;
  readonly vault: () => Vault;
  /** The plain values that are kept now, by their keys. */
  readonly values: () => ReadonlyMap<string, string>;
  /** The values were only in memory: the app has ended, and they are gone. */
  readonly loseValues: () => void;
  /** Remembers how all stands, so that it can be put back. */
  readonly mark: () => void;
  /** Puts the journal back to a moment; false where there is none to go back to. */
  readonly putBack: (to: number, withVault: boolean) => boolean;
  readonly consumers: Map<TokenRef, ConsumerEntry>;
  readonly ledger: Pick<DecisionFact, 'kind' | 'token' | 'reason'>[];
}

export function newPaper(): Paper {
  const values = new Map<string, string>();
  let moments: { readonly journal: string; readonly values: ReadonlyMap<string, string> }[] = [];
  let vault = noting(values);
  const paper: Paper = {
    journal: HEADER,
    vault: () => vault,
    values: () => values,
    loseValues: () => {
      values.clear();
      vault = noting(values);
    },
    mark: () => {
      moments.push({ journal: paper.journal, values: new Map(values) });
    },
    putBack: (to, withVault) => {
      // What was compacted cannot be gone back to.
      moments = moments.filter(({ journal }) => paper.journal.startsWith(journal));
      const moment = moments[Math.floor(((moments.length - 1) * to) / 100)];
      if (moment === undefined || moment.journal.length >= paper.journal.length) return false;
      paper.journal = moment.journal;
      if (!withVault) return true;
      values.clear();
      vault = noting(values);
      for (const [key, value] of moment.values) void vault.put(key as VaultKey, new SecretValue(value));
      return true;
    },
    consumers: new Map(),
    ledger: [],
  };
  return paper;
}

/** A vault in memory that looks sealed, and notes what is in it. */
function noting(values: Map<string, string>): Vault {
  const inner = openMemoryVault();
  return {
    keeps: 'sealed-on-disk',
    get: inner.get,
    put: (key, secret) => {
      values.set(key, secret.reveal());
      return inner.put(key, secret);
    },
    drop: (key) => {
      values.delete(key);
      return inner.drop(key);
    },
  };
}

/** Reads the journal as the app does at its start, and mends its torn end. */
export function recordsOn(paper: Paper): readonly JournalRecord[] {
  const decoded = decodeJournal(Buffer.from(paper.journal));
  if (!decoded.ok) throw new Error(`the journal is ${decoded.error}`);
  paper.journal = Buffer.from(paper.journal).subarray(0, decoded.value.soundBytes).toString('utf8');
  return decoded.value.records;
}

export const lineOf = encodeRecord;

export const consumersOn = ({ consumers }: Paper) => ({
  of: (ref: TokenRef) => consumers.get(ref) ?? NO_CONSUMERS,
  remember: (ref: TokenRef, entry: ConsumerEntry) => {
    consumers.set(ref, entry);
    return Promise.resolve();
  },
});
