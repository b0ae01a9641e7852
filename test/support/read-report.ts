import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect } from 'playwright/test';

import { reportSchema } from '../../electron/evidence/reports/report-schema';

/** The report of a pack, as its published form has it. */
export const readReport = async (pack: string) =>
  reportSchema.parse(JSON.parse(await readFile(join(pack, 'report.json'), 'utf8')));

/** The totals of a report, by what they count; each is checked to be the same at its source. */
export function totalsOf({
  totals,
}: Awaited<ReturnType<typeof readReport>>): Readonly<Record<string, number>> {
  for (const { what, atSource, inReport } of totals) expect(inReport, what).toBe(atSource);
  return Object.fromEntries(totals.map(({ what, inReport }) => [what, inReport]));
}
