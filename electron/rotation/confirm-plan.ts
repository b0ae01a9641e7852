import {
  confirmationOf,
  contestedPlaces,
  countToRotate,
  type ConfirmFailure,
  type PlanRow,
  type RotationPlan,
} from '../../shared/domain/rotation-plan';
import { isTypedAs } from '../../shared/domain/compare-text';
import { parseRowId } from '../../shared/domain/rotation-run';
import { err, ok, type Result } from '../../shared/result';
import { rememberPlanned } from './consumers';
import type { RotationPorts } from './rotation-ports';
import { isOwnCredential, type RowSeed } from './row';
import type { Run } from './run';
import type { RunBook } from './run-book';

export interface Confirmation {
  /** The plan as it stands when it is asked for. */
  readonly plan: () => RotationPlan | undefined;
  readonly hash: string;
  readonly typed: string;
}

/**
 * Starts a run, if all agrees: the plan that was shown is the plan that is there, the person typed its organisation and
 * count, no other run is open, and the person said yes in main's own dialog. Otherwise nothing is sent to anybody.
 */
export async function confirmPlan(
  confirmation: Confirmation,
  book: RunBook,
  ports: RotationPorts,
): Promise<Result<Run, ConfirmFailure>> {
  const asked = startable(confirmation, book);
  if (!asked.ok) return asked;
  const plan = asked.value;
  // SECURITY X14: a page taken over by a script can ask, but not answer.
  const isAgreed = await ports.confirmNatively({
    kind: 'rotate',
    organisation: plan.organisation,
    count: countToRotate(plan),
    commands: commandsOf(plan),
    keepsInMemory: !plan.valuesAreSealed,
  });
  if (!isAgreed) return err({ kind: 'declined' });
  await ports.beforeRun(plan.connection);
  // The dialog may have stood open for long.
  const still = startable(confirmation, book);
  return still.ok ? start(still.value, book, ports) : still;
}

/** The plan, as long as what the person confirms is what there is to do, and nothing stands in its way. */
function startable(
  { plan: find, hash, typed }: Confirmation,
  book: RunBook,
): Result<RotationPlan, ConfirmFailure> {
  const plan = find();
  if (plan === undefined) return err({ kind: 'no-such-plan' });
  if (plan.hash !== hash) return err({ kind: 'plan-changed' });
  if (countToRotate(plan) === 0) return err({ kind: 'nothing-to-rotate' });
  const isPlaceTaken = placesOf(plan).some((place) => book.isTaken(place));
  if (isPlaceTaken || contestedPlaces(plan).length > 0) return err({ kind: 'same-place' });
  if (!isTypedAs(typed, confirmationOf(plan))) return err({ kind: 'typed-differently' });
  if (isBusy(book)) return err({ kind: 'busy' });
  // Two plans can be made of one token; the second is of yesterday once the first has run.
  const isOfYesterday = plan.rows.some(
    ({ ref, verdict }) => verdict.kind === 'rotate' && book.isRotating(ref),
  );
  return isOfYesterday ? err({ kind: 'plan-changed' }) : ok(plan);
}

/** The names of the commands that would get a value, each once. */
const commandsOf = (plan: RotationPlan): readonly string[] => [
  ...new Set(placesOf(plan).flatMap((to) => (to.kind === 'command' ? to.name : []))),
];

const placesOf = ({ rows }: RotationPlan) =>
  rows.filter(({ verdict }) => verdict.kind === 'rotate').flatMap(({ destinations }) => destinations);

const isBusy = (book: RunBook) => book.runs().some(({ phase }) => phase !== 'ended');

async function start(
  plan: RotationPlan,
  book: RunBook,
  ports: RotationPorts,
): Promise<Result<Run, ConfirmFailure>> {
  // Rekey's own token comes last: what it stands on is not moved while others are in hand.
  const rows = plan.rows
    .filter(({ verdict }) => verdict.kind === 'rotate')
    .toSorted((a, b) => Number(isOwnCredential(a)) - Number(isOwnCredential(b)));
  const id = `run_${ports.randomId()}`;
  const { hash, overlapHours } = plan;
  const fact = { kind: 'plan-confirmed' as const, hash, run: id, rotates: rows.length, overlapHours };
  if (!(await ports.ledger.note(fact, plan.connection)).ok) return err({ kind: 'ledger-unwritable' });
  try {
    const run = await book.start({
      kind: 'run-started',
      run: id,
      connection: plan.connection,
      organisation: plan.organisation,
      overlapHours,
      at: ports.clock.now(),
      rows: rows.map((row) => seedOf(row, ports.randomId())),
    });
    await rememberPlanned(rows, ports.consumers);
    book.setPhase(run, 'running');
    return ok(run);
  } catch {
    return err({ kind: 'journal-unwritable' });
  }
}

function seedOf(row: PlanRow, random: string): RowSeed {
  const { ref, kind, scope, newScope, label, project, projectName, destinations, checklist } = row;
  const { createdAt, lastFour } = row;
  const id = parseRowId(`row_${random}`);
  if (id === undefined) throw new Error('a random id is 32 hex digits');
  return {
    id,
    ref,
    kind,
    scope,
    newScope,
    label,
    ...(project !== undefined && { project }),
    ...(projectName !== undefined && { projectName }),
    ...(createdAt !== undefined && { createdAt }),
    ...(lastFour !== undefined && { lastFour }),
    destinations,
    checklist,
    ...(isOwnCredential(row) && { isOwn: true as const }),
  };
}
