import { advance } from './advance';
import { settleDeletion } from './delete-step';
import type { Row } from './row';
import { JournalUnwritable } from './row-world';
import { isAtRest, type Run } from './run';
import type { RunBook } from './run-book';
import type { Scheduler } from './run-scheduler';
import { requireValue } from './value-steps';

/**
 * Brings the rows of interrupted runs to where they are safe: a lost create is cleared up, a sealed value is verified and
 * delivered as confirmed. Nothing old is deleted without a person: a row that was about to, waits. Planned rows wait for
 * `Resume`. May itself end anywhere, and be done again.
 */
export async function recoverRuns(book: RunBook, scheduler: Scheduler): Promise<void> {
  for (const run of book.runs()) {
    if (run.phase !== 'interrupted' && run.phase !== 'ended') continue;
    for (const id of run.rows.keys()) {
      await scheduler.alone(id, async () => {
        const row = run.rows.get(id);
        if (row !== undefined) await recoverRow(run, row, book, scheduler);
      });
    }
    // A row that could not be brought to rest, as when the credential is missing, may yet have to begin again.
    if (run.phase === 'interrupted' && [...run.rows.values()].every(isAtRest)) await endQuietly(run, book);
    if (run.phase === 'ended') book.reopen(run);
  }
}

async function recoverRow(run: Run, row: Row, book: RunBook, scheduler: Scheduler): Promise<void> {
  const world = scheduler.worldOf(run, row);
  if (world === undefined) return;
  try {
    if (row.step === 'deleting') {
      await scheduler.inList(run, row, () => settleDeletion(row, world));
      return;
    }
    if (row.step === 'verified' && row.destinations.length === 0) {
      await requireValue(row, world);
      return;
    }
    await scheduler.inList(run, row, () => advance(row, world, (step) => SAFE_TO_GO_ON.has(step)));
  } catch (error) {
    if (!(error instanceof JournalUnwritable)) throw error;
    book.showUnjournalled(run.rows.get(row.id) ?? row);
  }
}

/** In these nothing is made and nothing old is deleted. */
const SAFE_TO_GO_ON: ReadonlySet<Row['step']> = new Set([
  'creating',
  'ambiguous',
  'sealed',
  'verified',
  'delivered',
  'proved',
]);

async function endQuietly(run: Run, book: RunBook): Promise<void> {
  try {
    await book.end(run);
  } catch (error) {
    if (!(error instanceof JournalUnwritable)) throw error;
  }
}
