import { join } from 'node:path';

import { expect, type Page } from 'playwright/test';

import { expectClean } from './axe';
import { readPdf } from './read-pdf';
import { readReport, totalsOf } from './read-report';
import { readLines, verifyPack } from './report-pack';
import { writeReport } from './report-walk';
import type { Rekey } from './launch';

/** What the checklist shows: how many lines, and how many of them are closed in which way. */
export async function shownLines(page: Page) {
  const lines = page.getByRole('list', { name: 'Checklist' }).locator(':scope > li');
  const closed = (how: string) => lines.filter({ hasText: new RegExp(`○${how}`) }).count();
  return {
    'Lines of the checklist': await lines.count(),
    Rotated: await closed('Rotated'),
    'Done elsewhere': await closed('Done elsewhere'),
    'Not applicable': await closed('Not applicable'),
    Open: await lines.filter({ hasText: /[◐●]/ }).count(),
  };
}

/** Writes the report of the checklist that is shown and signed off, by keyboard, and closes its dialog; answers where it is. */
export async function writeLeaverReport({ app, page }: Rekey, folder: string): Promise<string> {
  await page.getByRole('button', { name: 'Report …' }).press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Report of this checklist' });
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await expect(dialog.getByText('Reconciled', { exact: true })).toBeVisible();
  await expect(dialog.getByRole('checkbox', { name: 'Calendar' })).toHaveCount(0);
  await expectClean(page, 'leavers-report');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectClean(page, 'leavers-report-dark');
  await page.emulateMedia({ colorScheme: 'light' });
  const pack = await writeReport(app, dialog, folder);
  await expectClean(page, 'leavers-report-written');
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);
  return pack;
}

interface Leaving {
  readonly person: string;
  readonly signedBy: string;
  readonly totals: Awaited<ReturnType<typeof shownLines>>;
  /** Labels of the tokens that they made, and of those that were rotated and are gone at the host. */
  readonly made: readonly string[];
  readonly rotated: readonly string[];
}

/** The pack, read by others, says what the checklist said and what the host has. */
export async function expectLeaverReport(pack: string, leaving: Leaving): Promise<void> {
  const { person, signedBy, totals, made, rotated } = leaving;
  const closed = `${String(totals['Lines of the checklist'])} of ${String(totals['Lines of the checklist'])}`;
  const sentence = `Evidence for an offboarding: ${closed} lines closed, signed off by ${signedBy}.`;
  const report = await readReport(pack);
  expect(report).toMatchObject({
    kind: 'leaver',
    title: `Leaver: ${person}`,
    isReconciled: true,
    coverage: { read: 12, projects: 12, isComplete: true },
    verdict: { isMet: true, sentence },
  });
  expect(totalsOf(report)).toEqual(totals);
  const rows = report.sections.find(({ id }) => id === 'made-token')?.rows ?? [];
  expect(rows.map(([what]) => what).sort()).toEqual([...made].sort());
  const replaced = rows.filter(([, , state]) => state === 'Rotated').map(([what]) => what);
  expect(replaced.sort()).toEqual([...rotated].sort());

  const lines = await readLines(join(pack, 'report.csv'));
  const counts = lines.filter((line) => line.length === 4 && line[3] === 'yes');
  expect(Object.fromEntries(counts.map(([what, , count]) => [what, Number(count)]))).toEqual(totals);
  for (const label of made) {
    const neutral = label.startsWith('=') ? `'${label}` : label;
    expect(
      lines.some(([what]) => what === neutral),
      label,
    ).toBe(true);
  }
  const pdf = await readPdf(join(pack, 'report.pdf'));
  expect(pdf).toMatchObject({ isTagged: true, title: `Leaver: ${person}, acme` });
  // A reader may part letters that are printed as one.
  expect(pdf.text.replaceAll(' ', '')).toContain(sentence.replaceAll(' ', ''));
  expect(await verifyPack(pack)).toMatchObject({ code: 0 });
}
