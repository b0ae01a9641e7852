import type { Page } from 'playwright/test';

import type { DemoServer } from '../../electron/demo/demo-server';
import type { Fault } from '../../electron/demo/fault';
import { changeOutside } from '../support/server-changes';
import {
  confirmPlan,
  connectTo,
  deliverToProjects,
  selectOverdue,
  waitForLook,
  withoutOverlap,
} from '../support/walk';

export interface Stage {
  readonly page: Page;
  readonly server: DemoServer;
}

/** A view of the app, and how to come to it from the view before it. */
export interface View {
  /** What its pictures are called. */
  readonly name: string;
  readonly show: (stage: Stage) => Promise<unknown>;
  /** The region that its pictures begin with, where the view is longer than the window. */
  readonly from?: string;
}

const press = (name: string | RegExp) => (stage: Stage) =>
  stage.page.getByRole('button', { name, exact: true }).first().click();
const goTo = (name: string) => (stage: Stage) => stage.page.getByRole('link', { name }).click();
const tab = (name: string | RegExp) => (stage: Stage) => stage.page.getByRole('tab', { name }).click();
const groupBy = (group: string) => (stage: Stage) =>
  stage.page.getByRole('combobox', { name: 'Group by' }).selectOption(group);
const query = (text: string) => (stage: Stage) =>
  stage.page.getByRole('searchbox', { name: 'Filter tokens' }).fill(text);
const openFirst = async ({ page }: Stage) => {
  await page.getByRole('grid', { name: 'Tokens' }).focus();
  await page.keyboard.press('Enter');
};
const nothing = () => Promise.resolve();
const escape = ({ page }: Stage) => page.keyboard.press('Escape');

/** Does one thing after the other. */
const each =
  (...steps: readonly View['show'][]): View['show'] =>
  async (stage) => {
    for (const step of steps) await step(stage);
  };

const CHOSEN = 8;
const DELIVERED = 4;

const connect = async ({ page, server }: Stage) => {
  await connectTo(page, server);
  await waitForLook(page);
};

/** Somebody is busy in CircleCI's own pages between two looks. */
const changed = async ({ page, server }: Stage) => {
  changeOutside(server);
  await page.getByRole('button', { name: 'Refresh' }).click();
  await waitForLook(page);
};

const plan = async ({ page }: Stage) => {
  await page.getByRole('button', { name: /^Plan rotation/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Rotation plan' });
  await dialog.getByRole('textbox', { name: /^Type/ }).waitFor();
  await deliverToProjects(dialog, 'CIRCLE_TOKEN', DELIVERED);
  await withoutOverlap(dialog);
};

const rotate = async ({ page, server }: Stage) => {
  const rows = page.getByRole('list', { name: 'Tokens of this plan' }).getByRole('listitem');
  server.setFaults(troubleFor(await rows.allInnerTexts()));
  await confirmPlan(page, server.organisation, CHOSEN);
  const status = page.getByRole('region', { name: 'Rotation run' }).getByRole('status');
  await status.filter({ hasText: /waiting, 1 needs you, 1 left/ }).waitFor();
};

/** One token is refused and one never answered, so that a run has rows in several states. */
function troubleFor(rows: readonly string[]): readonly Fault[] {
  const projects = rows.flatMap((row) => /(?:gh|bb)\/\w+\/(\S+)/.exec(row)?.[1] ?? []);
  const create = (project = '') => ({ method: 'POST', path: `/${project}/token$`, times: 1 }) as const;
  return [
    { ...create(projects[0]), trouble: { kind: 'status', status: 403 } },
    { ...create(projects.at(-1)), trouble: { kind: 'never-answers' } },
  ];
}

/** Every view in the order of a first session. A new one is a new line. */
export const VIEWS: readonly View[] = [
  { name: 'connect', show: nothing },
  { name: 'inventory', show: connect },
  { name: 'token', show: openFirst },
  { name: 'coverage', show: each(escape, tab(/^Coverage/)) },
  { name: 'changes', show: each(changed, tab(/^Changes/)) },
  { name: 'inventory-groups', show: each(tab('Tokens'), groupBy('scope')) },
  { name: 'more-filters', show: each(groupBy('none'), press('More filters')) },
  { name: 'columns-dialog', show: each(press('Close'), press('Columns')) },
  { name: 'views-dialog', show: each(press('Close'), press('Views')) },
  { name: 'palette', show: each(press('Close'), ({ page }) => page.keyboard.press('Control+k')) },
  { name: 'inventory-query', show: each(escape, query('scope:admin age:>90 -project:legacy')) },
  { name: 'inventory-selection', show: each(query(''), ({ page }) => selectOverdue(page, CHOSEN)) },
  { name: 'plan', show: plan },
  { name: 'rotation', show: rotate },
  { name: 'rotation-run', show: nothing, from: 'Rotation run' },
  { name: 'hand-over-tray', show: nothing, from: 'Hand-over tray' },
  { name: 'reveal-dialog', show: press(/^Reveal/) },
  { name: 'retirement-tray', show: press('Keep in tray'), from: 'Waiting to be deleted' },
  { name: 'keep-dialog', show: press(/^Do not delete …/) },
  { name: 'delete-dialog', show: each(escape, press(/^Delete \d+ old tokens …/)) },
  { name: 'settings', show: each(escape, goTo('Settings')) },
  { name: 'command-dialog', show: press('Add a command') },
  { name: 'folder-dialog', show: each(escape, press('Add an encrypted folder')) },
];
