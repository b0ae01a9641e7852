import type { Fault } from '../../electron/demo/fault';
import { confirmPlan, deliverToProjects, withoutOverlap } from '../support/walk';
import { each, press, type Step } from './steps';

export const CHOSEN = 8;
const DELIVERED = 4;
const UNCLEAR_AFTER_MS = 90_000;

export const plan: Step = async ({ page }) => {
  await page.getByRole('button', { name: /^Plan rotation/ }).click();
  const dialog = page.getByRole('dialog', { name: 'Rotation plan' });
  await dialog.getByRole('textbox', { name: /^Type/ }).waitFor();
  await deliverToProjects(dialog, 'CIRCLE_TOKEN', DELIVERED);
  await withoutOverlap(dialog);
};

export const rotate: Step = async ({ page, server }) => {
  const rows = page.getByRole('list', { name: 'Tokens of this plan' }).getByRole('listitem');
  server.setFaults(troubleFor(await rows.allInnerTexts()));
  await confirmPlan(page, server.organisation, CHOSEN);
  const status = page.getByRole('region', { name: 'Rotation run' }).getByRole('status');
  await status.filter({ hasText: /waiting, 1 needs you, 1 left/ }).waitFor();
};

/** Looks at a value, and waits until its row says so. */
export const reveal: Step = each(press(/^Reveal/), ({ page }) => page.getByText('· was shown').waitFor());

/** Waits until the one that never was answered has been given up for unclear. */
export const untilUnclear: Step = async ({ page }) => {
  const status = page.getByRole('region', { name: 'Rotation run' }).getByRole('status');
  await status.filter({ hasText: /2 need you/ }).waitFor({ timeout: UNCLEAR_AFTER_MS });
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
