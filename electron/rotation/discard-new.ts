import { placeWord } from '../../shared/domain/delivery';
import type { RowFailure } from '../../shared/domain/rotation-run';
import type { TokenRef } from '../../shared/domain/token-ref';
import { err, ok, type Result } from '../../shared/result';
import { removeByRef } from './create-step';
import { stopOnExtra } from './extra-tokens';
import type { RowInHand } from './hold-row';
import { ledgerToken } from './ledger-facts';
import { need } from './needs';
import { mayWorkWithNew } from './own-credential-guard';
import type { RotationPorts } from './rotation-ports';
import type { Row } from './row';
import type { RowWorld } from './row-world';
import type { RunBook } from './run-book';
import type { Scheduler } from './run-scheduler';
import { readForRef } from './sure-reading';

type Acted = Promise<Result<null, RowFailure>>;

/**
 * Takes the new value away from where it was written, deletes the new token, and only then forgets its value. What forbids
 * that is looked for before the person is asked and again after: the dialog may have stood open for long.
 */
export async function discardNew(
  { run, row }: RowInHand,
  book: RunBook,
  scheduler: Scheduler,
  ports: RotationPorts,
): Acted {
  const world = scheduler.worldOf(run, row);
  if (world === undefined) return err({ kind: 'credential-missing' });
  if (row.newRef === undefined) return err({ kind: 'not-possible-now' });
  const { newRef } = row;
  await world.list.answered();
  const asked = await scheduler.inList(run, row, () => mayBeGivenUp(row, newRef, world));
  if (!asked.ok) return asked;
  const leftBehind = row.deliveries
    .filter(({ receipt }) => !isUndoable(receipt))
    .map(({ to }) => placeWord(to));
  const { organisation } = run;
  const question = { kind: 'discard-new' as const, organisation, label: row.label, leftBehind };
  if (!(await ports.confirmNatively(question))) return err({ kind: 'declined' });
  return scheduler.inList(run, row, async () => {
    const present = scheduler.worldOf(run, row);
    if (present === undefined) return err({ kind: 'credential-missing' });
    const still = await mayBeGivenUp(row, newRef, present);
    if (!still.ok) return still;
    const fact = { kind: 'value-discarded' as const, ...ledgerToken(row), row: row.id };
    const noted = await ports.ledger.note(fact, run.connection);
    if (!noted.ok) return err({ kind: 'ledger-unwritable' });
    const intended = await undoDeliveries(await book.record(row, { kind: 'discard-intended' }), present);
    const removed = await removeByRef(newRef, present.list);
    if (!removed.ok) return err({ kind: 'unproved' });
    await book.record(intended, { kind: 'left' });
    await present.vault.drop(row.id);
    return ok(null);
  });
}

/** Succeeds while a list that can be believed says that nobody would lose their way in with the new token. */
async function mayBeGivenUp(row: Row, newRef: TokenRef, world: RowWorld): Acted {
  const listed = await readForRef(newRef, world.list);
  if (!listed.ok) {
    // A list that is out of sight may stay so: the row can then be left, which is written down.
    const from = row.need?.from ?? row.step;
    if (listed.error.kind === 'forbidden')
      await need(row, 'unreachable', world.record, { failure: listed.error, from });
    return err({ kind: 'api', failure: listed.error });
  }
  const { tokens, presence } = listed.value;
  if (presence === 'unsure') return err({ kind: 'unproved' });
  // Once the row is left, nobody would ask any more whose that token is.
  const extra = await stopOnExtra(row, world, tokens, row.need?.from);
  if (extra !== undefined) return err({ kind: 'stray-left' });
  if (await mayWorkWithNew(row, world, tokens)) return err({ kind: 'in-use' });
  const isOldThere = tokens.some(({ ref }) => ref === row.ref);
  // The new token is the only one left: a journal that went back may have forgotten where its value is at work.
  return presence === 'present' && !isOldThere ? err({ kind: 'old-gone' }) : ok(null);
}

const isUndoable = (receipt: Row['deliveries'][number]['receipt']) =>
  receipt.kind === 'file' || (receipt.kind === 'variable' && !receipt.wasThere);

/** Undoes what can be undone. A place that refuses keeps a value that will not work, which harms nothing. */
async function undoDeliveries(row: Row, { sinkFor, record }: RowWorld): Promise<Row> {
  let current = row;
  for (const { to, receipt } of row.deliveries) {
    const undone = await sinkFor(to).undo?.(receipt);
    if (undone?.ok === true && undone.value === 'undone')
      current = await record(current, { kind: 'undone', to });
  }
  return current;
}
