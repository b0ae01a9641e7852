import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Instant } from '../../shared/domain/instant';
import type { RowId } from '../../shared/domain/rotation-run';
import { doubtEvent } from './hold-doubtful';
import type { JournalRecord } from './journal-record';
import type { Compared, KnownElsewhere, LedgerMove } from './known-elsewhere';
import { movedFact } from './ledger-facts';
import { replay } from './replay';
import { isClosed, type Row, type RowSeed } from './row';
import { JournalUnwritable } from './row-world';
import type { RotationPorts } from './rotation-ports';
import type { RunBook } from './run-book';

/**
 * Compares the journal with what ledger, vault and own changes know. An item of which they know more is stopped; one that the
 * journal has lost is written into it again, stopped as well. Nothing is created or deleted, and nothing is taken for done.
 */
export async function compareState(
  known: KnownElsewhere,
  book: RunBook,
  ports: Pick<RotationPorts, 'journal' | 'recordOf' | 'vaultOf' | 'connectionOf' | 'clock' | 'randomId'>,
): Promise<Compared> {
  const { records } = ports.journal;
  const held = await holdAll(known, book, records);
  const inJournal = idsIn(records);
  const last = new Map(known.moves.map((move) => [move.row, move]));
  const lost = [...last.values()].filter(({ row, step }) => !inJournal.has(row) && !isClosed({ step }));
  const unknownValues = [...known.sealed].filter((id) => !inJournal.has(id) && !last.has(id)).length;
  try {
    for (const connection of new Set(lost.map((move) => move.connection)))
      await restore(
        connection,
        lost.filter((move) => move.connection === connection),
        { known, book, ports },
      );
    return { held, restored: lost.length, lost: 0, unknownValues };
  } catch (error) {
    if (!(error instanceof JournalUnwritable)) throw error;
    return { held, restored: 0, lost: lost.length, unknownValues };
  }
}

async function holdAll(
  known: KnownElsewhere,
  book: RunBook,
  records: readonly JournalRecord[],
): Promise<number> {
  const behind = behindLedger(known.moves, records);
  const deleted = new Map(book.runs().map(({ connection }) => [connection, known.deletedOf(connection)]));
  let held = 0;
  for (const run of book.runs())
    for (const row of run.rows.values()) {
      if (isClosed(row)) continue;
      const isOldGone = row.step !== 'deleting' && deleted.get(run.connection)?.has(row.ref) === true;
      const isDeleting = row.need?.from === 'deleting';
      const isDoubtful = row.isDoubtful === true || behind.has(row.id) || (isOldGone && !isDeleting);
      if (!isDoubtful || isHeld(row)) continue;
      held += 1;
      try {
        await book.record(row, doubtEvent(row));
      } catch (error) {
        if (!(error instanceof JournalUnwritable)) throw error;
        book.showUnjournalled(row);
      }
    }
  return held;
}

/** Stopped for this very reason by an earlier start. */
const isHeld = ({ need, isDoubtful }: Row) => need?.reason === 'records-disagree' && isDoubtful === undefined;

/** The items of which the ledger has more moves than the journal, since the journal last stopped them for that. */
function behindLedger(moves: readonly LedgerMove[], records: readonly JournalRecord[]): ReadonlySet<RowId> {
  const from = new Map<RowId, Instant>();
  const known = new Map<RowId, number>();
  for (const record of records) {
    if (record.kind === 'run-started')
      for (const { id } of record.rows) if (!from.has(id)) from.set(id, record.at);
  }
  for (const { before, after, at, event } of replay(records)) {
    if (event.kind === 'needs' && event.reason === 'records-disagree') {
      from.set(after.id, at);
      known.set(after.id, 0);
    }
    if (movedFact(before, after) !== undefined) known.set(after.id, (known.get(after.id) ?? 0) + 1);
  }
  const noted = new Map<RowId, number>();
  for (const { row, at } of moves)
    if (at >= (from.get(row) ?? Number.POSITIVE_INFINITY)) noted.set(row, (noted.get(row) ?? 0) + 1);
  return new Set([...noted].filter(([row, count]) => count > (known.get(row) ?? 0)).map(([row]) => row));
}

const idsIn = (records: readonly JournalRecord[]): ReadonlySet<RowId> =>
  new Set(
    records.flatMap((record) => (record.kind === 'run-started' ? record.rows.map(({ id }) => id) : [])),
  );

interface Restoring {
  readonly known: KnownElsewhere;
  readonly book: RunBook;
  readonly ports: Parameters<typeof compareState>[2];
}

async function restore(
  connection: ConnectionId,
  lost: readonly LedgerMove[],
  { known, book, ports }: Restoring,
): Promise<void> {
  const run = await book.start({
    kind: 'run-started',
    run: `run_${ports.randomId()}`,
    connection,
    organisation: ports.connectionOf(connection)?.name ?? 'a connection that is not known any more',
    overlapHours: 24,
    at: ports.clock.now(),
    rows: lost.map((move) => seedOf(move, ports)),
  });
  for (const row of run.rows.values()) {
    const value = known.sealed.has(row.id) ? await ports.vaultOf(connection).get(row.id) : undefined;
    const { kind, project } = row;
    const place = { connection, kind, ...(project !== undefined && { project }) };
    const newRef = value?.ok === true ? known.createdWith(place, value.value) : undefined;
    const newLastFour = value?.ok === true ? value.value.lastFour : undefined;
    const restored = await book.record(row, {
      kind: 'restored',
      holdsValue: known.sealed.has(row.id),
      ...(newRef !== undefined && { newRef }),
      ...(newLastFour !== undefined && { newLastFour }),
    });
    await book.record(restored, doubtEvent(restored));
  }
  await book.end(run);
}

/** The item as the ledger and the last inventory have it. Where neither tells what the token may do, that is unknown. */
function seedOf({ row, token }: LedgerMove, { recordOf }: Restoring['ports']): RowSeed {
  const record = recordOf(token.token);
  const project = record?.project ?? token.project;
  const projectName = record?.projectName ?? token.projectName;
  const scope = record?.scope ?? 'other';
  return {
    id: row,
    ref: token.token,
    kind: record?.kind ?? (project === undefined ? 'personal' : 'project'),
    scope,
    newScope: scope,
    label: record?.label ?? token.label,
    ...(project !== undefined && { project }),
    ...(projectName !== undefined && { projectName }),
    ...(record?.createdAt !== undefined && { createdAt: record.createdAt }),
    ...(record?.lastFour !== undefined && { lastFour: record.lastFour }),
    destinations: [],
    checklist: [],
  };
}
