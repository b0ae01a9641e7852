import { isTypedAs } from '../../shared/domain/compare-text';
import type { ManualConsumerId } from '../../shared/domain/consumer';
import { deletionWords, type RowFailure, type RowId } from '../../shared/domain/rotation-run';
import { err, ok, type Result } from '../../shared/result';
import { deleteOld } from './delete-step';
import { holdRow, journalled, type RowInHand } from './hold-row';
import { ledgerToken } from './ledger-facts';
import type { RotationPorts } from './rotation-ports';
import { needsAttestation, openItemsOf } from './row';
import type { RowEvent } from './row-event';
import { inGroups } from './row-groups';
import type { RunBook } from './run-book';
import { stopsRun, type Scheduler } from './run-scheduler';

type Acted = Promise<Result<null, RowFailure>>;

const HOUR_MS = 3_600_000;

/** What a person can do with old tokens that wait to be deleted. Nothing is deleted but by `deleteNow`. */
export interface Retirement {
  readonly tick: (row: RowId, item: ManualConsumerId, isTicked: boolean) => Acted;
  readonly override: (row: RowId, reason: string) => Acted;
  /** A person says how they know that the new values work where they are used, which neither host nor place could prove. */
  readonly attest: (rows: readonly RowId[], reason: string) => Acted;
  /** The overlap of each row ends `hours` later than it would, or than now where it has ended. */
  readonly keepLonger: (rows: readonly RowId[], hours: number) => Acted;
  /** The old token stays; the row is closed. */
  readonly cancelRetirement: (row: RowId, reason: string) => Acted;
  /** Deletes, after what was typed and main's own question. Rows not reached when `stopDeleting` comes go on waiting. */
  readonly deleteNow: (rows: readonly RowId[], typed: string) => Acted;
  readonly stopDeleting: () => void;
}

export function openRetirement(book: RunBook, scheduler: Scheduler, ports: RotationPorts): Retirement {
  let isDeleting = false;
  let isStopped = false;

  /** Writes one event down, if the row is one that `isAllowed` lets it happen to. */
  const note = (id: RowId, eventFor: (inHand: RowInHand) => RowEvent | undefined): Acted =>
    holdRow(id, book, scheduler, async (inHand) => {
      const event = eventFor(inHand);
      if (event === undefined) return err({ kind: 'not-possible-now' });
      await book.record(inHand.row, event);
      return ok(null);
    });

  const decide = (
    id: RowId,
    kind: 'checklist-overridden' | 'retirement-cancelled' | 'use-attested',
    reason: string,
    event: RowEvent,
  ): Acted =>
    holdRow(id, book, scheduler, async ({ run, row }) => {
      const isOpen = kind !== 'use-attested' || needsAttestation(row);
      if (row.step !== 'retiring' || !isOpen) return err({ kind: 'not-possible-now' });
      const noted = await ports.ledger.note({ kind, ...ledgerToken(row), reason }, run.connection);
      if (!noted.ok) return err({ kind: 'ledger-unwritable' });
      await book.record(row, event);
      if (kind === 'retirement-cancelled') await ports.vaultOf(run.connection).drop(row.id);
      return ok(null);
    });

  const deleteAll = async (ids: readonly RowId[]): Acted => {
    const found = ids.flatMap((id) => book.findRow(id) ?? []);
    const runs = new Map(found.map(({ run, row }) => [row.id, run]));
    return journalled(async () => {
      let failure: RowFailure | undefined;
      await inGroups(
        found.map(({ row }) => row),
        () => !isStopped && failure === undefined,
        async ({ id }) => {
          const run = runs.get(id);
          const done = await holdRow(id, book, scheduler, async ({ row }): Acted => {
            if (run === undefined) return err({ kind: 'no-such-row' });
            if (row.step !== 'retiring' || openItemsOf(row) > 0 || needsAttestation(row))
              return err({ kind: 'not-possible-now' });
            const left = await scheduler.inList(run, row, async () => {
              const world = scheduler.worldOf(run, row);
              return world && deleteOld(row, world);
            });
            return left === undefined || stopsRun(left) ? err({ kind: 'credential-missing' }) : ok(null);
          });
          if (!done.ok && done.error.kind !== 'busy') failure = done.error;
        },
      );
      return failure === undefined ? ok(null) : err(failure);
    });
  };

  return {
    tick: (id, item, isTicked) =>
      note(id, ({ row }) => {
        const isKnown = row.checklist.some((one) => one.id === item);
        const isOpen = ['verified', 'delivered', 'proved', 'retiring', 'needs-you'].includes(row.step);
        return isKnown && isOpen ? { kind: isTicked ? 'ticked' : 'unticked', item } : undefined;
      }),
    override: (id, reason) => decide(id, 'checklist-overridden', reason, { kind: 'overridden', reason }),
    attest: async (ids, reason) => {
      for (const id of ids) {
        const attested = await decide(id, 'use-attested', reason, { kind: 'use-attested', reason });
        if (!attested.ok) return attested;
      }
      return ok(null);
    },
    keepLonger: async (ids, hours) => {
      for (const id of ids) {
        const kept = await note(id, ({ row }) => {
          if (row.step !== 'retiring') return undefined;
          const from = Math.max(row.until ?? 0, ports.clock.now());
          return { kind: 'kept-longer', until: from + hours * HOUR_MS };
        });
        if (!kept.ok) return kept;
      }
      return ok(null);
    },
    cancelRetirement: (id, reason) =>
      decide(id, 'retirement-cancelled', reason, { kind: 'retirement-cancelled', reason }),
    deleteNow: async (ids, typed) => {
      const found = ids.flatMap((id) => book.findRow(id) ?? []);
      const [first] = found;
      if (first === undefined || found.length !== ids.length || new Set(ids).size !== ids.length)
        return err({ kind: 'no-such-row' });
      const { connection, organisation } = first.run;
      if (found.some(({ row, run }) => row.step !== 'retiring' || run.connection !== connection)) {
        return err({ kind: 'not-possible-now' });
      }
      const rows = found.map(({ row }) => row);
      const count = rows.filter((row) => openItemsOf(row) > 0).length;
      if (count > 0) return err({ kind: 'checklist-open', count });
      const unattested = rows.filter(needsAttestation).length;
      if (unattested > 0) return err({ kind: 'attestation-open', count: unattested });
      if (!isTypedAs(typed, deletionWords(organisation, rows))) return err({ kind: 'typed-differently' });
      if (isDeleting) return err({ kind: 'busy' });
      isDeleting = true;
      isStopped = false;
      try {
        // SECURITY X14: creating and deleting are confirmed apart.
        const question = { kind: 'delete-old' as const, organisation, count: ids.length };
        if (!(await ports.confirmNatively(question))) return err({ kind: 'declined' });
        const fact = { kind: 'deletion-confirmed' as const, count: ids.length };
        if (!(await ports.ledger.note(fact, connection)).ok) return err({ kind: 'ledger-unwritable' });
        await ports.beforeRun(connection);
        return await deleteAll(ids);
      } finally {
        isDeleting = false;
      }
    },
    stopDeleting: () => {
      isStopped = true;
    },
  };
}
