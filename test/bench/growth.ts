import { BALANCED, isDue, judge } from '../../shared/domain/age-policy';
import type { ConnectionId } from '../../shared/domain/connection-id';
import type { TokenRecord } from '../../shared/domain/token';
import { systemClock } from '../../electron/clock';
import type { Core } from '../../electron/core';
import { withCore } from './bench-core';
import { measureRatio, median, nodeRuntime, rounded, timed, type Print } from './bench-line';
import { HUNDRED_THOUSAND, NOW, writeCachedInventory } from './cached-inventory';
import { inFolder } from './in-folder';
import { serveApart, type Served } from './served';

/** Ten times as many projects with as many tokens each: that is how an inventory grows. */
const SMALL = { projects: 200, tokens: 10_000 };
const PLANNED = 1_000;
const A_PROJECT = 6;
/** A single pass over 10,000 is too short for the clock, and a few turns too few for what else goes on. */
const PASSES = 20;
const MORE_TURNS = 3;

/** What judging 100,000 tokens by the policy costs, over 10,000. */
export const benchPolicyGrowth = (print: Print, turns: number): Promise<void> =>
  inFolder(async (folder) => {
    const large = await writeCachedInventory(folder, HUNDRED_THOUSAND);
    const small = large.slice(0, SMALL.tokens);
    const judgeAll = (tokens: readonly TokenRecord[]) =>
      timed(() => {
        let due = 0;
        for (let pass = 0; pass < PASSES; pass += 1)
          for (const token of tokens) due += Number(isDue(judge(token, BALANCED, NOW)));
        if (due === 0) throw new Error('none of the tokens is due');
        return Promise.resolve();
      });
    const cost = [() => judgeAll(large), () => judgeAll(small)] as const;
    print(await measureRatio('growth_policy', turns * MORE_TURNS, ...cost, nodeRuntime));
  });

/** What a look at 100,000 tokens in 2,000 projects costs, over 10,000 in 200; the server answers at once. */
export const benchSyncGrowth = (print: Print, turns: number): Promise<void> =>
  withBoth(async (large, small) => {
    const look = (served: Served) =>
      withCore(served, fetch, (core, connection) => timed(() => looked(core, connection)));
    const cost = [() => look(large), () => look(small)] as const;
    print(await measureRatio('growth_sync', turns, ...cost, nodeRuntime));
  });

/** What planning 1,000 tokens of 167 projects costs with 100,000 in the inventory, over the same with 10,000. */
export const benchPlanGrowth = (print: Print, turns: number): Promise<void> =>
  withBoth(async (large, small) => {
    const [own, bare] = [await planningTimes(large, turns), await planningTimes(small, turns)];
    const baseline = median(bare);
    const ratio = {
      value: rounded(median(own) / baseline),
      unit: 'ratio',
      baseline: rounded(baseline, 1),
    } as const;
    print({ name: 'growth_plan', ...ratio, n: turns, runtime: nodeRuntime });
  });

/**
 * Not in turns with the other size: what a plan read is followed into its inventory a little later, and that would fall on
 * the other's next plan. The first one warms up and does not count.
 */
function planningTimes(served: Served, turns: number): Promise<readonly number[]> {
  const follow = openFollow();
  const times = async (core: Core, connection: ConnectionId) => {
    await looked(core, connection);
    const { tokens } = await core.inventory.slice(connection, 0, HUNDRED_THOUSAND.tokens);
    const refs = someOfEachProject(tokens).map(({ ref }) => ref);
    const measured: number[] = [];
    for (let turn = 0; turn <= turns; turn += 1) {
      const plan = async () => {
        const made = await core.rotation.plan(connection, refs);
        if (!made.ok || made.value.rows.length !== PLANNED) throw new Error('the plan is not whole');
        core.rotation.discardPlan(made.value.id);
      };
      measured.push(await timed(plan));
      await follow.rest();
    }
    return measured.slice(1);
  };
  return withCore(served, fetch, times, follow.heard);
}

/** How long an inventory must not have changed until all that was read counts as followed. */
const REST_MS = 500;

/** Hears every change of an inventory, and can wait until they have come to rest. */
function openFollow() {
  let changedAt = performance.now();
  return {
    heard: () => {
      changedAt = performance.now();
    },
    rest: async () => {
      changedAt = performance.now();
      while (performance.now() - changedAt < REST_MS) await systemClock().wait(REST_MS / 5);
    },
  };
}

function someOfEachProject(tokens: readonly TokenRecord[]): readonly TokenRecord[] {
  const taken = new Map<string, number>();
  const chosen = tokens.filter(({ project }) => {
    if (project === undefined) return false;
    const before = taken.get(project) ?? 0;
    taken.set(project, before + 1);
    return before < A_PROJECT;
  });
  return chosen.slice(0, PLANNED);
}

async function looked({ inventory }: Core, connection: ConnectionId): Promise<void> {
  const done = await inventory.sync(connection);
  if (!done.ok) throw new Error('the look failed');
}

/** Serves both organisations, each in a process of its own. */
async function withBoth(work: (large: Served, small: Served) => Promise<void>): Promise<void> {
  const large = await serveApart(HUNDRED_THOUSAND, 0);
  const small = await serveApart(SMALL, 0);
  try {
    await work(large.served, small.served);
  } finally {
    large.child.kill();
    small.child.kill();
  }
}
