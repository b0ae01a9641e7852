import type { ConnectionId } from '../../shared/domain/connection-id';
import type { ConfirmFailure, PlanId, RotationPlan } from '../../shared/domain/rotation-plan';
import type { RowAction, RowFailure, RowId, RunId, RunView } from '../../shared/domain/rotation-run';
import { err, ok, type Result } from '../../shared/result';
import { compareState } from './compare-state';
import { confirmPlan } from './confirm-plan';
import { openHandOver, type HandOver } from './hand-over';
import { openPlanner, type Planner } from './planner';
import { recoverRuns } from './recovery';
import { openRetirement, type Retirement } from './retirement';
import type { RotationPorts } from './rotation-ports';
import { retryRows } from './retry-rows';
import { actOnRow } from './row-actions';
import { isClosed } from './row';
import { viewOf, type Run } from './run';
import { isFinished, openRunBook } from './run-book';
import { openScheduler } from './run-scheduler';
import { openLists } from './token-list';

/** Everything that can be asked of rotation. */
export interface RotationDesk extends HandOver, Retirement, Pick<Planner, 'plan' | 'choose'> {
  readonly discardPlan: (plan: PlanId) => void;
  /** A plan that is being looked at. */
  readonly findPlan: (plan: PlanId) => RotationPlan | undefined;
  /** Starts the run that a plan describes, after what was typed and main's own question; answers when it has started. */
  readonly confirm: (plan: PlanId, hash: string, typed: string) => Promise<Result<RunId, ConfirmFailure>>;
  readonly control: (run: RunId, to: 'pause' | 'resume' | 'stop') => Result<null, RowFailure>;
  readonly runs: () => readonly RunView[];
  readonly act: (row: RowId, action: RowAction) => Promise<Result<null, RowFailure>>;
  /** Tries all rows of a run again for which that is safe; answers when it has begun. */
  readonly retry: (run: RunId) => Result<null, RowFailure>;
  readonly closeRun: (run: RunId) => Promise<Result<null, RowFailure>>;
  /** Brings interrupted rows to safety. To be called when a connection has a credential (again). */
  readonly recover: () => Promise<void>;
  /** Resolves when nothing is in hand. */
  readonly idle: () => Promise<void>;
  readonly isRotating: (connection: ConnectionId) => boolean;
  /** How many new values would be lost if the app ended now. */
  readonly valuesInMemoryOnly: () => number;
}

const AT_WORK: ReadonlySet<RunView['phase']> = new Set(['running', 'pausing', 'stopping']);

export function openRotationDesk(ports: RotationPorts): RotationDesk {
  const book = openRunBook(ports);
  const lists = openLists(ports);
  const scheduler = openScheduler(book, lists, ports);
  const planner = openPlanner(ports, lists, book.isRotating);
  const working = new Set<Promise<unknown>>();
  let isConfirming = false;
  let comparing: Promise<void> | undefined;

  const compare = async () => {
    const known = await ports.knownElsewhere?.();
    if (known !== undefined) ports.compared?.(await compareState(known, book, ports));
  };
  /** Nothing is done to an item before the journal was compared with what the other files know. */
  const whenCompared = () => (comparing ??= compare());

  const inBackground = (work: Promise<unknown>) => {
    working.add(work);
    void work.finally(() => working.delete(work));
  };

  const findRun = (id: RunId) => book.runs().find((run) => run.id === id);
  const isOtherAtWork = (run: Run) => book.runs().some((other) => other !== run && other.phase !== 'ended');

  const goOn = (run: Run, first: () => Promise<void> = () => Promise.resolve()): Result<null, RowFailure> => {
    if (ports.clientOf(run.connection) === undefined) return err({ kind: 'credential-missing' });
    book.setPhase(run, 'running');
    inBackground(
      ports
        .beforeRun(run.connection)
        .then(whenCompared)
        .then(first)
        .then(() => scheduler.carryOut(run)),
    );
    return ok(null);
  };

  return {
    plan: planner.plan,
    choose: planner.choose,
    discardPlan: planner.discard,
    findPlan: planner.find,
    confirm: async (plan, hash, typed) => {
      // While one plan is being confirmed, perhaps in a dialog that stands open, another cannot slip in beside it.
      if (isConfirming) return err({ kind: 'busy' });
      isConfirming = true;
      const confirmation = { plan: () => planner.find(plan), hash, typed };
      await whenCompared();
      const started = await confirmPlan(confirmation, book, ports).finally(() => {
        isConfirming = false;
      });
      if (!started.ok) return started;
      planner.discard(plan);
      inBackground(scheduler.carryOut(started.value));
      return ok(started.value.id);
    },
    control: (id, to) => {
      const run = findRun(id);
      if (run === undefined) return err({ kind: 'no-such-row' });
      const isResting = run.phase === 'paused' || run.phase === 'interrupted';
      if (to === 'resume') {
        if (!isResting) return err({ kind: 'not-possible-now' });
        const isOtherRunning = book.runs().some((other) => other !== run && AT_WORK.has(other.phase));
        return isConfirming || isOtherRunning ? err({ kind: 'busy' }) : goOn(run);
      }
      if (to === 'stop' && isResting) {
        book.setPhase(run, 'stopping');
        inBackground(scheduler.carryOut(run));
        return ok(null);
      }
      if (run.phase !== 'running') return err({ kind: 'not-possible-now' });
      book.setPhase(run, to === 'pause' ? 'pausing' : 'stopping');
      return ok(null);
    },
    runs: () => book.runs().map(viewOf),
    act: (row, action) => whenCompared().then(() => actOnRow(row, action, book, scheduler, ports)),
    retry: (id) => {
      const run = findRun(id);
      if (run === undefined) return err({ kind: 'no-such-row' });
      if (AT_WORK.has(run.phase) || isConfirming || isOtherAtWork(run)) return err({ kind: 'busy' });
      return goOn(run, () => retryRows(run, book, scheduler, ports));
    },
    closeRun: async (id) => {
      const run = findRun(id);
      if (run === undefined) return err({ kind: 'no-such-row' });
      if (!isFinished(run) || run.phase !== 'ended') return err({ kind: 'not-possible-now' });
      try {
        await book.close(id);
        return ok(null);
      } catch {
        return err({ kind: 'journal-unwritable' });
      }
    },
    ...openHandOver(book, scheduler, ports),
    ...openRetirement(book, scheduler, ports),
    recover: () => whenCompared().then(() => recoverRuns(book, scheduler)),
    idle: async () => {
      while (working.size > 0) await Promise.allSettled(working);
    },
    isRotating: (connection) =>
      book.runs().some((run) => run.connection === connection && AT_WORK.has(run.phase)),
    valuesInMemoryOnly: () =>
      book
        .runs()
        .filter((run) => ports.vaultOf(run.connection).keeps === 'in-memory')
        .flatMap((run) => [...run.rows.values()])
        .filter((row) => row.holdsValue && !isClosed(row)).length,
  };
}
