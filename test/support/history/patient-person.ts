import type { RotationDesk } from '../../../electron/rotation/rotation-desk';
import {
  needsAttestation,
  waitsForHandOver,
  type RowAction,
  type RunRow,
} from '../../../shared/domain/rotation-run';
import { deleteThese } from '../impatient-person';
import { rowsOf } from '../rotation-bench';
import type { Witness } from './witness';

/** More than any row needs: who has not come to an end by then never will. */
const MOST_ROUNDS = 16;

/** What a person tries first, where the page offers it. What has not helped is not tried more than twice. */
const ORDER: readonly RowAction[] = [
  'review-found',
  'not-ours',
  'try-again',
  'hand-over',
  'discard-new',
  'leave',
];

/**
 * Brings every row to an end by what the page offers, and closes every run. Throws where that cannot be done: a token that
 * is “being rotated” for ever is one that nobody can rotate.
 */
export async function finishAll(
  desk: RotationDesk,
  { asked, works }: Pick<Witness, 'asked' | 'works'>,
  reconnect: () => Promise<void>,
): Promise<void> {
  const tried = new Map<string, number>();
  for (let round = 0; round < MOST_ROUNDS && desk.runs().length > 0; round += 1) {
    for (const { id, phase } of desk.runs())
      if (phase === 'paused' || phase === 'interrupted') desk.control(id, 'resume');
    await desk.idle();
    for (const row of rowsOf(desk)) await bringOn(desk, row, { asked, works, reconnect, tried });
    for (const { id } of desk.runs()) await desk.closeRun(id);
  }
  const [run] = desk.runs();
  const row = run?.rows.find(({ step }) => step !== 'gone' && step !== 'left');
  if (run !== undefined)
    throw new Error(
      `liveness: a run that is ${run.phase} has a row that is ${row?.step ?? 'closed'} for ever (${row?.need?.reason ?? '-'})`,
    );
}

interface Means extends Pick<Witness, 'asked' | 'works'> {
  readonly reconnect: () => Promise<void>;
  readonly tried: Map<string, number>;
}

async function bringOn(
  desk: RotationDesk,
  row: RunRow,
  { asked, works, reconnect, tried }: Means,
): Promise<void> {
  const { id } = row;
  const isNew = (what: string) => {
    const times = (tried.get(`${id} ${what}`) ?? 0) + 1;
    tried.set(`${id} ${what}`, times);
    return times <= 2;
  };
  for (const { id: item, isTicked } of row.checklist) if (!isTicked) await desk.tick(id, item, true);
  if (row.step === 'needs-you') {
    const offered = ORDER.filter((action) => row.need?.actions.includes(action) === true);
    const action = offered.find((one) => isNew(`${row.need?.reason ?? ''} ${one}`)) ?? offered.at(-1);
    asked.toDelete.add(id);
    const acted = action && (await desk.act(id, action));
    // Rekey does not discard what it works with: the person connects with another token, and tries again.
    if (acted?.ok === false && acted.error.kind === 'in-use') await reconnect();
  } else if (waitsForHandOver(row)) {
    await desk.reveal(id);
    if (!isNew('stored') || !(await desk.stored(id)).ok) await desk.act(id, 'discard-new');
  } else if (row.step === 'retiring' && needsAttestation(row) && works(id)) {
    await desk.attest([id], 'seen at work');
  } else if (row.step === 'retiring') {
    if (!isNew('delete')) await desk.cancelRetirement(id, 'cannot be finished');
    else await deleteThese(desk, [row], asked);
  }
}
