import type { PlanRow, RotationPlan } from '../../shared/domain/rotation-plan';
import { narrowerScopes } from '../../shared/domain/token';
import { useStores } from '../stores';
import { scopeWord } from '../words/token-words';
import { choose } from './planning';

/** A deliberate choice: the new token may be able to do less than the old one. Nothing where it cannot do less. */
export function ScopeChoice({ plan, row }: { readonly plan: RotationPlan; readonly row: PlanRow }) {
  const stores = useStores();
  const narrower = narrowerScopes(row.scope);
  if (narrower.length === 0) return null;
  return (
    <label className="line">
      <span className="field-label">Scope of the new token</span>
      <select
        className="input"
        value={row.newScope}
        onChange={(event) => {
          const newScope = [row.scope, ...narrower].find((scope) => scope === event.target.value);
          if (newScope === 'all' || newScope === 'view-builds' || newScope === 'status')
            void choose(stores, plan.id, { row: { ref: row.ref, newScope } });
        }}
      >
        <option value={row.scope}>{scopeWord(row)}, as before</option>
        {narrower.map((scope) => (
          <option key={scope} value={scope}>
            {scopeWord({ scope })}, can do less
          </option>
        ))}
      </select>
    </label>
  );
}
