import { expect, test, type Locator } from 'playwright/test';

import { startDemoServer, type DemoServer } from '../../electron/demo/demo-server';
import type { Fault } from '../../electron/demo/fault';
import { expectInTheEnd } from '../support/in-the-end';
import { answerDialogs, launchRekey } from '../support/launch';
import { fingerprint, visibleTokens, type Placed } from '../support/server-facts';
import {
  confirmPlan,
  connectTo,
  deleteOld,
  deliverToProjects,
  waitForLook,
  withoutOverlap,
} from '../support/walk';
import { plannedIn, selectOverdueByKey, type PlannedToken } from '../support/window-choice';

const NOW = Date.UTC(2026, 10, 24, 12);
const ROWS = 50;
const SAFE = 'The old token works as before.';

/** One way for a row to fail: what the host does in its project, and what the row then says and offers. */
interface Mishap {
  readonly faultAt: (project: string) => Fault;
  readonly says: RegExp;
  readonly offers: readonly string[];
}

const listOf = (project: string) => String.raw`/project/${project}/token`;
const variablesOf = (project: string) => String.raw`/project/${project}/envvar`;

const MISHAPS = {
  writingIsForbidden: {
    faultAt: (project) => ({
      method: 'POST',
      path: variablesOf(project),
      trouble: { kind: 'status', status: 403 },
    }),
    says: new RegExp(`${SAFE} The new value could not be written to its place\\. CircleCI refused access`),
    offers: ['Try again', 'Hand over by hand'],
  },
  verifyingNeverEnds: {
    faultAt: (project) => ({
      method: 'GET',
      path: String.raw`/project/${project}\?limit=1`,
      trouble: { kind: 'status', status: 503 },
    }),
    says: /The old token works as before|Nothing further was done to this token/,
    offers: ['Try again'],
  },
  createIsLost: {
    faultAt: (project) => ({
      method: 'POST',
      path: `${listOf(project)}$`,
      trouble: { kind: 'reset', when: 'before' },
    }),
    says: new RegExp(`${SAFE} CircleCI’s answer to the create was lost`),
    offers: ['Try again', 'Leave as it is'],
  },
  readingBackIsForbidden: {
    // The first look is the one before the value is written.
    faultAt: (project) => ({
      method: 'GET',
      path: variablesOf(project),
      after: 1,
      trouble: { kind: 'status', status: 403 },
    }),
    says: new RegExp(`${SAFE} Reading back did not show the new value in its place\\.`),
    offers: ['Try again', 'Hand over by hand'],
  },
  deleteIsIgnored: {
    faultAt: (project) => ({ method: 'DELETE', path: listOf(project), trouble: { kind: 'delete-ignored' } }),
    says: /The new token is delivered\. CircleCI said the old one was deleted, but it is still in the list\./,
    offers: ['Try again', 'Leave as it is'],
  },
} as const satisfies Record<string, Mishap>;

