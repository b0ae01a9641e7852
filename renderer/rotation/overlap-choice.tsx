import { OVERLAPS, type OverlapHours, type RotationPlan } from '../../shared/domain/rotation-plan';
import { useStores } from '../stores';
import { OVERLAP_WORDS } from './plan-words';
import { choose } from './planning';

/** How long the old tokens live on beside the new ones. */
export function OverlapChoice({ plan }: { readonly plan: RotationPlan }) {
  const stores = useStores();
  return (
    <label className="field">
      <span className="field-label">The old tokens</span>
      <select
        className="input"
        value={plan.overlapHours}
        onChange={(event) => {
          const overlapHours = Number(event.target.value) as OverlapHours;
          void choose(stores, plan.id, { overlapHours });
        }}
      >
        {OVERLAPS.map((hours) => (
          <option key={hours} value={hours}>
            {OVERLAP_WORDS[hours]}
          </option>
        ))}
      </select>
    </label>
  );
}
