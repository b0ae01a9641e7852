import { isSamePlace, type Destination } from '../../shared/domain/destination';
import type { RowId, RunId } from '../../shared/domain/rotation-run';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { JournalRecord } from './journal-record';
import { movedFact } from './ledger-facts';
import { deedFor, deedOf, noteAgain } from './own-deeds';
import type { RotationPorts } from './rotation-ports';
import { isClosed, type Row } from './row';
import type { RowEvent } from './row-event';
import { JournalUnwritable } from './row-world';
import { changeOf, endRun, reopen, runsFrom, startRun, type Run } from './run';
import { transition } from './transition';

/** How often the page hears of a run, at most: rows may change far more often than eyes can follow. */
const TELL_EVERY_MS = 100;

/** All runs that are not closed, and the journal behind them: nothing changes here that is not on disk first. */
export interface RunBook {
  readonly runs: () => readonly Run[];
  readonly findRow: (id: RowId) => { readonly run: Run; readonly row: Row } | undefined;
  /** True for a variable that an unfinished row, other than `except`, is written to. */
  readonly isTaken: (place: Destination, except?: RowId) => boolean;
  /** True while a rotation of the token, or one that made it, is not finished. */
  readonly isRotating: (ref: TokenRef) => boolean;
  /** True for every new token that a row has sealed since the journal began. */
  readonly isMade: (ref: TokenRef) => boolean;
  /** True for every token of which a person said that it is not of Rekey's making. */
  readonly isExplained: (ref: TokenRef) => boolean;
  readonly start: (record: Extract<JournalRecord, { kind: 'run-started' }>) => Promise<Run>;
  /** The row after an event, as it stands now, whatever the caller remembers of it. */
  readonly record: (row: Row, event: RowEvent) => Promise<Row>;
  readonly setPhase: (run: Run, phase: Run['phase']) => void;
  /** Gives an ended run that has a planned row back to `Resume`. */
  readonly reopen: (run: Run) => void;
  readonly end: (run: Run) => Promise<void>;
  readonly close: (run: RunId) => Promise<void>;
  /** Shows a row as stopped though that could not be written down; it is as the journal says after a restart. */
  readonly showUnjournalled: (row: Row) => void;
}

export function openRunBook(
  ports: Pick<RotationPorts, 'journal' | 'clock' | 'changed' | 'noteDeed' | 'ledger'>,
): RunBook {
  const { journal, clock } = ports;
  const runs = runsFrom(journal.records);
  const made = new Set(journal.records.flatMap(sealedRefOf));
  const explained = new Set(journal.records.flatMap(explainedRefsOf));
  let starting = 0;
  const untold = new Map<Run, Set<RowId>>();
  noteAgain(journal.records, ports.noteDeed);

  const append = async (record: JournalRecord) => {
    if (!(await journal.append(record)).ok) throw new JournalUnwritable('the journal could not be written');
  };

  /** Rows that changed are told of together; a run's own state, at once. */
  const tell = (run: Run) => {
    const changed = untold.get(run) ?? new Set();
    untold.delete(run);
    ports.changed(changeOf(run, changed));
  };

  const tellSoon = (run: Run, row: RowId) => {
    const waiting = untold.get(run);
    if (waiting !== undefined) {
      waiting.add(row);
      return;
    }
    untold.set(run, new Set([row]));
    void clock.wait(TELL_EVERY_MS).then(() => {
      if (untold.has(run)) tell(run);
    });
  };

  const put = (row: Row) => {
    const run = runs.get(row.run);
    if (run === undefined) return;
    run.rows.set(row.id, row);
    tellSoon(run, row.id);
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
    isRotating: (ref) =>
      [...runs.values()].some(({ rows }) =>
        [...rows.values()].some((row) => (row.ref === ref || row.newRef === ref) && !isClosed(row)),
      ),
    isTaken: (place, except) =>
      [...runs.values()]
        .flatMap(({ rows }) => [...rows.values()])
        .filter((row) => row.id !== except && !isClosed(row))
        .flatMap(({ destinations, deliveries }) => [...destinations, ...deliveries.map(({ to }) => to)])
        .some((to) => to.kind.endsWith('-variable') && isSamePlace(to, place)),
    isMade: (ref) => made.has(ref),
    isExplained: (ref) => explained.has(ref),
    start: async (record) => {
      starting += 1;
      try {
        await append(record);
        const run = startRun(record);
        runs.set(run.id, run);
        untold.set(run, new Set(run.rows.keys()));
        return run;
      } finally {
        starting -= 1;
      }
    },
    record: async ({ run: runId, id }, event) => {
      const run = runs.get(runId);
      const row = run?.rows.get(id);
      if (run === undefined || row === undefined) throw new Error('a row that is closed cannot change');
      const next = transition(row, event);
      if (event.kind === 'sealed') made.add(event.newRef);
      const at = clock.now();
      await append({ kind: 'row', row: id, at, event });
      if (event.kind === 'explained') for (const ref of event.refs) explained.add(ref);
      const deed = deedOf(row, event);
      if (deed !== undefined) ports.noteDeed(run.connection, deedFor(deed, id));
      const moved = movedFact(row, next);
      if (moved !== undefined) ports.ledger.noteSoon(moved, run.connection, at);
      put(next);
      return next;
    },
    setPhase: (run, phase) => {
      run.phase = phase;
      tell(run);
    },
    reopen: (run) => {
      reopen(run);
      tell(run);
    },
    end: async (run) => {
      await append({ kind: 'run-ended', run: run.id, at: clock.now() });
      endRun(run, clock.now());
      // A row that somebody held just then may yet have to begin.
      reopen(run);
      tell(run);
    },
    close: async (id) => {
      await append({ kind: 'run-closed', run: id, at: clock.now() });
      runs.delete(id);
      // A run whose start is on its way to the disk is as good as there.
      if (runs.size === 0 && starting === 0) await journal.compact([]);
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

const sealedRefOf = (record: JournalRecord): readonly TokenRef[] =>
  record.kind === 'row' && record.event.kind === 'sealed' ? [record.event.newRef] : [];

const explainedRefsOf = (record: JournalRecord): readonly TokenRef[] =>
  record.kind === 'row' && record.event.kind === 'explained' ? record.event.refs : [];

/** True when nothing of the run is left to do or to decide. */
export const isFinished = (run: Run): boolean => [...run.rows.values()].every(isClosed);