test('fifty tokens of which a tenth meets trouble end Partly, each with its own need, and Done at the second try', async () => {
  const server = await startDemoServer({ profile: 'cloud-time', seed: 2026, now: NOW });
  const { app, page, close, complaints } = await launchRekey({ now: NOW });
  await answerDialogs(app, 'go');
  await connectTo(page, server);
  await waitForLook(page);
  const before = visibleTokens(server.state);
  await selectOverdueByKey(page, ROWS);
  await page.getByRole('button', { name: 'Plan rotation' }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await expect(plan.getByRole('button', { name: `Rotate ${String(ROWS)} tokens` })).toBeVisible();
  await deliverToProjects(plan, 'ROTATED');
  await withoutOverlap(plan);
  const planned = await plannedIn(plan);
  expect(planned).toHaveLength(ROWS);
  const struck = strike(server, planned);
  await page.screenshot({ path: 'test-results/screens/bulk-plan.png' });
  await confirmPlan(page, 'acme', ROWS);

  const run = page.getByRole('region', { name: 'Rotation run' });
  const status = run.getByRole('status');
  await expectInTheEnd(status, 'Partly: 0 of 50 done, 46 waiting, 4 need you.');
  expect(server.state.deleted).toEqual([]);
  const { deleteIsIgnored, ...atOnce } = MISHAPS;
  for (const [name, mishap] of Object.entries(atOnce)) await expectNeed(run, struck, name, mishap);
  await expect(run.getByText('Needs you', { exact: true })).toHaveCount(4);
  await page.screenshot({ path: 'test-results/screens/bulk-partly.png' });

  await deleteOld(page, 'acme', 46);
  await expectInTheEnd(status, 'Partly: 45 of 50 done, 5 need you.');
  await expectNeed(run, struck, 'deleteIsIgnored', deleteIsIgnored);
  expect(server.state.deleted).toHaveLength(45);
  expectOldAlive(server, before, [...struck.values()]);

  server.setFaults([]);
  await run.getByRole('button', { name: 'Try 5 tokens again' }).click();
  await expectInTheEnd(status, 'Partly: 46 of 50 done, 4 waiting.');
  await deleteOld(page, 'acme', 4);
  await expectInTheEnd(status, 'Done: 50 of 50 done.');
  await page.screenshot({ path: 'test-results/screens/bulk-done.png' });
  expectRotated(server, before, planned);
  expect(complaints).toEqual([]);
  await close();
  await server.stop();
});

/** Lets each mishap loose on a token of its own, at fixed places of the plan, none of them sharing its project. */
function strike(server: DemoServer, planned: readonly PlannedToken[]): ReadonlyMap<string, PlannedToken> {
  const alone = planned.filter(
    ({ project }) => planned.filter((other) => other.project === project).length === 1,
  );
  const names = Object.keys(MISHAPS) as readonly (keyof typeof MISHAPS)[];
  expect(alone.length).toBeGreaterThanOrEqual(names.length);
  const apart = Math.floor(alone.length / names.length);
  const struck = new Map(names.map((name, index) => [name, alone[index * apart]] as const));
  const faults = names.map((name) => MISHAPS[name].faultAt(struck.get(name)?.project ?? 'none'));
  server.setFaults(faults);
  return new Map([...struck].flatMap(([name, token]) => (token === undefined ? [] : [[name, token]])));
}

/** The row of a token needs the person, says what happened to it, and offers what is safe there and no more. */
async function expectNeed(
  run: Locator,
  struck: ReadonlyMap<string, PlannedToken>,
  name: string,
  { says, offers }: Mishap,
): Promise<void> {
  const token = struck.get(name);
  const row = run
    .getByRole('listitem')
    .filter({ has: run.page().getByTitle(token?.project ?? 'none', { exact: true }) });
  await expect(row, name).toHaveCount(1);
  await expect(row.getByText('Needs you', { exact: true }), name).toBeVisible();
  await expect(row, name).toContainText(says);
  const buttons = await row.getByRole('button').allTextContents();
  expect(
    offers.every((offer) => buttons.includes(offer)),
    `${name}: ${buttons.join(', ')}`,
  ).toBe(true);
  expect(buttons.length, name).toBeLessThanOrEqual(2);
}

const isThat =
  ({ label, project }: PlannedToken) =>
  (one: Placed) =>
    one.project === project && one.token.label === label;

function expectOldAlive(server: DemoServer, before: readonly Placed[], tokens: readonly PlannedToken[]) {
  const alive = visibleTokens(server.state);
  for (const token of tokens) {
    const old = before
      .filter(isThat(token))
      .filter(({ token: one }) => !alive.some((now) => now.token === one));
    expect(old, token.label).toEqual([]);
  }
}

/** Fifty new for fifty old with the same labels and scopes, each value in its variable, and nothing else touched. */
function expectRotated(server: DemoServer, before: readonly Placed[], planned: readonly PlannedToken[]) {
  const after = visibleTokens(server.state);
  const gone = before.filter(({ token }) => !after.some((one) => one.token === token));
  const made = after.filter(({ token }) => !before.some((one) => one.token === token));
  const shape = ({ token, project }: Placed) => `${project} ${token.label} ${token.scope}`;
  const names = ({ token, project }: Placed) => `${project} ${token.label}`;
  expect(gone.map(names).sort()).toEqual(planned.map(({ project, label }) => `${project} ${label}`).sort());
  expect(made.map(shape).sort()).toEqual(gone.map(shape).sort());
  const rest = (placed: readonly Placed[], changed: readonly Placed[]) =>
    fingerprint(placed.filter((one) => !changed.includes(one)));
  expect(rest(after, made)).toEqual(rest(before, gone));
  const delivered = server.state.projects.flatMap(({ slug, variables }) =>
    [...variables].filter(([name]) => name.startsWith('ROTATED_')).map(([, { value }]) => `${slug} ${value}`),
  );
  expect(delivered.sort()).toEqual(made.map(({ token, project }) => `${project} ${token.value}`).sort());
}
