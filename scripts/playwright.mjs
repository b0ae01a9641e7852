import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { root } from './project.mjs';
import { ensureTestUser, projectFor, resultsFolderOf } from './test-user.mjs';
import { withDesktop } from './with-desktop.mjs';

const results = join(root, 'test-results');

/** The projects that look at Chromium's own sandbox, which it has for nobody called root. */
const SANDBOXED = ['security', 'pack'];

/** How many tests go on at once: two cores carry two journeys, where each can have a desktop of its own. */
const desktopsFor = (project) => (project === 'e2e' && process.platform === 'linux' ? 2 : 1);

/** Where a project of Playwright leaves its figures, as JSON. */
export const figuresOf = (project) => join(results, `${project}.json`);

/** Runs a project of Playwright against real windows; the tests of the sandbox as somebody whom Chromium can sandbox. */
export async function runPlaywright(project, args = []) {
  rmSync(figuresOf(project), { force: true });
  mkdirSync(results, { recursive: true });
  const user = SANDBOXED.includes(project) ? ensureTestUser() : undefined;
  if (user === undefined) return play(project, args, { folder: root, into: results });

  const { folder, remove } = projectFor(user);
  const into = resultsFolderOf(user);
  try {
    const code = await play(project, args, { folder, into, user });
    for (const name of [project, `${project}.json`]) {
      if (existsSync(join(into, name))) cpSync(join(into, name), join(results, name), { recursive: true });
    }
    return code;
  } finally {
    rmSync(into, { recursive: true, force: true });
    remove();
  }
}

function play(project, args, { folder, into, user }) {
  const desktops = desktopsFor(project);
  const cli = join(folder, 'node_modules', 'playwright', 'cli.js');
  const env = {
    REKEY_RESULTS: into,
    PLAYWRIGHT_JSON_OUTPUT_FILE: join(into, `${project}.json`),
    PLAYWRIGHT_HTML_OPEN: 'never',
  };
  return withDesktop(
    process.execPath,
    [
      cli,
      'test',
      `--project=${project}`,
      `--reporter=list,json,${join(folder, 'test', 'support', 'stall-reporter.ts')}`,
      `--workers=${String(desktops)}`,
      ...args,
    ],
    {
      folder,
      env,
      desktops,
      ...(user !== undefined && { user }),
    },
  );
}
