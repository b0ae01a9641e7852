import { useState } from 'react';

import type { DeliveryTarget } from '../../shared/domain/delivery-target';
import type { RotationPlan } from '../../shared/domain/rotation-plan';
import { useStores } from '../stores';
import { countWord } from '../words/count-words';
import { plain } from '../words/token-words';
import { choose } from './planning';
import { refsFor } from './unplaced';
import { useChosenTargets } from './use-delivery-places';

/** Fewer are chosen one by one. */
const FEWEST = 2;

const wordsOf = ({ kind, name }: DeliveryTarget) =>
  kind === 'command' ? `go through the command ${plain(name)}` : `go into encrypted files in ${plain(name)}`;

/** Sends the values that nothing else was chosen for to one place of Settings, all at once, and takes them back again. */
export function UnplacedChoice({ plan }: { readonly plan: RotationPlan }) {
  const stores = useStores();
  const targets = useChosenTargets() ?? [];
  const [chosen, setChosen] = useState<DeliveryTarget>();
  const refs = refsFor(plan, chosen?.id);
  if (targets.length === 0 || refs.length < FEWEST) return null;
  return (
    <label className="field">
      <span className="field-label">
        The {countWord(refs.length)} new values without a place of their own
      </span>
      <select
        className="input"
        value={chosen?.id ?? ''}
        onChange={(event) => {
          const to = targets.find(({ id }) => id === event.target.value);
          setChosen(to);
          const destinations = to === undefined ? [] : [{ kind: to.kind, target: to.id, name: to.name }];
          void choose(stores, plan.id, { places: { refs, destinations } });
        }}
      >
        <option value="">wait in the hand-over tray</option>
        {targets.map((target) => (
          <option key={target.id} value={target.id}>
            {wordsOf(target)}
          </option>
        ))}
      </select>
    </label>
  );
}
