import type { Destination } from '../../shared/domain/destination';
import type { RowId } from '../../shared/domain/rotation-run';
import { advance } from './advance';
import type { Row } from './row';
import type { RotationPorts } from './rotation-ports';
import { JournalUnwritable, type RowWorld, type Sink } from './row-world';
import type { Run } from './run';
import type { RunBook } from './run-book';
import { tokenListAt } from './token-list';

/** Rows in work at once; the pacer decides how many requests that may be. */
const WIDTH = 8;

/** Carries runs and single rows through their steps, each row by one hand at a time. */
export interface Scheduler {
  /** Works through what a run still has to do. Resolves when it rests: ended, paused, or stopped by the host. */
  readonly carryOut: (run: Run) => Promise<void>;
  /** Takes one row as far as it goes. `false`: somebody is at it, or the credential is missing. */
  readonly carryOn: (run: Run, id: RowId) => Promise<boolean>;
  /** Holds a row while `work` changes it, so that nobody else does. `undefined`: somebody does already. */
  readonly alone: <T>(id: RowId, work: () => Promise<T>) => Promise<T | undefined>;
  readonly worldOf: (run: Run, row: Row) => RowWorld | undefined;
  readonly isAtWork: () => boolean;
}

export function openScheduler(book: RunBook, ports: RotationPorts): Scheduler {
  const inHand = new Set<RowId>();

  const worldOf = (run: Run, row: Row): RowWorld | undefined => {
    const client = ports.clientOf(run.connection);
    if (client === undefined) return undefined;
    const { kind, project, scope } = row;
    const sinks = new Map<Destination, Sink>();
    return {
      list: tokenListAt(
        { connection: run.connection, kind, scope, ...(project !== undefined && { project }) },
        client,
        ports,
      ),
      vault: ports.vaultOf(run.connection),
      sinkFor: (destination) => {
        // One sink from delivery to proof: it remembers what it found before it wrote.
        const sink = sinks.get(destination) ?? ports.sinkFor(destination, client);
        sinks.set(destination, sink);
        return sink;
      },
      record: book.record,
      now: ports.clock.now,
      retirement: run.retirement,
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

  const carryOn = async (run: Run, id: RowId): Promise<boolean> => {
    const done = await alone(id, async () => {
      const row = run.rows.get(id);
      const world = row && worldOf(run, row);
      if (row === undefined || world === undefined) return false;
      try {
        await advance(row, world);
      } catch (error) {
        if (!(error instanceof JournalUnwritable)) throw error;
        book.showUnjournalled(run.rows.get(id) ?? row);
      }
      return true;
    });
    return done ?? false;
  };

  const carryOutGroup = async (run: Run, group: readonly RowId[]) => {
    for (const id of group) {
      if (run.phase !== 'running') return;
      await carryOn(run, id);
      if (stopsRun(run.rows.get(id))) book.setPhase(run, 'pausing');
    }
  };

  return {
    alone,
    carryOn,
    worldOf,
    isAtWork: () => inHand.size > 0,
    carryOut: async (run) => {
      const groups = groupsOf(run);
      const work = async () => {
        for (let group = groups.shift(); group !== undefined; group = groups.shift())
          await carryOutGroup(run, group);
      };
      await Promise.all(Array.from({ length: WIDTH }, work));
      await rest(run, book);
    },
  };
}

/** The rows that a run can take further by itself, together by project and in their order there. */
function groupsOf(run: Run): RowId[][] {
  const groups = new Map<string, RowId[]>();
  for (const row of run.rows.values()) {
    if (['needs-you', 'retiring', 'gone', 'left'].includes(row.step)) continue;
    const group = groups.get(row.project ?? '') ?? [];
    group.push(row.id);
    groups.set(row.project ?? '', group);
  }
  return [...groups.values()];
}

/** A refused credential, or a journal that cannot be written, would stop every other row in the same place. */
const stopsRun = (row: Row | undefined): boolean =>
  row?.need?.reason === 'credential-refused' || row?.need?.reason === 'journal-unwritable';

async function rest(run: Run, book: RunBook): Promise<void> {
  if (run.phase === 'pausing') {
    book.setPhase(run, 'paused');
    return;
  }
  try {
    if (run.phase === 'stopping') {
      for (const row of run.rows.values())
        if (row.step === 'planned') await book.record(row, { kind: 'left' });
    }
    await book.end(run);
  } catch (error) {
    if (!(error instanceof JournalUnwritable)) throw error;
    book.setPhase(run, 'paused');
  }
}
