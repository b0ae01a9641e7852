import { needsAttestation, openItems, type RunRow, type RunView } from '../../../shared/domain/rotation-run';
import { placeWord } from '../../../shared/domain/delivery';
import type { ReportCell, ReportColumn } from '../../../shared/domain/report';
import { proofFacts } from '../../../shared/domain/proof-facts';
import { needSentence, stepWord } from '../../../shared/domain/row-words';
import { detail, moment, text } from './columns';
import { kindName, projectName, scopeName } from './report-words';

/** A row of a run, with the run that it is in. */
export interface PlacedRow {
  readonly run: RunView;
  readonly row: RunRow;
}

interface RunColumn {
  readonly column: ReportColumn;
  readonly of: (placed: PlacedRow) => ReportCell;
}

/** All that a session's report says of a token that was to be replaced. */
export const RUN_COLUMNS: readonly RunColumn[] = [
  { column: text('label', 'Label'), of: ({ row }) => row.label },
  { column: text('kind', 'Kind'), of: ({ row }) => kindName(row) },
  { column: text('scope', 'Scope'), of: ({ row }) => scopeName(row) },
  { column: detail(text('new-scope', 'New scope')), of: ({ row }) => scopeName({ scope: row.newScope }) },
  { column: text('project', 'Project'), of: ({ row }) => projectName(row) },
  { column: text('old-last-four', 'Old, last four'), of: ({ row }) => row.lastFour ?? null },
  { column: text('new-last-four', 'New, last four'), of: ({ row }) => row.newLastFour ?? null },
  { column: text('places', 'Delivered to'), of: ({ row }) => placesOf(row) },
  { column: text('step', 'Step'), of: ({ row }) => stepWord(row) },
  { column: text('left', 'What is left'), of: ({ row }) => leftOf(row) },
  { column: moment('gone', 'Old token proved gone'), of: ({ row }) => row.goneAt ?? null },
  { column: detail(moment('created', 'Old token created')), of: ({ row }) => row.createdAt ?? null },
  { column: detail(moment('until', 'Old token kept until')), of: ({ row }) => row.until ?? null },
  { column: detail(moment('began', 'Run began')), of: ({ run }) => run.startedAt },
  {
    column: detail(text('override', 'Checklist overridden because')),
    of: ({ row }) => row.overrideReason ?? '–',
  },
  { column: text('proof', 'Proof of the new value'), of: ({ row }) => proofOf(row) },
  { column: detail(text('kept', 'Old token kept because')), of: ({ row }) => row.keptBecause ?? '–' },
  { column: detail(text('organisation', 'Connection')), of: ({ run }) => run.organisation },
  { column: detail(text('run', 'Run')), of: ({ run }) => run.id },
  { column: detail(text('ref', 'Rekey’s id of the old token')), of: ({ row }) => row.ref },
  { column: detail(text('new-ref', 'Rekey’s id of the new token')), of: ({ row }) => row.newRef ?? null },
];

/** What is known of the new value, where it is less than the host’s own proof. */
const proofOf = (row: RunRow): string => proofFacts(row).join(' ') || '–';

/** Where the new value went: by Rekey, and by hand. */
export function placesOf({ deliveries, checklist }: RunRow): string {
  const byHand = checklist.filter(({ isTicked }) => isTicked).map(({ where }) => `${where} (by hand)`);
  const places = [...deliveries.map(({ to }) => placeWord(to)), ...byHand];
  return places.length === 0 ? '–' : places.join('; ');
}

/** What somebody still has to do about a row, in a sentence; a dash where nothing is left. */
export function leftOf(row: RunRow): string {
  if (row.step === 'gone') return '–';
  if (row.need !== undefined) return needSentence(row.need);
  if (row.keptBecause !== undefined) return 'The old token is kept.';
  if (row.passedOver !== undefined) return PASSED_OVER[row.passedOver];
  const open = openItems(row);
  if (open > 0) return `${String(open)} on the checklist, then the old token is to be deleted.`;
  if (row.step === 'retiring' && needsAttestation(row))
    return 'A person has to attest that the new value works, then the old token is to be deleted.';
  return row.step === 'retiring' ? 'The old token is to be deleted.' : 'The rotation is not finished.';
}

const PASSED_OVER = {
  gone: 'Nothing was done: somebody had deleted the token.',
  changed: 'Nothing was done: somebody had changed the token.',
} as const;
