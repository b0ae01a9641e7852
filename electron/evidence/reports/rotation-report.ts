import { totalCoverage } from '../../../shared/domain/coverage';
import { isReconciled, type ReportBody, type ReportSection } from '../../../shared/domain/report';
import { totalRun, type RunView } from '../../../shared/domain/rotation-run';
import { detail, moment, number, text } from './columns';
import { unreadOf, type ReportSource } from './report-source';
import { countWord, counted } from './report-words';
import { leftOf, RUN_COLUMNS, type PlacedRow } from './run-columns';

/** What was replaced in one run, or in some: row by row, with what is left. */
export function rotationReport(runs: readonly RunView[], sources: readonly ReportSource[]): ReportBody {
  const placed = runs.flatMap((run) => run.rows.map((row): PlacedRow => ({ run, row })));
  const sections = [runsSection(runs), leftSection(placed), rowsSection(placed)];
  const totals = totalsOf(runs, sections, sources);
  const [all, left] = [placed.length, placed.filter(({ row }) => row.step !== 'gone').length];
  const isMet = left === 0 && isReconciled(totals);
  return {
    kind: 'rotation',
    title: runs.length === 1 ? 'Rotation session' : 'Rotation sessions',
    verdict: {
      isMet,
      sentence: `Evidence for rotation: ${countWord(all - left)} of ${counted(all, 'token')} replaced and proved gone${left === 0 ? '' : `; ${countWord(left)} left`}.`,
    },
    coverage: totalCoverage(sources.map(({ coverage }) => coverage)),
    unread: unreadOf(sources),
    totals,
    sections,
  };
}

function runsSection(runs: readonly RunView[]): ReportSection {
  return {
    id: 'runs',
    title: 'Runs',
    note: 'Runs that somebody has put out of sight are not in this report; the ledger has them.',
    columns: [
      text('organisation', 'Connection'),
      moment('began', 'Began'),
      moment('ended', 'Ended'),
      number('tokens', 'Tokens'),
      number('done', 'Done'),
      number('waiting', 'Waiting'),
      number('needs', 'Needs somebody'),
      number('open', 'Not begun or under way'),
      number('closed', 'Left as it was'),
      detail(text('run', 'Run')),
    ],
    rows: runs.map((run) => {
      const { done, waiting, needsYou, left, closed } = totalRun(run);
      const counts = [run.rows.length, done, waiting, needsYou, left, closed];
      return [run.organisation, run.startedAt, run.endedAt ?? null, ...counts, run.id];
    }),
  };
}

function leftSection(placed: readonly PlacedRow[]): ReportSection {
  return {
    id: 'left',
    title: 'What is left',
    columns: [
      text('label', 'Label'),
      text('project', 'Project'),
      text('left', 'What is left'),
      detail(text('ref', 'Rekey’s id')),
    ],
    rows: placed
      .filter(({ row }) => row.step !== 'gone')
      .map(({ row }) => [row.label, row.project ?? '–', leftOf(row), row.ref]),
  };
}

const rowsSection = (placed: readonly PlacedRow[]): ReportSection => ({
  id: 'rows',
  title: 'All tokens of the session',
  note: 'Done means: a fresh list of CircleCI shows the new token and no longer has the old one.',
  isTable: true,
  columns: RUN_COLUMNS.map(({ column }) => column),
  rows: placed.map((one) => RUN_COLUMNS.map(({ of }) => of(one))),
});

/** Counts from the runs and from the inventory, against the rows of the report. */
function totalsOf(
  runs: readonly RunView[],
  [heads, left, rows]: readonly ReportSection[],
  sources: readonly ReportSource[],
) {
  const there = new Set(sources.flatMap(({ tokens }) => tokens.map(({ ref }) => ref)));
  const source = { rows: 0, open: 0, gone: 0 };
  for (const { rows: own } of runs) {
    for (const { ref, goneAt, step } of own) {
      source.rows += 1;
      source.open += Number(step !== 'gone');
      source.gone += Number(goneAt !== undefined && !there.has(ref));
    }
  }
  const done = heads?.rows.reduce((all, cells) => all + Number(cells[4]), 0) ?? 0;
  return [
    { what: 'Tokens to be rotated', atSource: source.rows, inReport: rows?.rows.length ?? 0 },
    { what: 'Left', atSource: source.open, inReport: left?.rows.length ?? 0 },
    { what: 'Done, and no longer in the inventory', atSource: source.gone, inReport: done },
  ];
}
