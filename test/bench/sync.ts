import { sendAll, type Sent } from './bare-loop';
import { withCore } from './bench-core';
import { measureRatio, nodeRuntime, timed, type Print } from './bench-line';
import { serveApart, type Served } from './served';

const SIZE = { projects: 2_000, tokens: 10_000 };

/** Rekey's look at 2,000 projects over a bare loop of the very same requests, as many in flight, read as text. */
export async function benchSync(print: Print, turns: number): Promise<void> {
  const { child, served } = await serveApart(SIZE);
  try {
    const requests: Sent[] = [];
    await look(served, (request) => requests.push(request));
    print(
      await measureRatio(
        'sync_ratio',
        turns,
        () => look(served),
        () => timed(() => sendAll(requests)),
        nodeRuntime,
      ),
    );
  } finally {
    child.kill();
  }
}

/** One look, from nothing known to everything written down. Milliseconds; connecting is not counted. */
function look(served: Served, heard?: (request: Sent) => void): Promise<number> {
  let isCounting = false;
  return withCore(
    served,
    (url, init) => {
      if (isCounting) heard?.({ url, method: init.method, headers: init.headers });
      return fetch(url, init);
    },
    (core, connection) => {
      isCounting = true;
      return timed(async () => {
        const done = await core.inventory.sync(connection);
        if (!done.ok) throw new Error('the look failed');
      });
    },
  );
}
