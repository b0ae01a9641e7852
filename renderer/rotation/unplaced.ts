import type { TargetId } from '../../shared/domain/delivery-target';
import type { PlanRow, RotationPlan } from '../../shared/domain/rotation-plan';
import type { TokenRef } from '../../shared/domain/token-ref';

/** The tokens of a plan whose values go nowhere yet, or to nothing but the place that was chosen for all of those. */
export const refsFor = ({ rows }: Pick<RotationPlan, 'rows'>, chosen: TargetId | undefined): TokenRef[] =>
  rows
    .filter((row) => row.verdict.kind === 'rotate' && (row.destinations.length === 0 || isOnly(row, chosen)))
    .map(({ ref }) => ref);

function isOnly({ destinations }: PlanRow, chosen: TargetId | undefined): boolean {
  const [first, ...others] = destinations;
  return first !== undefined && 'target' in first && first.target === chosen && others.length === 0;
}
