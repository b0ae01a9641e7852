import type { RowId, RunId } from '../../shared/domain/rotation-run';
import type { JournalRecord } from './journal-record';
import type { RotationPorts } from './rotation-ports';
import { isClosed, type Row, type RowEvent } from './row';
import { JournalUnwritable } from './row-world';
import { endRun, runsFrom, startRun, viewOf, type Run } from './run';
import { transition } from './transition';

/** How often the page hears of a run, at most: rows may change far more often than eyes can follow. */
const TELL_EVERY_MS = 100;

/** All runs that are not closed, and the journal behind them: nothing changes here that is not on disk first. */
export interface RunBook {
  readonly runs: () => readonly Run[];
  readonly findRow: (id: RowId) => { readonly run: Run; readonly row: Row } | undefined;
  readonly start: (record: Extract<JournalRecord, { kind: 'run-started' }>) => Promise<Run>;
  readonly record: (row: Row, event: RowEvent) => Promise<Row>;
  readonly setPhase: (run: Run, phase: Run['phase']) => void;
  readonly end: (run: Run) => Promise<void>;
  readonly close: (run: RunId) => Promise<void>;
  /** Shows a row as stopped though that could not be written down; it is as the journal says after a restart. */
  readonly showUnjournalled: (row: Row) => void;
}

export function openRunBook({ journal, clock, changed }: RotationPorts): RunBook {
  const runs = runsFrom(journal.records);
  const telling = new Set<Run>();

  const append = async (record: JournalRecord) => {
    if (!(await journal.append(record)).ok) throw new JournalUnwritable('the journal could not be written');
  };

  const tellSoon = (run: Run) => {
    if (telling.has(run)) return;
    telling.add(run);
    void clock.wait(TELL_EVERY_MS).then(() => {
      telling.delete(run);
      changed(viewOf(run));
    });
  };

  const put = (row: Row) => {
    const run = runs.get(row.run);
    if (run === undefined) return;
    run.rows.set(row.id, row);
    tellSoon(run);
  };

  return {
    runs: () => [...runs.values()],
    findRow: (id) => {
      for (const run of runs.values()) {
        const row = run.rows.get(id);
        if (row !== undefined) return { run, row };
      }
      return undefined;
    },
    start: async (record) => {
      await append(record);
      const run = startRun(record);
      runs.set(run.id, run);
      return run;
    },
    record: async (row, event) => {
      const next = transition(row, event);
      await append({ kind: 'row', row: row.id, at: clock.now(), event });
      put(next);
      return next;
    },
    setPhase: (run, phase) => {
      run.phase = phase;
      changed(viewOf(run));
    },
    end: async (run) => {
      await append({ kind: 'run-ended', run: run.id, at: clock.now() });
      endRun(run, clock.now());
      changed(viewOf(run));
    },
    close: async (id) => {
      await append({ kind: 'run-closed', run: id, at: clock.now() });
      runs.delete(id);
      if (runs.size === 0) await journal.compact([]);
    },
    showUnjournalled: (row) => {
      put({
        ...row,
        step: 'needs-you',
        need: { reason: 'journal-unwritable', actions: [], from: row.step },
      });
    },
  };
}

/** True when nothing of the run is left to do or to decide. */
export const isFinished = (run: Run): boolean => [...run.rows.values()].every(isClosed);
