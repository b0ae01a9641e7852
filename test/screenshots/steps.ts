import type { ElectronApplication, Page } from 'playwright/test';

import type { DemoServer } from '../../electron/demo/demo-server';

export interface Stage {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly server: DemoServer;
}

/** One thing that a person does, and what is waited for after it. */
export type Step = (stage: Stage) => Promise<unknown>;

/** Does one thing after the other. */
export const each =
  (...steps: readonly Step[]): Step =>
  async (stage) => {
    for (const step of steps) await step(stage);
  };

export const nothing: Step = () => Promise.resolve();
export const keys =
  (pressed: string): Step =>
  ({ page }) =>
    page.keyboard.press(pressed);
export const escape = keys('Escape');
export const press =
  (name: string | RegExp): Step =>
  ({ page }) =>
    page.getByRole('button', { name, exact: true }).first().click();
export const goTo =
  (name: string): Step =>
  ({ page }) =>
    page.getByRole('link', { name }).click();
export const tab =
  (name: string | RegExp): Step =>
  ({ page }) =>
    page.getByRole('tab', { name }).click();
/** Types into the field of this name, whatever kind of field it is. */
export const fill =
  (name: string, text: string): Step =>
  ({ page }) =>
    page.getByLabel(name, { exact: true }).fill(text);
export const choose =
  (name: string, option: string): Step =>
  ({ page }) =>
    page.getByRole('combobox', { name }).selectOption(option);
/** Waits until a status says this. */
export const told =
  (words: RegExp): Step =>
  ({ page }) =>
    page.getByRole('status').filter({ hasText: words }).first().waitFor();
