import type { Instant } from '../../shared/domain/instant';
import type { Rules } from '../../shared/domain/standing';
import type { InventoryStore } from './inventory-store';
import { judgeAnew, type PageTime } from './judge-anew';

/** Keeps the policy status of every row equal to main's, as rules change and time moves. */
export interface Evaluation {
  readonly followRules: (rules: Rules, now: Instant) => Promise<void>;
  /** Time as main announced it; it may also have gone back. */
  readonly followTime: (now: Instant) => Promise<void>;
}

/**
 * Rows are evaluated again only where the time has passed a date that can change one of them, or has gone back; all else that
 * shows time follows the new instant by itself. One evaluation ends before the next one begins, so that none is kept from its
 * end by a clock that moves on.
 */
export function openEvaluation(store: InventoryStore, pageTime: PageTime): Evaluation {
  let wanted: { readonly rules: Rules; readonly now: Instant } | undefined;
  let isWorking = false;
  let ended = Promise.resolve();
  const work = async () => {
    isWorking = true;
    while (wanted !== undefined) {
      const { rules, now } = wanted;
      wanted = undefined;
      const { now: before, rules: rulesBefore, unchangedUntil } = store.getState();
      const isUnchanged = rules === rulesBefore && now >= before && now < unchangedUntil;
      if (!isUnchanged) await judgeAnew(store, rules, now, pageTime);
      else if (now !== before) store.setState({ now });
    }
    isWorking = false;
  };
  const follow = (rules: Rules, now: Instant) => {
    wanted = { rules, now };
    if (!isWorking) ended = work();
    return ended;
  };
  return {
    followRules: follow,
    followTime: (now) => follow(wanted?.rules ?? store.getState().rules, now),
  };
}
