import { createHash } from 'node:crypto';

import { placeWord } from '../../shared/domain/delivery';
import type { NoteFact } from '../../shared/domain/ledger-entry';
import { scrub } from '../../shared/domain/ledger-entry';
import type { PlanFileFailure, PlanRow, RotationPlan } from '../../shared/domain/rotation-plan';
import { SCOPE_NAMES } from '../../shared/domain/scope-names';
import { SKIP_WORDS } from '../../shared/domain/skip-words';
import type { TokenScope } from '../../shared/domain/token';
import { err, ok, type Result } from '../../shared/result';
import { writeAtomically } from '../files/write-atomically';
import { csvLines, UTF8_MARK } from './csv-lines';

/** A plan as a table, to be agreed on before anything is done: what would be made, delivered where, deleted, or skipped and why. */
export function planCsv({ organisation, madeAt, hash, overlapHours, rows }: RotationPlan): string {
  const lines = [
    ['Rotation plan: a dry run, nothing has been changed'],
    ['Organisation', organisation],
    ['Made at (UTC)', new Date(madeAt).toISOString()],
    ['Old tokens live on for (hours)', overlapHours],
    ['Hash of the plan', hash],
    [],
    [
      'Label',
      'Kind',
      'Scope',
      'New scope',
      'Project',
      'What happens',
      'Delivered to',
      'Put in place by hand',
    ],
    ...rows.map(lineOf),
  ].map((line) => line.map((cell) => (typeof cell === 'string' ? scrub(cell) : cell)));
  return UTF8_MARK + csvLines(lines);
}

const lineOf = (row: PlanRow): readonly string[] => [
  row.label,
  row.kind,
  scopeName(row.scope),
  scopeName(row.newScope),
  row.projectName ?? row.project ?? '–',
  row.verdict.kind === 'rotate'
    ? 'a new token is created; the old one is deleted later, after a confirmation of its own'
    : SKIP_WORDS[row.verdict.why],
  row.destinations.map(placeWord).join('; ') || '–',
  row.checklist.map(({ where }) => where).join('; ') || '–',
];

const scopeName = (scope: TokenScope) => (scope === 'other' ? 'unknown' : SCOPE_NAMES[scope]);

/** Writes a plan into a file that the person named, and notes that it left Rekey. */
export async function exportPlan(
  plan: RotationPlan,
  path: string,
  note: NoteFact,
): Promise<Result<null, PlanFileFailure>> {
  const text = planCsv(plan);
  const sha256 = createHash('sha256').update(text).digest('hex');
  try {
    await writeAtomically(path, text);
  } catch {
    return err({ kind: 'disk' });
  }
  const noted = await note({ kind: 'exported', what: 'plan', sha256 }, plan.connection);
  return noted.ok ? ok(null) : err({ kind: 'ledger-unwritable' });
}
