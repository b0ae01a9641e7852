import type { ReportCell, ReportSection } from '../../../shared/domain/report';
import { stepWord } from '../../../shared/domain/row-words';
import type { Affected } from './affected-token';
import { detail, moment, number, text } from './columns';
import { kindName, projectName, scopeName } from './report-words';
import { leftOf, placesOf } from './run-columns';

const NAMES = [
  text('label', 'Label'),
  text('kind', 'Kind'),
  text('scope', 'Scope'),
  text('project', 'Project'),
];

/** The tables of an incident: by scope, what is left, and every token that was due. */
export function incidentSections(affected: readonly Affected[]): readonly ReportSection[] {
  const left = affected.filter((one) => !isGone(one));
  return [
    {
      id: 'counts',
      title: 'By scope',
      columns: [
        text('scope', 'Scope'),
        number('due', 'Due then'),
        number('gone', 'Replaced and proved gone'),
        number('under-way', 'Under way'),
        number('not-begun', 'Not begun'),
      ],
      rows: countsOf(affected),
    },
    {
      id: 'left',
      title: 'What is left',
      columns: [
        ...NAMES,
        moment('created', 'Created'),
        text('left', 'What is left'),
        detail(text('ref', 'Rekey’s id')),
      ],
      rows: left.map((one) => [
        ...namesOf(one),
        one.subject.createdAt ?? null,
        leftWords(one),
        one.subject.ref,
      ]),
    },
    {
      id: 'tokens',
      title: 'Everything that was due',
      note: 'Created before the moment, or of unknown age. What somebody deleted outside Rekey is not in it.',
      isTable: true,
      columns: [
        ...NAMES,
        moment('created', 'Created'),
        text('state', 'State'),
        moment('gone', 'Proved gone'),
        text('old-last-four', 'Old, last four'),
        text('new-last-four', 'New, last four'),
        text('places', 'Delivered to'),
        detail(text('organisation', 'Connection')),
        detail(text('ref', 'Rekey’s id')),
      ],
      rows: affected.map(cellsOf),
    },
  ];
}

const isGone = ({ row }: Affected) => row?.step === 'gone';

const namesOf = ({ subject }: Affected): readonly ReportCell[] => [
  subject.label,
  kindName(subject),
  scopeName(subject),
  projectName(subject),
];

const leftWords = ({ row }: Affected) => (row === undefined ? 'Nothing has been begun.' : leftOf(row));

function cellsOf(one: Affected): readonly ReportCell[] {
  const { subject, row, organisation } = one;
  return [
    ...namesOf(one),
    subject.createdAt ?? null,
    row === undefined ? 'Not begun' : stepWord(row),
    row?.goneAt ?? null,
    subject.lastFour ?? row?.lastFour ?? null,
    row?.newLastFour ?? null,
    row === undefined ? '–' : placesOf(row),
    organisation,
    subject.ref,
  ];
}

function countsOf(affected: readonly Affected[]): readonly (readonly ReportCell[])[] {
  const names = [...new Set(affected.map(nameOf))].toSorted((a, b) => a.localeCompare(b));
  return names.map((name) => {
    const group = affected.filter((one) => nameOf(one) === name);
    const gone = group.filter(isGone).length;
    const begun = group.filter(({ row }) => row !== undefined).length;
    return [name, group.length, gone, begun - gone, group.length - begun];
  });
}

const nameOf = ({ subject }: Affected) => `${kindName(subject)}, ${scopeName(subject)}`;
