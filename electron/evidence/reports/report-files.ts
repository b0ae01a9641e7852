import type { Report, ReportSection } from '../../../shared/domain/report';
import type { ReportForm } from '../../../shared/domain/report-request';
import { datesOf } from './calendar-dates';
import { eventsOf, MOST_EVENTS } from './calendar-events';
import { calendarIcs } from './calendar-form';
import { reportCsv, tableCsv } from './csv-form';
import type { GatheredReport } from './gather-report';
import { isSummary, reportHtml } from './html-form';
import { reportJson } from './json-form';
import type { PackFile } from './pack';
import type { Part } from './part';
import type { ReportPorts } from './report-ports';
import { countWord } from './report-words';

/** The files of a pack, and how many rows will be written in all. */
export interface PlannedFiles {
  readonly files: readonly PackFile[];
  readonly rows: number;
}

/** What a report is written as, in the forms that were asked for. */
export function plannedFiles(
  { report, sources }: GatheredReport,
  forms: readonly ReportForm[],
  ports: Pick<ReportPorts, 'rules' | 'printPdf'>,
  signal: AbortSignal,
): PlannedFiles {
  const files: PackFile[] = [];
  const tables = report.sections.filter(({ isTable }) => isTable === true);
  const [all, long] = [rowsOf(report.sections), rowsOf(tables)];
  let rows = 0;
  const add = (form: ReportForm, name: string, count: number, content: PackFile['content']) => {
    if (!forms.includes(form)) return;
    files.push({ name, content });
    rows += count;
  };
  add('csv', 'report.csv', all - long, () => reportCsv(report));
  for (const table of tables) add('csv', `${table.id}.csv`, table.rows.length, () => tableCsv(table));
  add('json', 'report.json', all, () => reportJson(report));
  add('html', 'report.html', all, () => reportHtml(report));
  add('pdf', 'report.pdf', 0, async () => [await ports.printPdf(textOf(reportHtml(report)), signal)]);
  if (report.kind === 'review' && forms.includes('ics')) {
    const { organisation, madeAt } = report.parameters;
    const rules = ports.rules();
    const kept = keptTokens(report, sources);
    const events = eventsOf(datesOf(kept, rules, madeAt));
    const facts = { organisation, madeAt, warnings: rules.policy.warnSteps };
    add('ics', 'due.ics', events.length, () => calendarIcs(events, facts));
  }
  return { files, rows };
}

/** What a reader might miss, a sentence each. */
export function leftOut(
  { report, sources }: GatheredReport,
  forms: readonly ReportForm[],
  ports: Pick<ReportPorts, 'rules'>,
) {
  const isPrinted = forms.includes('html') || forms.includes('pdf');
  const said: string[] = [];
  if (report.unread.length > 0)
    said.push(
      `${countWord(report.unread.length)} of the lists that Rekey knows of could not be read: the report says which.`,
    );
  if (report.parameters.filter !== '') said.push('Tokens that the filter does not show are not in it.');
  if (isPrinted && isSummary(report))
    said.push('HTML and PDF are a summary: of long tables they have the first rows. CSV and JSON have all.');
  if (forms.includes('ics') && report.kind !== 'review') said.push('The calendar comes with reviews only.');
  if (forms.includes('ics') && report.kind === 'review') {
    const dates = datesOf(keptTokens(report, sources), ports.rules(), report.parameters.madeAt).length;
    if (dates > MOST_EVENTS)
      said.push(
        `The calendar has ${countWord(dates)} dates, which are gathered by day and project, or by day alone where those are still too many.`,
      );
  }
  return said;
}

/** The calendar is of the tokens that the report is of. */
function keptTokens(report: Report, sources: GatheredReport['sources']): GatheredReport['sources'] {
  if (report.parameters.filter === '') return sources;
  const table = report.sections.find(({ isTable }) => isTable === true);
  const at = table?.columns.findIndex(({ id }) => id === 'ref') ?? -1;
  const refs = new Set(table?.rows.map((row) => row[at]));
  return sources.map((source) => ({ ...source, tokens: source.tokens.filter(({ ref }) => refs.has(ref)) }));
}

const rowsOf = (sections: readonly ReportSection[]) =>
  sections.reduce((all, { rows }) => all + rows.length, 0);

function textOf(parts: Iterable<Part>): string {
  let all = '';
  for (const { text } of parts) all += text;
  return all;
}
