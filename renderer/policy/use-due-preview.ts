import { useEffect, useState } from 'react';

import type { AgePolicy } from '../../shared/domain/age-policy';
import { openDuePreview, type DuePreview } from '../../shared/domain/due-preview';
import { inForceAt } from '../../shared/domain/standing';
import { useRested } from '../design/use-rested';
import { openSlice } from '../slice';
import { useInventory } from '../stores';

/**
 * What would become due if a policy were in force now, among all tokens that the page knows; nothing until it is counted, and
 * while there is no policy to count for.
 */
export function useDuePreview(policy: AgePolicy | undefined): DuePreview | undefined {
  const rested = useRested(policy);
  const rows = useInventory((state) => state.rows);
  const revision = useInventory((state) => state.revision);
  const rules = useInventory((state) => state.rules);
  const now = useInventory((state) => state.now);
  const [counted, setCounted] = useState<{ readonly of: AgePolicy; readonly preview: DuePreview }>();
  useEffect(() => {
    if (rested === undefined) return undefined;
    const after = { policy: rested, exceptions: rules.exceptions };
    const preview = openDuePreview(inForceAt(rules, now), inForceAt(after, now), now);
    let row = 0;
    let timer = setTimeout(walk);
    function walk() {
      const slice = openSlice(() => performance.now());
      for (; row < rows.size() && !slice.isOver(); row += 1) preview.take(rows.recordAt(row));
      if (row < rows.size()) timer = setTimeout(walk);
      else if (rested !== undefined) setCounted({ of: rested, preview: preview.counts() });
    }
    return () => {
      clearTimeout(timer);
    };
  }, [rested, rows, revision, rules, now]);
  return counted !== undefined && counted.of === policy ? counted.preview : undefined;
}
