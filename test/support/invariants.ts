import type { Row } from '../../electron/rotation/row';
import type { RunView } from '../../shared/domain/rotation-run';
import { outcomeOf, totalRun } from '../../shared/domain/rotation-run';
import { isGivenUp, isOutside, newValueOf } from './history/holders';
import type { Standing } from './history/standing';
import type { Truth } from './history/witness';

/** The six invariants of the design as they stand between two lives, each with its number. Throws at the first that is broken. */
export function checkInvariants(truth: Truth, runs: readonly RunView[]): void {
  const alive = truth.alive();
  for (const ref of truth.seen) {
    if (alive.has(ref) || truth.intruder.gone.has(ref)) continue;
    checkReplaced(ref, truth);
  }
  for (const ref of truth.made) {
    const made = alive.get(ref);
    if (made !== undefined)
      hold(isRemembered(made, truth), `2: the new token “${made.token.label}” is forgotten`);
  }
  for (const row of truth.rows()) checkAsPlanned(row, truth, alive);
  checkSecrets(truth);
  for (const run of runs) checkSaid(run, alive);
}

function checkReplaced(ref: Row['ref'], truth: Truth): void {
  hold(truth.wanted.has(ref), `3: ${ref} was deleted and is in no confirmed plan`);
  const row = truth.rows().findLast((one) => one.ref === ref && one.newRef !== undefined);
  if (row === undefined) throw new Error(`invariant 1: ${ref} is gone and was never replaced`);
  const value = newValueOf(row, truth);
  if (value === undefined) {
    const isOurs = row.newRef !== undefined && !truth.intruder.gone.has(row.newRef);
    hold(!isOurs, `1: ${ref} is gone and has no living successor`);
    return;
  }
  // A person overrode that nothing proved it: the ledger has their reason.
  if (row.newRef !== undefined && truth.misread.has(row.newRef)) {
    hold(row.overrideReason !== undefined, `1: ${ref} is gone and the value of its successor does not work`);
    return;
  }
  const isKept = truth.paper.values().get(row.id) === value;
  hold(
    isKept || isGivenUp(value, truth) || isOutside(row, value, truth),
    `1: the value of ${row.label} is lost`,
  );
}

/**
 * A new token that stands is one that a row names which is open, or done, or left by a person with a reason; or what may
 * have come of a create that a row is still to clear up.
 */
function isRemembered({ ref, token, project }: Standing, { rows, paper, made, alive }: Truth): boolean {
  const own = rows().filter((row) => row.newRef === ref || row.orphan === ref);
  const isWrittenOff = (row: Row) => paper.ledger.some((fact) => fact.token === row.ref);
  if (own.some((row) => row.step !== 'left' || row.until !== undefined || isWrittenOff(row))) return true;
  const named = new Set(rows().flatMap((row) => [row.newRef, row.orphan]));
  const unnamed = [...alive().values()].filter(
    (one) => made.has(one.ref) && !named.has(one.ref) && one.project === project,
  );
  const makers = rows().filter((row) => row.project === project && (isMaking(row) || isWrittenOff(row)));
  return (
    makers.some((row) => row.askedLabel === token.label.replace(/!$/, '')) && unnamed.length <= makers.length
  );
}

/** A token may have been made for it that no row names yet. */
const isMaking = ({ need, step }: Row) => ['creating', 'ambiguous'].includes(need?.from ?? step);

function checkAsPlanned(row: Row, truth: Truth, alive: ReadonlyMap<Row['ref'], Standing>): void {
  const isUsed = !['creating', 'left'].includes(row.need?.from ?? row.step);
  const token = row.newRef && alive.get(row.newRef)?.token;
  if (token === undefined || !isUsed) return;
  const scope = row.kind === 'personal' ? row.scope : truth.wanted.get(row.ref);
  const isLabel = token.label === row.label || token.label === row.askedLabel;
  hold(isLabel && token.scope === scope, `4: “${row.label}” is not as planned`);
}

function checkSecrets({ state, alive, paper }: Truth): void {
  const written = [
    paper.journal,
    JSON.stringify([...paper.consumers.values()]),
    JSON.stringify(paper.ledger),
  ].join('\n');
  const tokens = [...[...alive().values()].map(({ token }) => token), ...state.deleted];
  for (const { label, value } of tokens)
    hold(!written.includes(value), `5: the value of “${label}” is written down`);
}

function checkSaid(run: RunView, alive: ReadonlyMap<Row['ref'], Standing>): void {
  const { done, needsYou, waiting, left, closed } = totalRun(run);
  hold(done + needsYou + waiting + left + closed === run.rows.length, '6: the counts of a run do not add up');
  const isAllGone = run.rows.every(({ ref }) => !alive.has(ref));
  if (outcomeOf(run) === 'done') hold(isAllGone, '6: a run is said to be done, and an old token lives');
}

function hold(isTrue: boolean, invariant: string): void {
  if (!isTrue) throw new Error(`invariant ${invariant}`);
}
