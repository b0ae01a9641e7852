import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { test } from 'playwright/test';

import { RECIPIENTS } from '../support/delivery-targets';
import { choosePaths, setUpCommand, setUpFolder } from '../support/window-settings';
import { press, type Step } from './steps';

/** A folder whose name a reader of the pictures may see. */
async function folderCalled(name: string): Promise<string> {
  const path = join('/tmp', name);
  await mkdir(path, { recursive: true });
  return path;
}

/** A command and an encrypted folder, which plans can then choose. */
export const setUpPlaces: Step = async (stage) => {
  await setUpCommand(stage, {
    name: 'Team vault',
    program: '/usr/bin/env',
    args: ['vault', 'kv', 'put', 'ci/{label}', 'value=-'],
  });
  await setUpFolder(stage, {
    name: 'Two administrators',
    path: await folderCalled('sealed-tokens'),
    recipients: RECIPIENTS,
  });
};

/** Writes the report that is previewed. */
export const writeReport: Step = async (stage) => {
  const folder = test.info().outputPath('reviews');
  await mkdir(folder, { recursive: true });
  await choosePaths(stage.app, folder);
  await press('Write report …')(stage);
  await stage.page.getByText('SHA-256 of the manifest').waitFor();
};
