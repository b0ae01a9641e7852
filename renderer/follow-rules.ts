import type { PolicyFacts } from '../shared/domain/policy-facts';
import { nextEndOf } from '../shared/domain/standing';
import { bridge } from './bridge';
import { openEvaluation } from './inventory/follow-time';
import type { PageTime } from './inventory/judge-anew';
import type { Stores } from './stores';

const SOONEST_MS = 1_000;
/** Timers cannot wait for longer. */
const LATEST_MS = 2 ** 31 - 1;

const PAGE_TIME: PageTime = {
  clock: () => performance.now(),
  rest: () =>
    new Promise((resolve) => {
      setTimeout(resolve);
    }),
};

/**
 * Has the page follow main's time, and the rules: those that a person changes, and the moment at which an exception ends by
 * itself.
 */
export function followRules(stores: Pick<Stores, 'app' | 'inventory'>): void {
  const evaluation = openEvaluation(stores.inventory, PAGE_TIME);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wake = ({ policy, exceptions, now }: PolicyFacts) => {
    clearTimeout(timer);
    const end = nextEndOf({ policy, exceptions }, now);
    if (end === undefined) return;
    const left = Math.min(LATEST_MS, Math.max(SOONEST_MS, end - now));
    timer = setTimeout(() => void ask(), left);
  };
  const take = (facts: PolicyFacts) => {
    const { policy, hash: policyHash, exceptions, now } = facts;
    stores.app.setState((state) => ({
      policy: facts,
      facts: { ...state.facts, policy, policyHash, exceptions },
    }));
    wake(facts);
    void evaluation.followRules({ policy, exceptions }, now);
  };
  const ask = async () => {
    const facts = await bridge['policy:facts'](null);
    if (facts.ok) take(facts.value);
  };
  bridge['on:policy:changed'](take);
  bridge['on:clock:now']((now) => void evaluation.followTime(now));
  wake(stores.app.getState().policy);
}
