import type { CoverageTotals } from './coverage';
import { isClosed, type Leaver, type LeaverItem, type LeaverSubject } from './leaver';
import { stateSentence, subjectName, UNKNOWN_WORDS } from './leaver-words';
import { NAME_SOURCE_WORDS } from './name-source-words';
import {
  isReconciled,
  type ReportBody,
  type ReportCell,
  type ReportColumn,
  type ReportSection,
  type ReportTotal,
  type Unread,
} from './report';

type Kind = LeaverSubject['kind'];

const SECTIONS: readonly (readonly [Kind, string, string])[] = [
  ['personal-token', 'Personal tokens', 'As the person attested, or as CircleCI lists them to their owner.'],
  ['made-token', 'Project tokens they made', 'As the audit log that was imported says.'],
  [
    'shared-token',
    'Shared tokens they may have read',
    'Tokens that Rekey delivered to variables. Who could read those is not known to Rekey.',
  ],
  ['checkout-key', 'Checkout keys', 'User keys of projects, where CircleCI tells whose they are.'],
  ['connection', 'Connections of Rekey', 'Connections of this computer that work with the person’s account.'],
  ['unknown', 'What CircleCI does not tell', 'Each was closed by a person who found out.'],
];

const COLUMNS: readonly ReportColumn[] = [
  { id: 'what', title: 'What', holds: 'text' },
  { id: 'project', title: 'Project', holds: 'text' },
  { id: 'state', title: 'State', holds: 'text' },
  { id: 'reason', title: 'Reason or note', holds: 'text' },
  { id: 'closed-at', title: 'Closed', holds: 'instant' },
  { id: 'ref', title: 'Known to Rekey as', holds: 'text' },
];

/** What was done about everything that somebody who left had: every line of the checklist stands in one table. */
export function leaverReport(
  leaver: Leaver,
  coverage: CoverageTotals,
  unread: readonly Unread[],
): ReportBody {
  const sections = SECTIONS.map(([kind, title, note]): ReportSection => ({
    id: kind,
    title,
    note,
    columns: COLUMNS,
    rows: leaver.items.filter(({ subject }) => subject.kind === kind).map(rowOf),
  }));
  const signOffs: ReportSection = {
    id: 'sign-offs',
    title: 'Sign-offs',
    note: 'An earlier one is no longer good: something re-appeared after it.',
    columns: [
      { id: 'by', title: 'By', holds: 'text' },
      { id: 'at', title: 'At', holds: 'instant' },
      { id: 'standing', title: 'Standing', holds: 'text' },
    ],
    rows: [
      ...leaver.earlierSignOffs.map(({ by, at }) => [by, at, 'no longer good']),
      ...(leaver.signedOff === undefined ? [] : [[leaver.signedOff.by, leaver.signedOff.at, 'good']]),
    ],
  };
  const person: ReportSection = {
    id: 'person',
    title: 'Who left',
    note: 'All names that they are known by, and where those come from.',
    columns: [
      { id: 'names', title: 'Names', holds: 'text' },
      { id: 'known-from', title: 'Known from', holds: 'text' },
    ],
    rows: [
      [leaver.names.join(', '), leaver.knownFrom?.map((from) => NAME_SOURCE_WORDS[from]).join(', ') ?? null],
    ],
  };
  const totals = totalsOf(leaver, sections);
  const isMet = leaver.signedOff !== undefined && coverage.isComplete && isReconciled(totals);
  return {
    kind: 'leaver',
    title: `Leaver: ${leaver.person}`,
    verdict: { isMet, sentence: verdictOf(leaver, coverage) },
    coverage,
    unread,
    totals,
    sections: [person, ...sections, signOffs],
  };
}

function verdictOf({ items, signedOff }: Leaver, { isComplete, read, projects }: CoverageTotals): string {
  const closed = `${String(items.filter(isClosed).length)} of ${String(items.length)} lines closed`;
  const sign = signedOff === undefined ? 'not signed off' : `signed off by ${signedOff.by}`;
  const partial = isComplete
    ? ''
    : ` What was read is PARTIAL (${String(read)} of ${String(projects)} projects).`;
  return `Evidence for an offboarding: ${closed}, ${sign}.${partial}`;
}

const STATE_COLUMN = COLUMNS.findIndex(({ id }) => id === 'state');

function totalsOf({ items }: Leaver, sections: readonly ReportSection[]): readonly ReportTotal[] {
  const rows = sections.flatMap((section) => section.rows);
  const states: readonly (readonly [LeaverItem['state']['kind'], string])[] = [
    ['rotated', 'Rotated'],
    ['done-elsewhere', 'Done elsewhere'],
    ['not-applicable', 'Not applicable'],
  ];
  const closedWords = new Set(states.map(([, words]) => words));
  const inState = (row: readonly ReportCell[]) => String(row[STATE_COLUMN]);
  return [
    { what: 'Lines of the checklist', atSource: items.length, inReport: rows.length },
    ...states.map(([kind, words]) => ({
      what: words,
      atSource: items.filter(({ state }) => state.kind === kind).length,
      inReport: rows.filter((row) => inState(row) === words).length,
    })),
    {
      what: 'Open',
      atSource: items.filter((item) => !isClosed(item)).length,
      inReport: rows.filter((row) => !closedWords.has(inState(row))).length,
    },
  ];
}

function rowOf({ subject, state }: LeaverItem): readonly ReportCell[] {
  const token = 'token' in subject ? subject.token : undefined;
  return [
    subject.kind === 'unknown' ? UNKNOWN_WORDS[subject.what] : subjectName(subject),
    token?.project ?? ('project' in subject ? subject.project : null),
    stateSentence(state),
    'reason' in state ? state.reason : null,
    'at' in state && state.kind !== 'to-rotate' ? state.at : null,
    token?.ref ?? null,
  ];
}
