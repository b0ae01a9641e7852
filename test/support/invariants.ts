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
    if (alive.has(ref) || truth.intruder.gone.has(ref) || truth.excused.has(ref)) continue;
    checkReplaced(ref, truth);
  }
  for (const ref of truth.made) {
    const made = alive.get(ref);
    if (made !== undefined && !truth.excused.has(ref))
      hold(isRemembered(made, truth), `2: the new token “${made.token.label}” is forgotten`);
  }
  for (const row of truth.rows()) checkAsPlanned(row, truth, alive);
  checkSecrets(truth);
  checkExplained(truth, alive);
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
 * A new token that stands is one that a row names which is open, or done, or left by a person with a reason; or one that an
 * open row of its list and label is still to find, as it reads the list before it is Done; or one that a person was told of.
 */
function isRemembered({ ref, token, project }: Standing, { rows, paper, asked }: Truth): boolean {
  const isWrittenOff = (row: Row) => paper.ledger.some((fact) => fact.token === row.ref);
  const isNamed = (row: Row) =>
    row.newRef === ref || row.orphan === ref || row.unexplained?.some((one) => one.ref === ref) === true;
  const own = rows().filter(isNamed);
  if (own.some((row) => row.step !== 'left' || row.until !== undefined || isWrittenOff(row))) return true;
  if (asked.writtenOff.has(ref)) return true;
  const isOfLabel = ({ label, askedLabel }: Row) =>
    [label, askedLabel].includes(token.label.replace(/!$/, ''));
  return rows().some(
    (row) =>
      row.project === project &&
      isOfLabel(row) &&
      row.creates > 0 &&
      ((row.step !== 'gone' && row.step !== 'left') || isWrittenOff(row)),
  );
}

function checkAsPlanned(row: Row, truth: Truth, alive: ReadonlyMap<Row['ref'], Standing>): void {
  const isUsed = !['creating', 'left'].includes(row.need?.from ?? row.step);
  const token = row.newRef && alive.get(row.newRef)?.token;
  if (token === undefined || !isUsed || truth.intruder.renamed.has(row.newRef ?? row.ref)) return;
  const scope = row.kind === 'personal' ? row.scope : truth.wanted.get(row.ref);
  const isLabel = token.label === row.label || token.label === row.askedLabel;
  hold(isLabel && token.scope === scope, `4: “${row.label}” is not as planned`);
}

/** Where a row is Done, no token that Rekey created besides its new one stands there that nobody was told of. */
function checkExplained(truth: Truth, alive: ReadonlyMap<Row['ref'], Standing>): void {
  const { made, excused, asked } = truth;
  const rows = truth.rows();
  const named = new Set(
    rows.flatMap((row) => [row.newRef, row.orphan, ...(row.unexplained ?? []).map(({ ref }) => ref)]),
  );
  const open = rows.filter((row) => row.step !== 'gone');
  for (const { ref, token, project } of alive.values()) {
    if (!made.has(ref) || named.has(ref) || excused.has(ref) || asked.writtenOff.has(ref)) continue;
    const isAnothers = open.some((row) => row.project === project);
    const isDone = rows.some(
      (row) => row.project === project && row.step === 'gone' && row.label === token.label,
    );
    hold(
      isAnothers || !isDone,
      `6: “${token.label}” is Done, and another of Rekey’s making stands unexplained`,
    );
  }
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
