import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { DemoServer } from '../../../../electron/demo/demo-server';
import type { DemoToken } from '../../../../electron/demo/demo-state';
import type { Fault } from '../../../../electron/demo/fault';
import { openMemoryVault } from '../../../../electron/credentials/memory-vault';
import { startDemoServer } from '../../../../electron/demo/demo-server';
import { openJournal, type Journal } from '../../../../electron/rotation/journal';
import { confirmationOf } from '../../../../shared/domain/rotation-plan';
import {
  planFirst,
  rotationBench,
  rowsOf,
  valueOf,
  type RotationBench,
} from '../../../support/rotation-bench';
import { tempFolder } from '../../../support/temp-folder';
import { NOW } from '../../../support/token-records';
import { join } from 'node:path';
import { mkdir } from 'node:fs/promises';

/** One life of the app: after so many journal records nothing is written any more, as if the power had gone. */
interface Life {
  readonly records: number;
  /** Whether the last record still made it to the disk before the end. */
  readonly isLastKept: boolean;
}

interface Schedule {
  readonly rows: number;
  readonly toTray: boolean;
  readonly faults: readonly Fault[];
  readonly lives: readonly Life[];
}

const trouble: fc.Arbitrary<Fault['trouble']> = fc.oneof(
  fc.constant({ kind: 'reset' as const, when: 'after' as const }),
  fc.constant({ kind: 'reset' as const, when: 'before' as const }),
  fc.constant({ kind: 'status' as const, status: 500 }),
  fc.constant({ kind: 'truncated' as const }),
  fc.constant({ kind: 'html' as const }),
  fc.constant({ kind: 'rate-limit' as const, retryAfter: 1 }),
  fc.constant({ kind: 'delete-ignored' as const }),
  fc.constant({ kind: 'scope-changed' as const }),
);

const fault: fc.Arbitrary<Fault> = fc.record({
  method: fc.constantFrom('GET' as const, 'POST' as const, 'DELETE' as const),
  path: fc.constantFrom('/token', '/envvar', 'limit=1'),
  after: fc.nat(6),
  times: fc.integer({ min: 1, max: 3 }),
  trouble,
});

const schedule: fc.Arbitrary<Schedule> = fc.record({
  rows: fc.integer({ min: 1, max: 4 }),
  toTray: fc.boolean(),
  faults: fc.array(fault, { maxLength: 3 }),
  lives: fc.array(fc.record({ records: fc.nat(20), isLastKept: fc.boolean() }), { maxLength: 3 }),
});

/** A journal that dies after some records. What it answers then is what a dead process answers: nothing, for ever. */
function mortal(journal: Journal, { records, isLastKept }: Life, died: () => void): Journal {
  let left = records;
  return {
    ...journal,
    append: async (record) => {
      if (left > 0) {
        left -= 1;
        return journal.append(record);
      }
      if (left === 0 && isLastKept) await journal.append(record);
      left = -1;
      died();
      return new Promise(() => undefined);
    },
  };
}

/** The invariants of the design, after every life: no confirmed token is without a valid value that the team holds. */
async function checkInvariants(
  server: DemoServer,
  bench: RotationBench,
  seen: ReadonlyMap<string, DemoToken>,
  planned: ReadonlySet<string>,
) {
  const alive = server.state.projects.flatMap(({ tokens }) => tokens);
  for (const gone of server.state.deleted.filter(({ id }) => seen.has(id))) {
    // (3) only what was confirmed is ever deleted; (1) and then its successor lives and its value was delivered or proved.
    expect(planned).toContain(gone.id);
    const successor = alive.find(
      ({ id, label, scope }) => !seen.has(id) && label.startsWith(gone.label) && scope === gone.scope,
    );
    expect(successor).toBeDefined();
    const isDelivered = server.state.projects.some(({ variables }) =>
      [...variables.values()].some(({ value }) => value === successor?.value),
    );
    expect(isDelivered).toBe(true);
  }
  // (2) no live token that we made is forgotten: each belongs to a row that a person still sees, or has done its work.
  const desk = await bench.openDesk();
  const rows = rowsOf(desk);
  for (const made of alive.filter(({ id }) => !seen.has(id))) {
    const isShown = rows.some(
      (row) => made.label.startsWith(row.label) && made.scope === row.scope && row.step !== 'left',
    );
    expect(isShown).toBe(true);
  }
}

test('whatever fails and whenever the app dies, no value is lost, no token forgotten, nothing unconfirmed deleted', async () => {
  const folder = await tempFolder();
  let number = 0;
  await fc.assert(
    fc.asyncProperty(schedule, async ({ rows, toTray, faults, lives }) => {
      const server = await startDemoServer({
        profile: 'cloud-time',
        seed: 3,
        now: NOW,
        size: { projects: 4, tokens: 14 },
      });
      try {
        number += 1;
        const own = join(folder, String(number));
        await mkdir(own);
        const bench = await rotationBench(server, own);
        const seen = new Map(
          server.state.projects.flatMap(({ tokens }) => tokens).map((token) => [token.id, token]),
        );
        const planner = await bench.openDesk();
        const plan = await planFirst(bench, planner, rows, toTray);
        const labels = plan.rows.map(({ label, project, scope }) => `${String(project)} ${label} ${scope}`);
        const planned = new Set(
          server.state.projects.flatMap(({ slug, tokens }) =>
            tokens
              .filter(({ label, scope }) => labels.includes(`${slug} ${label} ${scope}`))
              .map(({ id }) => id),
          ),
        );
        server.setFaults(faults);

        for (const [life, mortality] of [...lives, { records: 10_000, isLastKept: true }].entries()) {
          const journal = valueOf(await openJournal(join(own, 'rotation.journal')));
          let died: () => void = () => undefined;
          const death = new Promise<void>((resolve) => {
            died = resolve;
          });
          const desk = await bench.openDesk({
            journal: mortal(journal, mortality, () => {
              died();
            }),
          });
          const live = async () => {
            await desk.recover();
            if (life === 0) {
              const again = await planFirst(bench, desk, rows, toTray);
              await desk.confirm(again.id, again.hash, confirmationOf(again));
            } else
              for (const { id, phase } of desk.runs())
                if (phase === 'interrupted') desk.control(id, 'resume');
            await desk.idle();
          };
          await Promise.race([live(), death]);
          await checkInvariants(server, bench, seen, planned);
          await journal.close();
        }
        // (6) a run says done only when the server agrees.
        const last = await bench.openDesk();
        for (const row of rowsOf(last).filter(({ step }) => step === 'gone')) {
          expect(
            server.state.deleted.some(({ label, scope }) => label === row.label && scope === row.scope),
          ).toBe(true);
        }
      } finally {
        await server.stop();
      }
    }),
    { numRuns: 150 },
  );
}, 120_000);

test('an in-memory value that did not outlive the app is said to be lost, and its old token lives', async () => {
  const server = await startDemoServer({
    profile: 'cloud-time',
    seed: 3,
    now: NOW,
    size: { projects: 4, tokens: 14 },
  });
  try {
    const bench = await rotationBench(server, await tempFolder());
    const desk = await bench.openDesk();
    const plan = await planFirst(bench, desk, 1, true);
    valueOf(await desk.confirm(plan.id, plan.hash, confirmationOf(plan)));
    await desk.idle();
    const next = await bench.openDesk({ vaultOf: () => openMemoryVault() });
    await next.recover();
    expect(rowsOf(next)[0]?.need).toMatchObject({ reason: 'value-lost', actions: ['discard-new'] });
    expect(server.state.deleted).toEqual([]);
  } finally {
    await server.stop();
  }
});
