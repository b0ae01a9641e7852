import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import type { LedgerExport, LedgerFailure } from '../../shared/domain/ledger-state';
import { err, ok, type Result } from '../../shared/result';
import { writeAtomically } from '../files/write-atomically';
import type { Reading } from './read-ledger';

/** Copies a ledger that is whole, byte by byte, as far as its chain was followed. */
export async function exportLedger(
  path: string,
  { head, ends, trouble }: Reading,
  to: string,
): Promise<Result<LedgerExport, LedgerFailure>> {
  if (trouble !== undefined) return err({ kind: 'not-whole' });
  try {
    const size = ends.at(-1) ?? 0;
    const bytes = size === 0 ? Buffer.alloc(0) : (await readFile(path)).subarray(0, size);
    await writeAtomically(to, bytes);
    return ok({ name: basename(to), head, sha256: createHash('sha256').update(bytes).digest('hex') });
  } catch {
    return err({ kind: 'disk' });
  }
}
