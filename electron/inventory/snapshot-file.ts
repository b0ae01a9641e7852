import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';

import { z } from 'zod';

import type { Sighting } from '../../shared/domain/drift';
import { lookFactsOf, type LookFacts } from '../../shared/domain/drift-report';

const FORMAT = 'rekey inventory 2';
/** Without the line of facts. */
const FORMER_FORMAT = 'rekey inventory 1';
const HEAD_BYTES = 1_024;

const lookFacts: z.ZodType<LookFacts> = z.strictObject({
  takenAt: z.number(),
  tokens: z.number(),
  coverage: z.strictObject({ read: z.number(), projects: z.number(), isComplete: z.boolean() }),
});

/**
 * One line that says what this is and what it adds up to, one of the look in figures, and one of JSON. A hundred thousand rows
 * that are known to be the ones that were written need not be looked at one by one when the app starts.
 */
export function encodeSnapshot(sighting: Sighting): string {
  const body = `${JSON.stringify(lookFactsOf(sighting))}\n${JSON.stringify(sighting)}`;
  return `${FORMAT} ${digestOf(body)}\n${body}`;
}

/** `undefined` where the text is not as it was written. */
export function decodeSnapshot(text: string): Sighting | undefined {
  const end = text.indexOf('\n');
  if (end === -1) return undefined;
  const body = text.slice(end + 1);
  const digest = digestOf(body);
  const head = text.slice(0, end);
  if (head === `${FORMER_FORMAT} ${digest}`) return JSON.parse(body) as Sighting;
  if (head !== `${FORMAT} ${digest}`) return undefined;
  return JSON.parse(body.slice(body.indexOf('\n') + 1)) as Sighting;
}

/** The look in figures, from the first lines of its file; `undefined` where there is no such file, or none that tells. */
export async function readLookFacts(path: string): Promise<LookFacts | undefined> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0);
      const [head = '', facts = ''] = buffer.toString('utf8', 0, bytesRead).split('\n');
      return head.startsWith(`${FORMAT} `) ? lookFacts.parse(JSON.parse(facts)) : undefined;
    } finally {
      await file.close();
    }
  } catch {
    return undefined;
  }
}

const digestOf = (body: string) => createHash('sha256').update(body).digest('hex');
