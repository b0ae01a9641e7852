import { expect, type Page } from 'playwright/test';

import { unpackSlice } from '../../shared/domain/crossing';
import type { InventorySlice } from '../../shared/domain/inventory';
import type { TokenRecord } from '../../shared/domain/token';
import type { RunView } from '../../shared/domain/rotation-run';
import type { Bridge } from '../../shared/ipc/bridge';
import { waitWhileMoving } from './patience';

declare global {
  interface Window {
    readonly bridge: Bridge;
  }
}

/** The inventory of the only connection, as main has it; nothing where there is no connection. */
export async function inventoryOf(page: Page): Promise<InventorySlice | undefined> {
  const slice = await page.evaluate(async () => {
    const connections = await window.bridge['connections:list'](null);
    const connection = connections.ok ? connections.value[0]?.id : undefined;
    if (connection === undefined) return undefined;
    return window.bridge['inventory:slice']({ connection, from: 0, most: 2_000 });
  });
  return slice?.ok === true ? unpackSlice(slice.value) : undefined;
}

/** All tokens of the only connection. */
export const tokensOf = async (page: Page): Promise<readonly TokenRecord[]> =>
  (await inventoryOf(page))?.tokens ?? [];

/**
 * Plans tokens, each to a variable of its own project (to the hand-over tray where none is named), and confirms; answers
 * when the run has begun.
 */
export const rotateByBridge = (page: Page, tokens: readonly TokenRecord[], variable?: string) =>
  page.evaluate(
    async ([chosen, name]) => {
      const { bridge } = window;
      const [first] = chosen;
      if (first === undefined) throw new Error('nothing was chosen');
      const refs = chosen.map(({ ref }) => ref);
      const planned = await bridge['rotation:plan']({ connection: first.connection, refs });
      if (!planned.ok) throw new Error(`no plan: ${planned.error.kind}`);
      const plan = planned.value.id;
      let shown = await bridge['rotation:choose']({ plan, overlapHours: 0 });
      for (const [index, { ref, project }] of chosen.entries()) {
        if (project === undefined || name === undefined) continue;
        const to = { kind: 'project-variable' as const, project, variable: `${name}_${String(index)}` };
        shown = await bridge['rotation:choose']({ plan, row: { ref, destinations: [to] } });
      }
      if (!shown.ok) throw new Error(`no choice: ${shown.error.kind}`);
      const { hash, organisation, rows } = shown.value;
      const typed = `${organisation} ${String(rows.length)}`;
      const started = await bridge['rotation:confirm']({ plan, hash, typed });
      if (!started.ok) throw new Error(`not started: ${started.error.kind}`);
    },
    [tokens, variable] as const,
  );

export const runsOf = (page: Page): Promise<readonly RunView[]> =>
  page.evaluate(async () => {
    const runs = await window.bridge['rotation:runs'](null);
    return runs.ok ? runs.value : [];
  });

const RESTING = new Set(['planned', 'needs-you', 'retiring', 'gone', 'left']);

/** Waits until nothing moves: recovery is over, and no run is under way. */
export async function untilAtRest(page: Page): Promise<readonly RunView[]> {
  await waitWhileMoving({
    what: 'every run to be at rest',
    read: async () => {
      const runs = await runsOf(page);
      const busy = runs.filter(({ phase }) => phase !== 'ended' && phase !== 'interrupted');
      const moving = runs.flatMap(({ rows }) => rows).filter(({ step }) => !RESTING.has(step));
      return [...busy.map(({ phase }) => phase), ...moving.map(({ label, step }) => `${label}: ${step}`)];
    },
    isDone: (moving) => moving.length === 0,
  });
  return runsOf(page);
}

/** Does what a person would: resumes, tries again, reviews tokens that were found, deletes what waits, until every row of every run is done; then closes. */
export async function finishByBridge(page: Page): Promise<void> {
  const rounds: string[] = [];
  for (let round = 0; round < 6; round += 1) {
    const runs = await untilAtRest(page);
    const rows = runs.flatMap((run) => run.rows);
    if (rows.every(({ step }) => step === 'gone')) break;
    const said = rows.map(({ step, need }) => `${step} ${JSON.stringify(need ?? '')}`).join(', ');
    const answers = await page.evaluate(async () => {
      const { bridge } = window;
      const given: unknown[] = [];
      const listed = await bridge['rotation:runs'](null);
      for (const run of listed.ok ? listed.value : []) {
        if (run.phase === 'interrupted')
          given.push(await bridge['rotation:control']({ run: run.id, to: 'resume' }));
        else if (run.rows.some(({ step }) => step === 'needs-you')) {
          given.push(await bridge['rotation:retry']({ run: run.id }));
          for (const { id, need } of run.rows)
            if (need?.actions.includes('review-found') === true)
              given.push(await bridge['rotation:act']({ row: id, action: 'review-found' }));
        } else {
          const waiting = run.rows.filter(({ step }) => step === 'retiring');
          const [only] = waiting;
          const isGrave = waiting.length === 1 && only?.scope === 'all';
          const typed = isGrave ? 'DELETE' : `${run.organisation} ${String(waiting.length)}`;
          // The person sees the new values at work: reading back what was written twice does not prove them.
          const unproved = waiting.filter(
            ({ notProvable, weakerProof, attestedBecause }) =>
              (notProvable !== undefined || weakerProof) && attestedBecause === undefined,
          );
          if (unproved.length > 0) {
            const rows = unproved.map(({ id }) => id);
            given.push(await bridge['rotation:attest']({ rows, reason: 'seen at work' }));
          }
          if (only !== undefined)
            given.push(await bridge['rotation:delete-old']({ rows: waiting.map(({ id }) => id), typed }));
        }
      }
      return given;
    });
    rounds.push(`${runs.map(({ phase }) => phase).join(' ')}: ${said} → ${JSON.stringify(answers)}`);
  }
  await page.evaluate(async () => {
    const listed = await window.bridge['rotation:runs'](null);
    for (const { id } of listed.ok ? listed.value : [])
      await window.bridge['rotation:close-run']({ run: id });
  });
  const left = (await runsOf(page)).flatMap(({ rows }) => rows);
  expect(
    left.map(({ label, step, need }) => `${label}: ${step} ${need?.reason ?? ''}`),
    rounds.join('\n'),
  ).toEqual([]);
}
