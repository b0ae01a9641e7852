import type { TargetId } from '../../shared/domain/delivery-target';
import type { RunView } from '../../shared/domain/rotation-run';

/** True while a row that is not closed yet delivers to the target. */
export function isTargetInUse(runs: readonly Pick<RunView, 'rows'>[], id: TargetId): boolean {
  return runs
    .flatMap(({ rows }) => rows)
    .filter(({ step }) => step !== 'gone' && step !== 'left')
    .some(({ destinations }) => destinations.some((place) => 'target' in place && place.target === id));
}
