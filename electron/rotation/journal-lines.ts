import { createHash } from 'node:crypto';

import { err, ok, type Result } from '../../shared/result';
import { journalRecord, type JournalRecord } from './journal-record';

const CHECKSUM_LENGTH = 16;

/** The first line of every journal. Another number means another Rekey, whose journal this one must not touch. */
export const HEADER = lineOf({ format: 1, of: 'rekey rotation journal' });

/** A record as its line: checksum, space, JSON, end of line. */
export const encodeRecord = (record: JournalRecord): string => lineOf(record);

/** Whether a record will be read back from its line: one that is not makes a journal that no start opens any more. */
export const isReadBack = (record: JournalRecord): boolean =>
  journalRecord.safeParse(JSON.parse(JSON.stringify(record))).success;

/** What a journal holds, and how many of its bytes are sound. What comes after them is the torn end of a last write. */
export interface Decoded {
  readonly records: readonly JournalRecord[];
  readonly soundBytes: number;
}

/**
 * Reads a journal. A last line that is not whole is expected after a crash and left out; a line that is not sound and has
 * a sound one after it means that the file was damaged.
 */
export function decodeJournal(content: Buffer): Result<Decoded, 'broken' | 'other-format'> {
  const records: JournalRecord[] = [];
  let soundBytes = 0;
  let at = 0;
  let number = 0;
  while (at < content.length) {
    const end = content.indexOf(0x0a, at);
    const line = end === -1 ? undefined : content.toString('utf8', at, end);
    const payload = line === undefined ? undefined : payloadOf(line);
    if (payload === undefined)
      return hasSoundLineAfter(content, end) ? err('broken') : ok({ records, soundBytes });
    if (number === 0) {
      if (`${line ?? ''}\n` !== HEADER) return err('other-format');
    } else {
      const record = journalRecord.safeParse(payload);
      if (!record.success) return err('other-format');
      records.push(record.data);
    }
    number += 1;
    at = end + 1;
    soundBytes = at;
  }
  return ok({ records, soundBytes });
}

function hasSoundLineAfter(content: Buffer, end: number): boolean {
  if (end === -1) return false;
  return content
    .toString('utf8', end + 1)
    .split('\n')
    .some((line) => payloadOf(line) !== undefined);
}

/** The content of a journal with what each sound line says changed as text; every other line stays as it is. */
export const withPayloads = (content: string, change: (json: string) => string): string =>
  content
    .split('\n')
    .map((line) => {
      const json = line.slice(CHECKSUM_LENGTH + 1);
      const next = payloadOf(line) === undefined ? json : change(json);
      return next === json ? line : `${checksumOf(next)} ${next}`;
    })
    .join('\n');

function lineOf(payload: unknown): string {
  const text = JSON.stringify(payload);
  return `${checksumOf(text)} ${text}\n`;
}

function payloadOf(line: string): unknown {
  const text = line.slice(CHECKSUM_LENGTH + 1);
  if (line[CHECKSUM_LENGTH] !== ' ' || checksumOf(text) !== line.slice(0, CHECKSUM_LENGTH)) return undefined;
  return JSON.parse(text) as unknown;
}

function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, CHECKSUM_LENGTH);
}
