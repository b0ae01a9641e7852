import type { RowFailure } from '../../shared/domain/rotation-run';
import type { TokenRef } from '../../shared/domain/token-ref';
import { err, ok, type Result } from '../../shared/result';
import { settleDeletion } from './delete-step';
import type { RowInHand } from './hold-row';
import { ledgerToken } from './ledger-facts';
import type { FoundFacts } from './native-question';
import { need } from './needs';
import type { RotationPorts } from './rotation-ports';
import type { Row } from './row';
import { keyOf, type ListedToken, type RowWorld } from './row-world';
import type { RunBook } from './run-book';
import type { Scheduler } from './run-scheduler';
import { readForRef } from './sure-reading';
import { evidenceOf, isExtra, mayBeOrphan } from './whose-token';

type Acted = Promise<Result<null, RowFailure>>;
type Reader = readonly [inHand: RowInHand, book: RunBook, scheduler: Scheduler, ports: RotationPorts];

interface Found {
  readonly one: ListedToken & { readonly ref: TokenRef };
  readonly facts: FoundFacts;
}

/**
 * Goes through the tokens of which nobody knows whose they are: each is deleted only if a person agrees, in main, to that very
 * one. The row goes on when none is left unexplained.
 */
export async function reviewFound(...[inHand, book, scheduler, ports]: Reader): Acted {
  const { run } = inHand;
  const found = await lookFor(inHand, scheduler);
  if (!found.ok) return found;
  let answer: Result<null, RowFailure> = ok(null);
  for (const { one, facts } of found.value) {
    const question = { kind: 'delete-orphan' as const, organisation: run.organisation, ...facts };
    if (!(await ports.confirmNatively(question))) answer = err({ kind: 'declined' });
    else {
      const removed = await scheduler.inList(run, inHand.row, () =>
        remove(one.ref, inHand, book, scheduler, ports),
      );
      if (!removed.ok) return removed;
    }
  }
  return answer.ok ? goOn(inHand, book, scheduler) : answer;
}

/** A person says, in main, that the tokens found are not of Rekey's making: they stay, and the row goes on. */
export async function declareNotOurs(...[inHand, book, scheduler, ports]: Reader): Acted {
  const { run, row } = inHand;
  const found = await lookFor(inHand, scheduler);
  if (!found.ok) return found;
  if (found.value.length > 0) {
    const tokens = found.value.map(({ facts }) => facts);
    const { organisation } = run;
    if (!(await ports.confirmNatively({ kind: 'not-ours', organisation, tokens })))
      return err({ kind: 'declined' });
    const refs = found.value.map(({ one }) => one.ref);
    const reason = `said not to be of Rekey’s making: ${refs.join(', ')}`;
    const noted = await ports.ledger.note(
      { kind: 'found-not-ours', ...ledgerToken(row), reason },
      run.connection,
    );
    if (!noted.ok) return err({ kind: 'ledger-unwritable' });
    await book.record(row, { kind: 'explained', refs });
  }
  return goOn(inHand, book, scheduler);
}

/** What a fresh list shows that may be of the row's making; who cannot see the list any more may leave the row. */
async function lookFor(
  { run, row }: RowInHand,
  scheduler: Scheduler,
): Promise<Result<readonly Found[], RowFailure>> {
  return scheduler.inList(run, row, async (): Promise<Result<readonly Found[], RowFailure>> => {
    const world = scheduler.worldOf(run, row);
    if (world === undefined) return err({ kind: 'credential-missing' });
    const listed = await world.list.read();
    if (!listed.ok) {
      const from = row.need?.from ?? row.step;
      if (listed.error.kind === 'forbidden')
        await need(row, 'unreachable', world.record, { failure: listed.error, from });
      return err({ kind: 'api', failure: listed.error });
    }
    const { tokens } = listed.value;
    const found = tokens.filter((one) => isFound(row, world, one, tokens));
    return ok(
      found.flatMap((one) => {
        const { ref } = one;
        if (ref === undefined) return [];
        return [{ one: { ...one, ref }, facts: factsOf(row, { ...one, ref }, tokens, found.length) }];
      }),
    );
  });
}

const isFound = (row: Row, world: RowWorld, one: ListedToken, listed: readonly ListedToken[]): boolean =>
  row.need?.from === 'ambiguous' ? mayBeOrphan(row, world, one) : isExtra(row, world, one, listed);

function factsOf(row: Row, one: Found['one'], listed: readonly ListedToken[], found: number): FoundFacts {
  const { id, label, scope, createdAt, lastFour } = one.token;
  return {
    ref: one.ref,
    kindOfToken: row.kind,
    label,
    scope,
    ...(id !== undefined && { id }),
    ...(lastFour !== undefined && { lastFour }),
    ...(createdAt !== undefined && { createdAt }),
    ...(row.askedAt !== undefined && { askedAt: row.askedAt }),
    ...(row.project !== undefined && { project: row.project }),
    ...(row.projectName !== undefined && { projectName: row.projectName }),
    ...evidenceOf(row, one, listed, found),
  };
}

/** Deletes the token that a person agreed to. The dialog may have stood open for long: it must still be what it was. */
async function remove(
  ref: TokenRef,
  { run, row }: RowInHand,
  book: RunBook,
  scheduler: Scheduler,
  ports: RotationPorts,
): Acted {
  const world = scheduler.worldOf(run, row);
  if (world === undefined) return err({ kind: 'credential-missing' });
  const listed = await readForRef(ref, world.list);
  if (!listed.ok) return err({ kind: 'api', failure: listed.error });
  const { tokens } = listed.value;
  const now = tokens.find((one) => one.ref === ref);
  if (now === undefined || !isFound(row, world, now, tokens)) return ok(null);
  if (now.mayBeOwn) return err({ kind: 'in-use' });
  const key = keyOf(now.token);
  if (key === undefined) return err({ kind: 'unproved' });
  const reason = `agreed that the token found is deleted, as it may have come of Rekey’s create: ${ref}`;
  const noted = await ports.ledger.note(
    { kind: 'orphan-removal-agreed', ...ledgerToken(row), reason },
    run.connection,
  );
  if (!noted.ok) return err({ kind: 'ledger-unwritable' });
  await book.record(row, { kind: 'removal-agreed', ref });
  await world.list.remove(key, ref);
  const after = await readForRef(ref, world.list);
  if (!after.ok) return err({ kind: 'api', failure: after.error });
  if (after.value.presence !== 'absent') return err({ kind: 'unproved' });
  await book.record(row, { kind: 'unexplained-removed', ref });
  return ok(null);
}

/** Puts the row back to where it stopped. What was being deleted is only looked at: nothing old is deleted by this. */
async function goOn({ run, row }: RowInHand, book: RunBook, scheduler: Scheduler): Acted {
  const world = scheduler.worldOf(run, row);
  if (world === undefined) return err({ kind: 'credential-missing' });
  const again = await book.record(row, { kind: 'tried-again' });
  if (again.step === 'deleting') await scheduler.inList(run, again, () => settleDeletion(again, world));
  else await scheduler.takeOn(run, again.id);
  return ok(null);
}
