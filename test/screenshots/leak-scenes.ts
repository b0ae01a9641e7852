import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { test } from 'playwright/test';

import type { DemoServer } from '../../electron/demo/demo-server';
import { choosePaths } from '../support/window-settings';
import { each, fill, press, type Step } from './steps';

/** Values of today's form, as they may turn up somewhere. */
const valuesOf = ({ state }: DemoServer) =>
  state.projects
    .filter(({ isForbidden, slug }) => !isForbidden && slug.startsWith('gh/'))
    .flatMap(({ tokens }) => tokens.map(({ value }) => value))
    .filter((value) => value.startsWith('CCIPRJ'));

const FOUND = 'I found a token …';

export const startFound: Step = press(FOUND);

/** Somebody found a token in a file, and pastes it with what stands around it. */
export const pasteFound: Step = (stage) =>
  each(
    fill('What was found', `# deploy.yml\n  token: "${valuesOf(stage.server)[0] ?? ''}"\n`),
    press('Look for tokens'),
    ({ page }) => page.getByRole('region', { name: /^Token that ends in/ }).waitFor(),
  )(stage);

/** A checkout of a project in which somebody forgot some. */
export const searchFolder: Step = async (stage) => {
  const [, first = '', second = '', third = ''] = valuesOf(stage.server);
  const folder = test.info().outputPath('payments-api');
  await mkdir(join(folder, 'scripts'), { recursive: true });
  const files = {
    'deploy.sh': `#!/bin/sh\nexport CIRCLE_TOKEN=${first}\n`,
    'release.yml': `# token: ${first}\ntoken: ${second}\n`,
    'notes.md': `For the old pipeline:\n\n${third}\n`,
    'readme.md': 'Nothing to see.\n',
    'app.bin': Buffer.alloc(9),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, 'scripts', name), text);
  await choosePaths(stage.app, folder);
  await press('Search a folder …')(stage);
  await stage.page.getByRole('list', { name: 'Places that hold a token' }).waitFor();
};
