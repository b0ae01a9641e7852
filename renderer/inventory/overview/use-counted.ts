import { useMemo } from 'react';

import type { Instant } from '../../../shared/domain/instant';
import { useRested } from '../../design/use-rested';
import { memoiseLast } from '../../memoise';
import { useInventory } from '../../stores';
import type { Key } from '../rows/query';
import type { TokenRows } from '../rows/token-rows';
import { openRowsBut, selectAsked, type Asked } from './asked';

const MINUTE_MS = 60_000;

type Count<Counts> = (rows: TokenRows, some: Uint32Array, now: Instant) => Counts;

const rowsBut = memoiseLast((rows: TokenRows, _revision: number, asked: Asked) => openRowsBut(rows, asked));

/**
 * What a picture counts among the rows that fulfil all but what it writes under its own keys. Follows what is typed a moment
 * later: the rows come first. `own` and `count` have to stay the same from one drawing to the next.
 */
export function useCounted<Counts>(own: readonly Key[], count: Count<Counts>): Counts {
  const rows = useInventory((state) => state.rows);
  // Bars are days wide: counting all rows again at each event would hold the page.
  const now = useInventory((state) => state.now - (state.now % MINUTE_MS));
  const revision = useRested(useInventory((state) => state.pictureRevision));
  const asked = useRested(useInventory(selectAsked));
  return useMemo(
    () => count(rows, rowsBut(rows, revision, asked)(own), now),
    [rows, revision, asked, own, count, now],
  );
}
