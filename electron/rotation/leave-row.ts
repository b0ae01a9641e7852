import type { ApiFailure } from '../../shared/domain/api-failure';
import type { RowFailure } from '../../shared/domain/rotation-run';
import { err, ok, type Result } from '../../shared/result';
import { lookForStray } from './ambiguity-step';
import type { RowInHand } from './hold-row';
import { ledgerToken } from './ledger-facts';
import type { RotationPorts } from './rotation-ports';
import type { Row } from './row';
import type { RowWorld } from './row-world';
import type { RunBook } from './run-book';
import type { Scheduler } from './run-scheduler';
import { readForRef, type SureReading } from './sure-reading';
import { isExtra } from './whose-token';

type Acted = Promise<Result<null, RowFailure>>;

/**
 * Closes a row as it stands. Where that might forget a token that Rekey made, or that the list does not show, a person is
 * asked once more, and the ledger keeps it; a new token that stands there with nobody to use it is never left.
 */
export async function leaveRow(
  { run, row }: RowInHand,
  book: RunBook,
  scheduler: Scheduler,
  ports: RotationPorts,
): Acted {
  const world = scheduler.worldOf(run, row);
  // While another row of the list is being made, its new token looks like a stray.
  await world?.list.answered();
  const look = () => scheduler.inList(run, row, () => doubtAbout(row, scheduler.worldOf(run, row)));
  let doubt = await look();
  if (!doubt.ok) return doubt;
  if (doubt.value !== undefined) {
    const { organisation } = run;
    const question = { kind: 'leave-unproved' as const, organisation, label: row.label };
    if (!(await ports.confirmNatively(question))) return err({ kind: 'declined' });
    // The dialog may have stood open for long.
    doubt = await look();
    if (!doubt.ok) return doubt;
  }
  if (doubt.value !== undefined) {
    const fact = { kind: 'left-unproved' as const, ...ledgerToken(row), reason: DOUBTS[doubt.value] };
    const kept = await ports.ledger.note(fact, run.connection);
    if (!kept.ok) return err({ kind: 'ledger-unwritable' });
  }
  await book.record(row, { kind: 'left', ...(doubt.value !== undefined && { isUnproved: true as const }) });
  await ports.vaultOf(run.connection).drop(row.id);
  return ok(null);
}

/** What the ledger says of a row that was left without knowing how its tokens stand. */
const DOUBTS = {
  'out-of-sight': 'left while CircleCI did not show the list of tokens',
  'may-be-ours': 'left with a token in the list that may be of Rekey’s making',
  'new-gone': 'left while the list did not show the new token',
  'old-gone': 'left with the new token as the only one in the list',
  'own-new': 'left while Rekey may work with the new token',
} as const;

async function doubtAbout(
  row: Row,
  world: RowWorld | undefined,
): Promise<Result<keyof typeof DOUBTS | undefined, RowFailure>> {
  const isNothingMade = row.need === undefined || (row.need.from === 'planned' && row.mayHaveMade !== true);
  if (isNothingMade || SURE.has(row.need.reason)) return ok(undefined);
  if (world === undefined) return err({ kind: 'credential-missing' });
  const { newRef } = row;
  const looked = await (newRef === undefined ? lookForStray(row, world) : readForRef(newRef, world.list));
  if (!looked.ok) return outOfSight(looked.error);
  if (newRef === undefined) return doubtAboutStray(looked.value);
  const doubt = doubtAboutNew(row, looked.value);
  const { tokens } = looked.value;
  const hasExtra = tokens.some((one) => isExtra(row, world, one, tokens));
  return doubt.ok && doubt.value === undefined && hasExtra ? ok('may-be-ours') : doubt;
}

/** In these the new token is proved in its places, and a list has just shown both tokens. */
const SURE: ReadonlySet<string> = new Set([
  'old-still-live',
  'delete-refused',
  'changed-since-plan',
  'own-in-use',
]);

const outOfSight = (failure: ApiFailure): Result<'out-of-sight', RowFailure> =>
  failure.kind === 'forbidden' ? ok('out-of-sight') : err({ kind: 'api', failure });

function doubtAboutStray({ presence }: SureReading): Result<'may-be-ours' | undefined, RowFailure> {
  if (presence === 'unsure') return err({ kind: 'unproved' });
  return ok(presence === 'present' ? 'may-be-ours' : undefined);
}

function doubtAboutNew(
  row: Row,
  { presence, tokens }: SureReading,
): Result<'new-gone' | 'own-new' | 'old-gone' | undefined, RowFailure> {
  if (presence === 'unsure') return err({ kind: 'unproved' });
  if (presence === 'absent') return ok('new-gone');
  const isInUse = row.until !== undefined && (row.need?.from === 'retiring' || row.need?.from === 'deleting');
  if (isInUse) return ok(undefined);
  if (!tokens.some(({ ref }) => ref === row.ref)) return ok('old-gone');
  return row.isOwn === true ? ok('own-new') : err({ kind: 'stray-left' });
}
