import { createHash } from 'node:crypto';
import { readFile, truncate } from 'node:fs/promises';

import { z } from 'zod';

import type { Instant } from '../../shared/domain/instant';
import { scrub, type LedgerEntry } from '../../shared/domain/ledger-entry';
import type { DecisionFact } from '../../shared/domain/ledger-fact';
import { projectSlug, tokenRef } from '../../shared/ipc/decode';
import { err, ok, type Result } from '../../shared/result';
import { appendDurably } from '../files/append-durably';
import { isAbsent } from '../files/json-file';
import { oneAtATime } from '../files/one-at-a-time';

/** Everything that people decided, in a chain of hashes: whoever alters a line breaks all lines after it. */
export interface Ledger {
  /** Answers when the fact is on disk. A ledger that does not verify takes nothing more. */
  readonly append: (fact: DecisionFact) => Promise<Result<null, 'unwritable'>>;
}

const FIRST = '0'.repeat(64);

const entrySchema: z.ZodType<LedgerEntry> = z.strictObject({
  number: z.number(),
  at: z.number(),
  before: z.string(),
  fact: z.strictObject({
    kind: z.enum(['checklist-overridden', 'retirement-cancelled', 'left-unproved']),
    token: tokenRef,
    label: z.string(),
    project: projectSlug.exactOptional(),
    reason: z.string(),
  }),
});

/** Opens the ledger in a file; a missing file is an empty ledger. */
export function openLedger(path: string, now: () => Instant): Ledger {
  const inOrder = oneAtATime();
  return {
    append: (fact) =>
      inOrder(async () => {
        try {
          const text = await textOf(path);
          const whole = text.slice(0, text.lastIndexOf('\n') + 1);
          const verified = verifyLedger(whole);
          if (!verified.ok) return err('unwritable');
          // The torn end of a last write, which was never answered for.
          if (whole !== text) await truncate(path, Buffer.byteLength(whole));
          const { entries, head } = verified.value;
          const safe = { ...fact, label: scrub(fact.label), reason: scrub(fact.reason) };
          const entry: LedgerEntry = { number: entries.length + 1, at: now(), before: head, fact: safe };
          await appendDurably(path, `${JSON.stringify(entry)}\n`);
          return ok(null);
        } catch {
          return err('unwritable');
        }
      }),
  };
}

/** Reads a ledger's text and follows its chain; `line` is the first that does not fit, counted from 1. */
export function verifyLedger(
  text: string,
): Result<{ readonly entries: readonly LedgerEntry[]; readonly head: string }, { readonly line: number }> {
  const lines = text.split('\n');
  if (lines.pop() !== '') return err({ line: lines.length + 1 });
  const entries: LedgerEntry[] = [];
  let head = FIRST;
  for (const [index, line] of lines.entries()) {
    const entry = entrySchema.safeParse(parsed(line));
    const isNext = entry.success && entry.data.before === head && entry.data.number === index + 1;
    if (!isNext) return err({ line: index + 1 });
    entries.push(entry.data);
    head = createHash('sha256').update(line).digest('hex');
  }
  return ok({ entries, head });
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (isAbsent(error)) return '';
    throw error;
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
