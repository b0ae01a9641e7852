import { openPageClock } from '../../electron/page-clock';
import type { Announce } from '../../electron/ipc/announce';
import { openEvaluation } from '../../renderer/inventory/follow-time';
import { createInventoryStore } from '../../renderer/inventory/inventory-store';
import type { PageTime } from '../../renderer/inventory/judge-anew';
import { takeTokens } from '../../renderer/inventory/take-in';
import type { Instant } from '../../shared/domain/instant';
import type { Rules } from '../../shared/domain/standing';
import type { TokenRecord } from '../../shared/domain/token';

/** A page that rests after every row. */
const SLOW_PAGE: PageTime = {
  clock: (() => {
    let time = 0;
    return () => (time += 1_000);
  })(),
  rest: () => Promise.resolve(),
};

/** Main's clock and the page's inventory, with nothing between them but the events that main announces. */
export function pageAndMain(rules: Rules, start: Instant) {
  let now = start;
  let minute: () => void = () => undefined;
  let inForce = rules;
  const store = createInventoryStore(rules, start);
  const evaluation = openEvaluation(store, SLOW_PAGE);
  let settled: Promise<unknown> = Promise.resolve();
  const receive: Announce = (event, payload) => {
    if (event === 'clock:now') settled = evaluation.followTime(payload as Instant);
  };
  const clock = openPageClock(receive, {
    now: () => now,
    wait: () =>
      new Promise((resolve) => {
        minute = resolve;
      }),
  });
  const ending = new AbortController();
  void clock.run(ending.signal);
  return {
    store,
    now: () => now,
    rules: () => inForce,
    /** The computer's clock goes on, or is set, and nothing is announced. */
    move: (by: number) => {
      now += by;
    },
    /** The wait for the next whole minute is over. */
    tick: async () => {
      minute();
      await Promise.resolve();
    },
    wake: clock.tell,
    /** A sync brings tokens, and ends. */
    sync: (tokens: readonly TokenRecord[]) => {
      takeTokens(store, tokens);
      clock.announce('leavers:changed', []);
    },
    change: (next: Rules) => {
      inForce = next;
      settled = evaluation.followRules(next, now);
    },
    settled: async () => {
      await settled;
    },
    end: () => {
      ending.abort();
      minute();
    },
  };
}
