import type { Key } from '../rows/query';
import type { Choice } from './chosen';
import { SEGMENT_SCOPES, type Segment } from './segments';
import { stateCounts, type State, type StateLine } from './state-counts';
import { useCounted } from './use-counted';

const OWN: readonly Key[] = ['due', 'scope'];

/** The due states by scope of what is looked at. */
export const useStates = (): readonly StateLine[] => useCounted(OWN, stateCounts);

/** What a press on a count asks for. */
export const stateChoice = (state: State, segment?: Segment): Choice => ({
  due: [state],
  scope: segment === undefined ? [] : SEGMENT_SCOPES[segment],
});
