import { memo, useCallback, useMemo, useState } from 'react';

import { placeKey } from '../../shared/domain/destination';
import { contestedPlaces, type PlanRow, type RotationPlan } from '../../shared/domain/rotation-plan';
import type { TokenRef } from '../../shared/domain/token-ref';
import { VirtualList } from '../design/virtual-list';
import { PlanLine } from './plan-line';

const USUAL_HEIGHT = 39;

const keyOf = ({ ref }: PlanRow) => ref;

/** The rows of a plan: what is rotated, where its value goes, and what is skipped and why. */
export const PlanRows = memo(function PlanRows({ plan }: { readonly plan: RotationPlan }) {
  const [open, setOpen] = useState<TokenRef>();
  const contested = useMemo(() => new Set(contestedPlaces(plan).map(placeKey)), [plan]);
  const toggle = useCallback((ref: TokenRef) => {
    setOpen((before) => (before === ref ? undefined : ref));
  }, []);
  return (
    <VirtualList
      label="Tokens of this plan"
      className="plan-rows"
      items={plan.rows}
      keyOf={keyOf}
      usualHeight={USUAL_HEIGHT}
    >
      {(row) => (
        <PlanLine
          plan={plan}
          row={row}
          isOpen={open === row.ref}
          isContested={
            row.verdict.kind === 'rotate' && row.destinations.some((to) => contested.has(placeKey(to)))
          }
          onToggle={toggle}
        />
      )}
    </VirtualList>
  );
});
