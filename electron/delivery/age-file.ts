import { createHash } from 'node:crypto';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

import { isAgeRecipient } from '../../shared/domain/age-recipient';
import { placeWord, type Receipt } from '../../shared/domain/delivery';
import type { AgeFileTarget } from '../../shared/domain/delivery-target';
import { err, ok } from '../../shared/result';
import type { SecretValue } from '../credentials/secret-value';
import { ageFileName } from './age-file-name';
import { recipientCount } from './age-header';
import type { Sink } from './sink';
import { writeNewFile } from './write-new-file';

/**
 * A new file in a folder, encrypted to all recipients. Proved by reading it back: unchanged, and with a stanza for each
 * recipient. `random` gives at least eight hex digits, others each time.
 */
export function ageFileSink(target: AgeFileTarget, now: () => number, random: () => string): Sink {
  return {
    describe: () => placeWord({ kind: 'age-file', target: target.id, name: target.name }),
    deliver: async (value, { label }) => {
      const content = await encrypted(value, target.recipients);
      if (content === undefined) return err({ kind: 'bad-recipient' });
      const path = join(target.folder, ageFileName(label, now(), random()));
      try {
        await writeNewFile(path, content);
      } catch {
        return err({ kind: 'file-not-written' });
      }
      return ok({ kind: 'file', path, sha256: digestOf(content) });
    },
    prove: async (_value, receipt) => {
      const content = await readOurs(receipt);
      return ok(content !== undefined && recipientCount(content) === target.recipients.length);
    },
    undo: async (receipt) => {
      if (receipt.kind !== 'file' || (await readOurs(receipt)) === undefined) return ok('cannot');
      try {
        await rm(receipt.path);
        return ok('undone');
      } catch {
        return ok('cannot');
      }
    },
  };
}

async function encrypted(value: SecretValue, recipients: readonly string[]): Promise<Uint8Array | undefined> {
  // The package takes further forms, such as plugins' ones, that the rest of Rekey does not know.
  if (recipients.length === 0 || !recipients.every(isAgeRecipient)) return undefined;
  try {
    // Read when it is first needed: its arithmetic takes longer to come up than the rest of the app.
    const { Encrypter } = await import('age-encryption');
    const encrypter = new Encrypter();
    for (const recipient of recipients) encrypter.addRecipient(recipient);
    return await encrypter.encrypt(value.reveal());
  } catch {
    return undefined;
  }
}

/** The content of the very file that was written; `undefined` where it is gone, changed or cannot be read. */
async function readOurs(receipt: Receipt): Promise<Uint8Array | undefined> {
  if (receipt.kind !== 'file') return undefined;
  try {
    const content = await readFile(receipt.path);
    return digestOf(content) === receipt.sha256 ? content : undefined;
  } catch {
    return undefined;
  }
}

function digestOf(content: Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}
