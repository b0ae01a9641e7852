import type { Destination } from '../../../shared/domain/destination';
import type { Row } from '../../../electron/rotation/row';
import type { Truth } from './witness';

/** The plain value of a row's new token, while that stands. */
export function newValueOf(row: Row, { alive }: Truth): string | undefined {
  return row.newRef === undefined ? undefined : alive().get(row.newRef)?.token.value;
}

/** What a place holds in truth, not what it shows. */
export function heldAt(to: Destination, { state, bench }: Truth): string | undefined {
  if (to.kind === 'this-connection') return bench.credential().reveal();
  if (to.kind === 'project-variable')
    return state.projects.find(({ slug }) => slug === to.project)?.variables.get(to.variable)?.value;
  if (to.kind !== 'context-variable') return undefined;
  return state.contexts.find(({ id }) => id === to.contextId)?.variables.get(to.variable)?.value;
}

/** Whether the team has a value outside Rekey's vault: in a variable, at work in Rekey, or seen by a person. */
export function isOutside(row: Row, value: string, { state, bench }: Truth): boolean {
  if (row.wasRevealed || row.wasCopied || bench.credential().reveal() === value) return true;
  return [...state.projects, ...state.contexts].some(({ variables }) =>
    [...variables.values()].some((variable) => variable.value === value),
  );
}

/** True for a value that somebody overwrote, or that a person no longer connects with. */
export const isGivenUp = (value: string, { intruder, asked }: Truth): boolean =>
  intruder.overwritten.has(value) || asked.abandoned.has(value);
