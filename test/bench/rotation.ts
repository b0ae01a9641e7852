import type { Core } from '../../electron/core';
import type { ConnectionId } from '../../shared/domain/connection-id';
import { confirmationOf } from '../../shared/domain/rotation-plan';
import { deletionWords } from '../../shared/domain/rotation-run';
import { sendAll, type Sent } from './bare-loop';
import { withCore } from './bench-core';
import { measureRatio, nodeRuntime, timed, type Print } from './bench-line';
import { serveApart, type Served } from './served';

const TOKENS = 500;
/** Every turn rotates others: enough of them for all turns. */
const SIZE = { projects: 400, tokens: 2_000 };

/**
 * A run of 500 tokens, each delivered to a variable and its old token deleted, with journal, vault and fsync, over a bare
 * loop of the requests that it made. The bare loop creates and writes too; what it deletes is gone already.
 */
export async function benchRotation(print: Print, turns: number): Promise<void> {
  const { child, served } = await serveApart(SIZE);
  try {
    let last: readonly Sent[] = await rotate(served).then(({ requests }) => requests);
    print(
      await measureRatio(
        'rotation_ratio',
        turns,
        async () => {
          const { took, requests } = await rotate(served);
          last = requests;
          return took;
        },
        () => timed(() => sendAll(last)),
        nodeRuntime,
      ),
    );
  } finally {
    child.kill();
  }
}

/** One run, from its confirmation to its last proof. Looking and planning are not counted. */
function rotate(served: Served): Promise<{ readonly took: number; readonly requests: readonly Sent[] }> {
  const requests: Sent[] = [];
  let isCounting = false;
  return withCore(
    served,
    (url, init) => {
      const { method, headers, body } = init;
      if (isCounting) requests.push({ url, method, headers, ...(body !== undefined && { body }) });
      return fetch(url, init);
    },
    async (core, connection) => {
      const plan = await planned(core, connection);
      isCounting = true;
      const took = await timed(() => carryOut(core, plan));
      return { took, requests };
    },
  );
}

async function planned({ inventory, rotation }: Core, connection: ConnectionId) {
  const looked = await inventory.sync(connection);
  if (!looked.ok) throw new Error('the look failed');
  const { tokens } = await inventory.slice(connection, 0, 100_000);
  const oldest = tokens
    .filter(({ kind }) => kind === 'project')
    .toSorted((a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0))
    .slice(0, TOKENS);
  let plan = await rotation.plan(
    connection,
    oldest.map(({ ref }) => ref),
  );
  for (const [index, { ref, project }] of oldest.entries()) {
    if (!plan.ok || project === undefined) continue;
    const to = { kind: 'project-variable' as const, project, variable: `BENCH_${String(index)}` };
    plan = rotation.choose(plan.value.id, { row: { ref, destinations: [to] }, overlapHours: 0 });
  }
  if (!plan.ok) throw new Error(`no plan: ${plan.error.kind}`);
  return plan.value;
}

async function carryOut({ rotation }: Core, plan: Awaited<ReturnType<typeof planned>>): Promise<void> {
  const started = await rotation.confirm(plan.id, plan.hash, confirmationOf(plan));
  if (!started.ok) throw new Error(`not started: ${started.error.kind}`);
  await rotation.idle();
  const waiting = rotation.runs().flatMap(({ rows }) => rows);
  const words = deletionWords(plan.organisation, waiting);
  const deleted = await rotation.deleteNow(
    waiting.map(({ id }) => id),
    words,
  );
  const isDone = rotation.runs().every(({ rows }) => rows.every(({ step }) => step === 'gone'));
  if (!deleted.ok || !isDone) throw new Error('the run did not come to its end');
}
