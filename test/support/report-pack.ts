import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';

/** A table as an independent reader has it: one object a row, by the titles of the columns. */
export async function readTable(path: string): Promise<readonly Readonly<Record<string, string>>[]> {
  return parse(await readFile(path), { bom: true, columns: true });
}

/** The lines of a report as an independent reader has them. */
export async function readLines(path: string): Promise<readonly (readonly string[])[]> {
  return parse(await readFile(path), { bom: true, relax_column_count: true });
}

/** The entries of a calendar as an independent reader has them. */
export function readCalendar(text: string) {
  const calendar = new ICAL.Component(ICAL.parse(text) as never);
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      day: event.startDate.toString(),
      isWholeDay: event.startDate.isDate,
      title: event.summary,
      description: event.description,
      sequence: event.sequence,
      alarms: component
        .getAllSubcomponents('valarm')
        .map((alarm) => (alarm.getFirstPropertyValue('trigger') as ICAL.Duration).toSeconds() / -86_400),
    };
  });
}

/** What a verifier says, run as anybody would run it: without Rekey. */
const runVerifier = (script: string, args: readonly string[]) =>
  new Promise<{ readonly code: number; readonly words: string }>((resolve) => {
    execFile(process.execPath, [join('scripts', script), ...args], (error, words) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, words });
    });
  });

/** What the verifier says of a report's pack. */
export const verifyPack = (folder: string, ...more: readonly string[]) =>
  runVerifier('verify-report.mjs', [folder, ...more]);

/** What the verifier says of a ledger. */
export const verifyLedger = (file: string, ...more: readonly string[]) =>
  runVerifier('verify-ledger.mjs', [file, ...more]);
