import type { RotationDesk } from '../../electron/rotation/rotation-desk';
import {
  deletionWords,
  isBlocked,
  needsAttestation,
  openItems,
  waitsForHandOver,
  type RowId,
  type RunRow,
} from '../../shared/domain/rotation-run';
import { rowsOf } from './rotation-bench';
import type { Asked } from './history/witness';
import type { Choice } from './schedule';

type Deed = () => Promise<unknown>;

const HOUR_MS = 3_600_000;

/** What a person can do besides pressing what the page offers. */
export interface Surroundings {
  readonly asked: Asked;
  /** Whether the new value works where it is used, as a person can see there. */
  readonly works: (row: RowId) => boolean;
  readonly moveOn: (milliseconds: number) => void;
  /** Types a token of the account into the connection. */
  readonly reconnect: Deed;
}

/** Does what the page offers, in an order that the schedule chose, or two things at once: whatever it is, it must be safe. */
export async function actImpatiently(
  desk: RotationDesk,
  choices: readonly Choice[],
  around: Surroundings,
): Promise<void> {
  const hasty: Promise<unknown>[] = [];
  for (const { deed: chosen, withNext } of choices) {
    const deeds = [
      ...runDeeds(desk, around),
      ...rowsOf(desk).flatMap((row) => deedsFor(desk, row, around)),
      ...bulkDeeds(desk, around),
    ];
    const deed = deeds[chosen % Math.max(1, deeds.length)];
    if (deed === undefined) continue;
    if (withNext) hasty.push(deed());
    else await deed();
  }
  await Promise.all(hasty);
}

function runDeeds(desk: RotationDesk, { asked }: Surroundings): readonly Deed[] {
  return desk.runs().flatMap(({ id, phase, rows }): Deed[] => {
    const now = (work: () => unknown) => () => Promise.resolve(work());
    if (phase === 'running')
      return [now(() => desk.control(id, 'pause')), now(() => desk.control(id, 'stop')), () => desk.idle()];
    if (phase !== 'ended') return [now(() => desk.control(id, 'resume')), () => desk.idle()];
    const again = () => {
      for (const row of rows) if (isConfirmed(row)) asked.toDelete.add(row.id);
      return desk.retry(id);
    };
    return [now(again), () => desk.closeRun(id), () => desk.idle()];
  });
}

/** A row of which the deletion was once confirmed may be deleted when it is tried again. */
const isConfirmed = ({ step, until }: RunRow) => step === 'needs-you' && until !== undefined;

function deedsFor(desk: RotationDesk, row: RunRow, { asked, works }: Surroundings): readonly Deed[] {
  const { id, project } = row;
  const ticks = row.checklist.map((item) => () => desk.tick(id, item.id, !item.isTicked));
  if (row.step === 'needs-you') {
    const acts = (row.need?.actions ?? []).map((action) => () => {
      if (action === 'try-again' && isConfirmed(row)) asked.toDelete.add(id);
      return desk.act(id, action);
    });
    return [...acts, ...ticks];
  }
  if (waitsForHandOver(row)) {
    const variable = `HANDED_${id.slice(-3)}`;
    const to = project === undefined ? [] : [{ kind: 'project-variable' as const, project, variable }];
    return [
      () => desk.reveal(id),
      () => desk.copyValue(id),
      () => desk.stored(id),
      () => desk.deliver(id, to),
      () => desk.act(id, 'discard-new'),
      ...ticks,
    ];
  }
  if (row.step !== 'retiring') return [];
  return [
    () => deleteThese(desk, [row], asked),
    () => desk.keepLonger([id], 24),
    () => desk.cancelRetirement(id, 'still in use'),
    ...(needsAttestation(row) && works(id) ? [() => desk.attest([id], 'seen at work')] : []),
    ...(openItems(row) > 0 ? [() => desk.override(id, 'nobody uses it')] : []),
    ...ticks,
  ];
}

function bulkDeeds(desk: RotationDesk, { asked, moveOn, reconnect }: Surroundings): readonly Deed[] {
  const waiting = rowsOf(desk).filter((row) => row.step === 'retiring' && !isBlocked(row));
  const wait = () => {
    moveOn(25 * HOUR_MS);
    return Promise.resolve();
  };
  const deletions =
    waiting.length === 0 ? [] : Array.from({ length: 4 }, () => () => deleteThese(desk, waiting, asked));
  const inTray = rowsOf(desk).filter(waitsForHandOver);
  const storeAll = async () => {
    for (const { id } of inTray) if ((await desk.reveal(id)).ok) await desk.stored(id);
  };
  return [...deletions, ...(inTray.length === 0 ? [] : [storeAll]), wait, reconnect, () => desk.idle()];
}

/** Confirms that the old tokens of these rows are deleted. */
export function deleteThese(desk: RotationDesk, rows: readonly RunRow[], asked: Asked): Promise<unknown> {
  for (const { id } of rows) asked.toDelete.add(id);
  return desk.deleteNow(
    rows.map(({ id }) => id),
    deletionWords('acme', rows),
  );
}
