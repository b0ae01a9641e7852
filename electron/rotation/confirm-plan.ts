import {
  confirmationOf,
  countToRotate,
  type ConfirmFailure,
  type PlanRow,
  type RotationPlan,
} from '../../shared/domain/rotation-plan';
import { parseRowId } from '../../shared/domain/rotation-run';
import { err, ok, type Result } from '../../shared/result';
import type { RotationPorts } from './rotation-ports';
import type { RowSeed } from './row';
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
  if (typed.trim().replace(/\s+/g, ' ') !== confirmationOf(plan)) return err({ kind: 'typed-differently' });
  if (isBusy(book)) return err({ kind: 'busy' });
  // SECURITY X14: a page taken over by a script can ask, but not answer.
  const isAgreed = await ports.confirmNatively({
    kind: 'rotate',
    organisation: plan.organisation,
    count,
    deletesOld: plan.retirement === 'when-proved',
    keepsInMemory: !plan.valuesAreSealed,
  });
  if (!isAgreed) return err({ kind: 'declined' });
  await ports.beforeRun(plan.connection);
  return start(plan, book, ports);
}

const isBusy = (book: RunBook) => book.runs().some(({ phase }) => phase !== 'ended');

async function start(
  plan: RotationPlan,
  book: RunBook,
  ports: RotationPorts,
): Promise<Result<Run, ConfirmFailure>> {
  const rows = plan.rows.filter(({ verdict }) => verdict.kind === 'rotate');
  try {
    const run = await book.start({
      kind: 'run-started',
      run: `run_${ports.randomId()}`,
      connection: plan.connection,
      organisation: plan.organisation,
      retirement: plan.retirement,
      at: ports.clock.now(),
      rows: rows.map((row) => seedOf(row, ports.randomId())),
    });
    book.setPhase(run, 'running');
    return ok(run);
  } catch {
    return err({ kind: 'journal-unwritable' });
  }
}

function seedOf(row: PlanRow, random: string): RowSeed {
  const { ref, kind, scope, label, project, projectName, destinations } = row;
  const id = parseRowId(`row_${random}`);
  if (id === undefined) throw new Error('a random id is 32 hex digits');
  return {
    id,
    ref,
    kind,
    scope,
    label,
    ...(project !== undefined && { project }),
    ...(projectName !== undefined && { projectName }),
    destinations,
  };
}
