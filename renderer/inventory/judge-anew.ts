import type { Instant } from '../../shared/domain/instant';
import { nextRuleChange, nextStatusChange } from '../../shared/domain/next-change';
import { inForceAt, standing, type Rules } from '../../shared/domain/standing';
import { openSlice } from '../slice';
import type { InventoryStore } from './inventory-store';

/** How the page rests between slices, and by what clock. */
export interface PageTime {
  readonly clock: () => number;
  readonly rest: () => Promise<void>;
}

/**
 * Judges all rows by other rules, or at another moment. It rests after each slice, so that the page is never held for long;
 * what is shown changes when all are judged. Where the rules change again meanwhile, only the later ones are followed.
 */
export async function judgeAnew(
  store: InventoryStore,
  rules: Rules,
  now: Instant,
  { clock, rest }: PageTime,
): Promise<void> {
  store.setState({ rules, now, unchangedUntil: nextRuleChange(rules, now) });
  const inForce = inForceAt(rules, now);
  const { rows } = store.getState();
  let unchangedUntil = Infinity;
  // From the end: what comes in meanwhile is added there and judged as it comes, and what goes away is replaced from there.
  for (let left = rows.size(); left > 0;) {
    left = Math.min(left, rows.size());
    for (const slice = openSlice(clock); left > 0 && !slice.isOver(); left -= 1) {
      const token = rows.recordAt(left - 1);
      rows.judge(left - 1, standing(token, inForce, now));
      unchangedUntil = Math.min(unchangedUntil, nextStatusChange(token, rules.policy, now));
    }
    if (left > 0) await rest();
    if (store.getState().rules !== rules) return;
  }
  store.setState((state) => ({
    revision: state.revision + 1,
    pictureRevision: state.revision + 1,
    unchangedUntil: Math.min(state.unchangedUntil, unchangedUntil),
  }));
}
