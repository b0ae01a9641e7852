import type { Vault } from '../../../electron/credentials/vault';
import { HEADER } from '../../../electron/rotation/journal-lines';
import type { JournalRecord } from '../../../electron/rotation/journal-record';
import type { RotationPorts } from '../../../electron/rotation/rotation-ports';
import { err, ok } from '../../../shared/result';
import { isDecision } from '../decisions';
import type { Life } from '../schedule';
import { consumersOn, lineOf, recordsOn, type Paper } from './paper';

/** What a life of the app writes on: after its last write, it hears nothing for ever. */
export interface LifeDisk extends Pick<RotationPorts, 'journal' | 'vaultOf' | 'consumers' | 'ledger'> {
  /** Resolves when the app is dead. */
  readonly death: Promise<void>;
}

/** `written` hears of each record that was answered for. */
export function lifeDisk(
  paper: Paper,
  { writes, lastWrite, journalFailsAt, vault: mood }: Omit<Life, 'choices'>,
  written: (record: JournalRecord) => void,
): LifeDisk {
  let left = writes;
  let appended = 0;
  let refusals = mood === 'refuses-once' ? 1 : 0;
  let die: () => void = () => undefined;
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });

  /** One write, which takes its turn as any other does; `torn` is what a power cut leaves of it. */
  const write = async <Answer>(work: () => Promise<Answer> | Answer, torn?: () => void): Promise<Answer> => {
    await new Promise((resolve) => setImmediate(resolve));
    if (left > 0) {
      left -= 1;
      return work();
    }
    if (left === 0 && lastWrite === 'kept') await work();
    if (left === 0 && lastWrite === 'torn') torn?.();
    left = -1;
    die();
    return new Promise(() => undefined);
  };

  const append = (record: JournalRecord) =>
    write(
      () => {
        appended += 1;
        if (journalFailsAt !== undefined && appended > journalFailsAt) return err('unwritable' as const);
        paper.journal += lineOf(record);
        paper.mark();
        written(record);
        return ok(null);
      },
      () => {
        paper.journal += lineOf(record).slice(0, -7);
      },
    );

  const vault = (): Vault => ({
    ...paper.vault(),
    put: (key, secret) =>
      write(() => {
        if (refusals === 0) return paper.vault().put(key, secret);
        refusals -= 1;
        return err('disk' as const);
      }),
    get: (key) => (mood === 'locked' ? Promise.resolve(err('unreadable')) : paper.vault().get(key)),
    drop: (key) => write(() => paper.vault().drop(key)),
  });

  return {
    death,
    journal: {
      records: recordsOn(paper),
      append,
      compact: (records) =>
        write(() => {
          paper.journal = HEADER + records.map(lineOf).join('');
          return ok(null);
        }),
      close: () => Promise.resolve(),
    },
    vaultOf: vault,
    consumers: {
      ...consumersOn(paper),
      remember: (ref, entry) => write(() => consumersOn(paper).remember(ref, entry)),
    },
    ledger: {
      note: (fact) =>
        write(() => {
          if (isDecision(fact)) paper.ledger.push(fact);
          return ok(null);
        }),
      noteSoon: () => undefined,
    },
  };
}
