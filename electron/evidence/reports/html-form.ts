import type { Report, ReportColumn, ReportSection } from '../../../shared/domain/report';
import { cellForPeople } from './cell-text';
import { REPORT_STYLE } from './html-style';
import { htmlText } from './html-text';
import { parameterLines, reconciledWord } from './parameter-lines';
import type { Part } from './part';
import { counted, coverageName, utcOf } from './report-words';

/** A table that has more rows is shown by its first ones. */
export const MOST_PRINTED = 1_000;
const SAMPLE = 50;

/** True where a page has only the beginning of some table. */
export const isSummary = ({ sections }: Pick<Report, 'sections'>): boolean =>
  sections.some(({ rows }) => rows.length > MOST_PRINTED);

const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

/** The report as one document of its own: no script, nothing fetched, its style inside. The PDF is printed from it. */
export function* reportHtml(report: Report): Iterable<Part> {
  yield { text: headOf(report), rows: 0 };
  for (const section of report.sections) yield { text: sectionOf(section), rows: section.rows.length };
  const { format, appVersion } = { ...report, ...report.parameters };
  const foot = `<footer><p>Rekey ${htmlText(appVersion)}, form ${htmlText(format)}. It holds no token: the last four characters at most.</p></footer>`;
  yield { text: `</main>\n${foot}\n</body>\n</html>\n`, rows: 0 };
}

function headOf(report: Report): string {
  const { title, verdict, coverage, isReconciled, parameters } = report;
  const { organisation, from, to } = parameters;
  const period = `${utcOf(from) ?? '–'} to ${utcOf(to) ?? '–'}`;
  const fact = (words: string, isBad: boolean) => `<li${isBad ? ' class="bad"' : ''}>${htmlText(words)}</li>`;
  return [
    '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width">',
    `<title>${htmlText(`${title}, ${organisation}`)}</title>`,
    `<style>${REPORT_STYLE}</style>\n</head>\n<body>\n<header>`,
    `<h1>${htmlText(title)}</h1>`,
    `<p class="subject">${htmlText(`${organisation} · ${period}`)}</p>`,
    '<ul class="facts">',
    fact(coverageName(coverage), !coverage.isComplete),
    fact(reconciledWord(report), !isReconciled),
    '</ul>',
    `<p class="verdict${verdict.isMet ? '' : ' open'}">${htmlText(verdict.sentence)}</p>`,
    '</header>\n<main>',
    parametersOf(report),
    totalsOf(report),
    unreadOf(report),
    '',
  ].join('\n');
}

function parametersOf(report: Report): string {
  const lines = parameterLines(report, utcOf).map(
    ([name, value]) => `<dt>${htmlText(name)}</dt><dd>${htmlText(value)}</dd>`,
  );
  return `<section aria-labelledby="parameters"><h2 id="parameters">Parameters</h2>\n<dl>\n${lines.join('\n')}\n</dl></section>`;
}

const totalsOf = ({ totals }: Report): string =>
  sectionOf({
    id: 'totals',
    title: 'Totals',
    note: 'Each is counted twice: at its source, and in the tables of this report.',
    columns: [
      { id: 'what', title: 'Total', holds: 'text' },
      { id: 'source', title: 'At source', holds: 'number' },
      { id: 'report', title: 'In this report', holds: 'number' },
      { id: 'agree', title: 'Agree', holds: 'text' },
    ],
    rows: totals.map(({ what, atSource, inReport }) => [
      what,
      atSource,
      inReport,
      atSource === inReport ? 'yes' : 'NO',
    ]),
  });

const unreadOf = ({ unread }: Report): string =>
  sectionOf({
    id: 'unread',
    title: 'Not read',
    columns: [
      { id: 'what', title: 'What', holds: 'text' },
      { id: 'why', title: 'Why', holds: 'text' },
    ],
    rows: unread.map(({ what, why }) => [what, why]),
  });

/** A table with its heading; where there is nothing to say, that is said. */
function sectionOf({ id, title, note, columns, rows }: ReportSection): string {
  const shown = columns.flatMap((column, at) => (column.isDetail === true ? [] : [{ column, at }]));
  const printed = rows.length > MOST_PRINTED ? rows.slice(0, SAMPLE) : rows;
  const head = shown.map(({ column }) => `<th scope="col"${classOf(column)}>${htmlText(column.title)}</th>`);
  const lines = printed.map((row) => {
    const cells = shown.map(({ column, at }, index) => {
      const text = cellForPeople(row[at] ?? null, column);
      const style = LONG_WORD.test(text) ? ' class="long"' : classOf(column, text);
      return index === 0 ? `<th scope="row">${htmlText(text)}</th>` : `<td${style}>${htmlText(text)}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const name = htmlText(id);
  return [
    `<section aria-labelledby="${name}"><div class="lead"><h2 id="${name}">${htmlText(title)}</h2>`,
    note === undefined ? '' : `<p class="note">${htmlText(note)}</p>`,
    rows.length > MOST_PRINTED ? leftOut(rows.length) : '',
    '</div>',
    rows.length === 0
      ? '<p>None.</p>'
      : `<table><thead><tr>${head.join('')}</tr></thead>\n<tbody>\n${lines.join('\n')}\n</tbody></table>`,
    '</section>\n',
  ].join('\n');
}

const leftOut = (rows: number) =>
  `<p class="left-out">This is a summary: the first ${String(SAMPLE)} of ${counted(rows, 'row')}. The CSV and JSON files have all of them.</p>`;

/** What would push a table over the edge of its page, and is broken instead. */
const LONG_WORD = /\S{28,}/;

/** Stands in one line, however narrow its column. */
const SHORT = 12;

const CLASSES = { number: ' class="number"', instant: ' class="when"', text: '' } as const;

const classOf = ({ holds }: ReportColumn, text?: string) =>
  holds === 'text' && text !== undefined && text.length <= SHORT ? CLASSES.instant : CLASSES[holds];
