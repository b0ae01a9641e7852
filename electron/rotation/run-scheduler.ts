import type { RowId } from '../../shared/domain/rotation-run';
import { advance } from './advance';
import { rememberSuccessor } from './consumers';
import { openListOrder } from './list-order';
import { isOwnCredential, type Row } from './row';
import { inGroups } from './row-groups';
import type { RotationPorts } from './rotation-ports';
import { JournalUnwritable, type RowWorld } from './row-world';
import type { Run } from './run';
import type { RunBook } from './run-book';
import type { Lists } from './token-list';

const HOUR_MS = 3_600_000;

/** Carries runs and single rows through their steps, each row by one hand at a time. */
export interface Scheduler {
  /** Works through what a run still has to do. Resolves when it rests: ended, paused, or stopped by the host. */
  readonly carryOut: (run: Run) => Promise<void>;
  /** Takes a row that the caller holds as far as it goes. `false`: the credential is missing. */
  readonly takeOn: (run: Run, id: RowId) => Promise<boolean>;
  /** Holds a row while `work` changes it, so that nobody else does. `undefined`: somebody does already. */
  readonly alone: <T>(id: RowId, work: () => Promise<T>) => Promise<T | undefined>;
  /** Does what creates or deletes in a row's list when nobody else does. */
  readonly inList: <T>(run: Run, row: Row, work: () => Promise<T>) => Promise<T>;
  readonly worldOf: (run: Run, row: Row) => RowWorld | undefined;
}

export function openScheduler(book: RunBook, lists: Lists, ports: RotationPorts): Scheduler {
  const inHand = new Set<RowId>();
  const inOrder = openListOrder();

  const inList = <T>({ connection }: Run, { project }: Row, work: () => Promise<T>): Promise<T> =>
    inOrder({ connection, host: ports.connectionOf(connection)?.address, project }, work);

  const worldOf = (run: Run, row: Row): RowWorld | undefined => {
    const client = ports.clientOf(run.connection);
    if (client === undefined) return undefined;
    const { kind, project, newScope: scope } = row;
    return {
      list: lists(
        { connection: run.connection, kind, scope, ...(project !== undefined && { project }) },
        client,
        row.id,
      ),
      vault: ports.vaultOf(run.connection),
      sinkFor: (destination) => ports.sinkFor(destination, run.connection, client),
      record: book.record,
      ground: () => ports.clientOf(run.connection),
      isMade: book.isMade,
      isExplained: book.isExplained,
      isValueOf: ports.isValueOf,
      madeFor: ports.madeFor,
      mayCreate: () => true,
      now: ports.clock.now,
      overlapMs: run.overlapHours * HOUR_MS,
      succeeded: (done) => rememberSuccessor(done, ports.consumers),
    };
  };

  const alone = async <T>(id: RowId, work: () => Promise<T>): Promise<T | undefined> => {
    if (inHand.has(id)) return undefined;
    inHand.add(id);
    try {
      return await work();
    } finally {
      inHand.delete(id);
    }
  };

  /** Brings a run to rest. What a person has in hand just then is theirs to finish. */
  const rest = async (run: Run): Promise<void> => {
    if (run.phase === 'pausing') {
      book.setPhase(run, 'paused');
      return;
    }
    try {
      if (run.phase === 'stopping') {
        for (const id of run.rows.keys())
          await alone(id, async () => {
            const row = run.rows.get(id);
            if (row?.step === 'planned') await book.record(row, { kind: 'left' });
          });
      }
      await book.end(run);
    } catch (error) {
      if (!(error instanceof JournalUnwritable)) throw error;
      book.setPhase(run, 'paused');
    }
  };

  const takeOn = async (run: Run, id: RowId, mayCreate = () => true): Promise<boolean> => {
    const row = run.rows.get(id);
    if (row === undefined || worldOf(run, row) === undefined) return false;
    try {
      await inList(run, row, async () => {
        // While others were at the list, the connection may have been switched.
        const world = worldOf(run, row);
        if (world !== undefined) await advance(row, { ...world, mayCreate });
      });
    } catch (error) {
      if (!(error instanceof JournalUnwritable)) throw error;
      book.showUnjournalled(run.rows.get(id) ?? row);
    }
    return true;
  };

  return {
    alone,
    inList,
    takeOn,
    worldOf,
    carryOut: async (run) => {
      const toDo = [...run.rows.values()].filter(({ step }) => !RESTING.has(step));
      const isOn = () => run.phase === 'running';
      const work = async ({ id }: Row) => {
        await alone(id, () => takeOn(run, id, isOn));
        if (stopsRun(run.rows.get(id))) book.setPhase(run, 'pausing');
      };
      const own = toDo.filter(isOwnCredential);
      await inGroups(
        toDo.filter((row) => !own.includes(row)),
        isOn,
        work,
      );
      await inGroups(own, isOn, work);
      await rest(run);
    },
  };
}

/** What a run by itself takes no further. */
const RESTING: ReadonlySet<Row['step']> = new Set(['needs-you', 'retiring', 'deleting', 'gone', 'left']);

/** A refused credential, or a journal that cannot be written, would stop every other row in the same place. */
export const stopsRun = (row: Row | undefined): boolean =>
  row?.need?.reason === 'credential-refused' || row?.need?.reason === 'journal-unwritable';
