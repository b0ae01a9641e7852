import { expect, test, type Page } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import type { DemoState } from '../../electron/demo/demo-state';
import { expectInTheEnd } from '../support/in-the-end';
import { launchRekey } from '../support/launch';
import { dueByHand, visibleTokens } from '../support/server-facts';
import { connectTo, statusOf } from '../support/walk';

const NOW = Date.UTC(2026, 10, 24, 12);
const SIZE = { projects: 2_000, tokens: 100_000 };

test('a hundred thousand tokens are loaded, narrowed by a typed text, selected, and planned', async () => {
  const server = await startDemoServer({ profile: 'cloud-time', seed: 2026, now: NOW, size: SIZE });
  const { page, close, complaints } = await launchRekey({ now: NOW });
  await connectTo(page, server);
  const due = dueByHand(server.state, NOW).toLocaleString('en');
  const whole = `100,000 tokens · ${due} due · PARTIAL (1,999 of 2,000 projects)`;
  await expectInTheEnd(statusOf(page), whole);
  await expectRows(page, 100_000);

  const search = page.getByRole('searchbox', { name: 'Filter tokens' });
  for (const text of ['terraform', 'weber', 'pricing-31', 'deploy weber', 'm.roy']) {
    await search.fill(text);
    await expectRows(page, countOf(server.state, text));
  }
  await search.fill('');
  await expectRows(page, 100_000);
  await expectStill(page, () => search.pressSequentially('terraform weber'));
  const shown = countOf(server.state, 'terraform weber');
  await expectRows(page, shown);

  const boxes = page
    .getByRole('grid', { name: 'Tokens' })
    .getByRole('checkbox', { name: /^Select terraform/ });
  for (const row of [0, 1, 2]) await boxes.nth(row).click();
  await expect(page.getByText(`3 selected of ${shown.toLocaleString('en')} shown`)).toBeVisible();
  await page.getByRole('button', { name: /^Plan rotation/ }).click();
  const plan = page.getByRole('dialog', { name: 'Rotation plan' });
  await expect(plan.getByRole('list', { name: 'Tokens of this plan' }).getByRole('listitem')).toHaveCount(3);
  await expect(plan.getByRole('button', { name: 'Rotate 3 tokens' })).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/hundred-thousand.png' });
  expect(server.state.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
  await server.stop();
});

/** The grid says how many rows it has, its head among them. */
const expectRows = (page: Page, count: number) =>
  expect(page.getByRole('grid', { name: 'Tokens' })).toHaveAttribute('aria-rowcount', String(count + 1));

/** Counts and bars follow a moment after the rows: the grid must stay where it was when they do. */
async function expectStill(page: Page, type: () => Promise<void>): Promise<void> {
  const admins = page.getByRole('group', { name: 'Scope' }).getByRole('button', { name: /^Admin/ });
  const before = await admins.textContent();
  const tops = await page.evaluateHandle(() => {
    const seen = new Set<number>();
    const isFiltered = () => document.querySelector('.term-chips') !== null;
    const look = () => {
      const grid = document.querySelector('[role=grid]');
      if (grid !== null && isFiltered()) seen.add(grid.getBoundingClientRect().top);
      requestAnimationFrame(look);
    };
    look();
    return seen;
  });
  await type();
  await expect(admins).not.toHaveText(before ?? '');
  expect(await tops.evaluate((seen) => [...seen])).toHaveLength(1);
}

/** How many tokens have every word in their label, project or owner, as the server itself has them. */
function countOf(state: DemoState, text: string): number {
  const names = new Map(state.projects.map(({ slug, name }) => [slug, name]));
  return visibleTokens(state).filter(({ token, project }) => {
    const place = project === 'personal' ? [state.login] : [project, names.get(project) ?? ''];
    const searched = [token.label, ...place].join('\n').toLowerCase();
    return text.split(' ').every((word) => searched.includes(word));
  }).length;
}
