import { writeFile } from 'node:fs/promises';

import { test } from 'playwright/test';

import { auditLogOf } from '../../electron/demo/audit-log';
import type { Instant } from '../../shared/domain/instant';
import { choosePaths } from '../support/window-settings';
import { each, fill, press, told, type Step } from './steps';

const LEAVER = 'r.silva';

/** The organisation's audit log of that moment, two lines of which were spoilt on the way. */
export const importLog =
  (now: Instant): Step =>
  async (stage) => {
    const path = test.info().outputPath('audit-log.csv');
    await writeFile(path, `${auditLogOf(stage.server.state, now)}too,few\r\nx,"never closed\r\n`);
    await choosePaths(stage.app, path);
    await press('Import audit log …')(stage);
    await stage.page.getByRole('region', { name: 'Imported' }).getByRole('status').waitFor();
  };

export const readKeys: Step = each(press('Read checkout keys'), told(/checkout keys of \d+ of \d+ projects/));

/** Reads the accounts that one works with, and asks which of them are people. */
export const askAccounts: Step = each(
  press('Read accounts'),
  told(/accounts? read/),
  press('Say which are people …'),
);

export const openPerson: Step = press(`Details: ${LEAVER}`);

const closeLine = (line: number, verb: string, field: string, words: string): Step =>
  each(
    ({ page }) => page.getByRole('list', { name: 'Checklist' }).getByRole('checkbox').nth(line).check(),
    press(`${verb} …`),
    fill(field, words),
    press(/^Close \d+ lines?$/),
    told(/ closed$/),
  );

/** Asks for a decision about all that is open. */
export const dismissAll: Step = each(
  press(/^Select all open/),
  press('Not applicable …'),
  fill('Reason', 'the account was closed, and every token of theirs with it'),
);

/** Closes all that is open, and asks for the sign-off. */
export const askSignOff: Step = each(
  dismissAll,
  press(/^Close \d+ lines?$/),
  told(/ closed$/),
  press('Sign off …'),
  fill('Your name', 'Ana Lin'),
);

/** Makes the checklist, closes two of its lines, and selects what is left. */
export const workThrough: Step = each(
  press(`Make the checklist: ${LEAVER}`),
  closeLine(0, 'Done elsewhere', 'Note', 'deleted by hand in CircleCI, ticket 4711'),
  closeLine(0, 'Not applicable', 'Reason', 'the project was archived in October'),
  press(/^Select all open/),
);

/** Somebody else leaves as well. */
export const choosePerson = (person: string): Step =>
  each(press('Choose who leaves …'), fill('Find somebody', person));
