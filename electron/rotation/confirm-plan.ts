import {
  confirmationOf,
  contestedPlaces,
  countToRotate,
  type ConfirmFailure,
  type PlanRow,
  type RotationPlan,
} from '../../shared/domain/rotation-plan';
import { parseRowId } from '../../shared/domain/rotation-run';
import { err, ok, type Result } from '../../shared/result';
import { rememberPlanned } from './consumers';
import type { RotationPorts } from './rotation-ports';
import { isOwnCredential, type RowSeed } from './row';
import type { Run } from './run';
import type { RunBook } from './run-book';

export interface Confirmation {
  readonly plan: RotationPlan | undefined;
  readonly hash: string;
  readonly typed: string;
}

/**
 * Starts a run, if all agrees: the plan that was shown is the plan that is there, the person typed its organisation and
 * count, no other run is open, and the person said yes in main's own dialog. Otherwise nothing is sent to anybody.
 */
export async function confirmPlan(
  { plan, hash, typed }: Confirmation,
  book: RunBook,
  ports: RotationPorts,
): Promise<Result<Run, ConfirmFailure>> {
  if (plan === undefined) return err({ kind: 'no-such-plan' });
  if (plan.hash !== hash) return err({ kind: 'plan-changed' });
  const count = countToRotate(plan);
  if (count === 0) return err({ kind: 'nothing-to-rotate' });
  const isPlaceTaken = placesOf(plan).some((place) => book.isTaken(place));
  if (isPlaceTaken || contestedPlaces(plan).length > 0) return err({ kind: 'same-place' });
  if (typed.trim().replace(/\s+/g, ' ') !== confirmationOf(plan)) return err({ kind: 'typed-differently' });
  if (isBusy(book)) return err({ kind: 'busy' });
  // Two plans can be made of one token; the second is of yesterday once the first has run.
  if (plan.rows.some(({ ref, verdict }) => verdict.kind === 'rotate' && book.isRotating(ref))) {
    return err({ kind: 'plan-changed' });
  }
  // SECURITY X14: a page taken over by a script can ask, but not answer.
  const isAgreed = await ports.confirmNatively({
    kind: 'rotate',
    organisation: plan.organisation,
    count,
    commands: commandsOf(plan),
    keepsInMemory: !plan.valuesAreSealed,
  });
  if (!isAgreed) return err({ kind: 'declined' });
  await ports.beforeRun(plan.connection);
  return start(plan, book, ports);
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
  try {
    const run = await book.start({
      kind: 'run-started',
      run: `run_${ports.randomId()}`,
      connection: plan.connection,
      organisation: plan.organisation,
      overlapHours: plan.overlapHours,
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
