import type { Vault } from '../../electron/credentials/vault';
import type { Journal } from '../../electron/rotation/journal';

/** So many writes the app lives for; whether the last one still makes it to the disk. */
export interface Mortality {
  readonly writes: number;
  readonly isLastKept: boolean;
}

/** The disk of an app that dies after some writes. What it answers then is what a dead process answers: nothing, for ever. */
export interface MortalDisk {
  readonly journal: Journal;
  readonly vault: Vault;
  /** Resolves when the app is dead. */
  readonly death: Promise<void>;
}

export function mortalDisk(journal: Journal, vault: Vault, { writes, isLastKept }: Mortality): MortalDisk {
  let left = writes;
  let die: () => void = () => undefined;
  const death = new Promise<void>((resolve) => {
    die = resolve;
  });
  const write = async <Answer>(work: () => Promise<Answer>): Promise<Answer> => {
    if (left > 0) {
      left -= 1;
      return work();
    }
    if (left === 0 && isLastKept) await work();
    left = -1;
    die();
    return new Promise(() => undefined);
  };
  return {
    death,
    journal: {
      ...journal,
      append: (record) => write(() => journal.append(record)),
      compact: (records) => write(() => journal.compact(records)),
    },
    vault: {
      ...vault,
      put: (key, secret) => write(() => vault.put(key, secret)),
      drop: (key) => write(() => vault.drop(key)),
    },
  };
}
