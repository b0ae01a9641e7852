import type { RotationDesk } from '../../electron/rotation/rotation-desk';
import { deletionWords, openItems, waitsForHandOver, type RunRow } from '../../shared/domain/rotation-run';
import { rowsOf } from './rotation-bench';

type Deed = () => Promise<unknown>;

/** Does what the page offers, in an order that the schedule chose: whatever it is, it must be safe. */
export async function actImpatiently(desk: RotationDesk, choices: readonly number[]): Promise<void> {
  for (const choice of choices) {
    const deeds = [...runDeeds(desk), ...rowsOf(desk).flatMap((row) => deedsFor(desk, row))];
    const deed = deeds[choice % Math.max(1, deeds.length)];
    await deed?.();
  }
}

function runDeeds(desk: RotationDesk): readonly Deed[] {
  return desk.runs().flatMap(({ id, phase }): Deed[] => {
    const now = (work: () => unknown) => () => Promise.resolve(work());
    if (phase === 'running')
      return [now(() => desk.control(id, 'pause')), now(() => desk.control(id, 'stop'))];
    if (phase === 'ended') return [now(() => desk.retry(id)), () => desk.closeRun(id), () => desk.idle()];
    return [now(() => desk.control(id, 'resume')), () => desk.idle()];
  });
}

function deedsFor(desk: RotationDesk, row: RunRow): readonly Deed[] {
  const { id } = row;
  const ticks = row.checklist.map((item) => () => desk.tick(id, item.id, true));
  if (row.step === 'needs-you') {
    return (row.need?.actions ?? []).map((action) => () => desk.act(id, action));
  }
  if (waitsForHandOver(row)) {
    // Who says “stored” has seen the value first.
    const store = async () => {
      const seen = await desk.reveal(id);
      if (seen.ok) await desk.stored(id);
    };
    return [store, () => desk.act(id, 'discard-new'), ...ticks];
  }
  if (row.step !== 'retiring') return [];
  return [
    () => desk.deleteNow([id], deletionWords('acme', [row])),
    () => desk.keepLonger([id], 24),
    () => desk.cancelRetirement(id, 'still in use'),
    ...(openItems(row) > 0 ? [() => desk.override(id, 'nobody uses it')] : []),
    ...ticks,
  ];
}
