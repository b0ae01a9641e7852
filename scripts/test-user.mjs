import { chmodSync, chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runQuietly } from './command.mjs';
import { root } from './project.mjs';
import { Stop } from './say.mjs';

const NAME = 'rekey-tests';
/** What the tests of the sandbox read; without any of it they cannot run. */
const READ = [
  'package.json',
  'out/main/main.js',
  'test/tsconfig.json',
  'node_modules/playwright/package.json',
];
const COPIED = [
  ...['package.json', 'playwright.config.ts', 'tsconfig.json', 'tsconfig.base.json'],
  ...['out', 'test', 'shared', 'electron', 'node_modules', '.runtime', 'release'],
];

/** Chromium cannot sandbox what root starts: then the tests of the sandbox run as a user without any rights. */
export function ensureTestUser() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return undefined;
  if (idOf('-u') === undefined) {
    runQuietly('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME], 20);
  }
  const [id, group] = [idOf('-u'), idOf('-g')];
  if (id !== undefined && group !== undefined) return { name: NAME, id, group };
  throw new Stop(
    `The user ${NAME}, who runs the tests of the sandbox, could not be made.`,
    'run npm test as a user other than root.',
  );
}

/** The project where that user can read it: as it is, or a copy when it lies in a folder of root's own. */
export function projectFor(user) {
  const isReadable = READ.every((file) => runAs(user, ['test', '-r', join(root, file)]).code === 0);
  if (isReadable) return { folder: root, remove: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'rekey-project-'));
  chmodSync(folder, 0o755);
  const present = COPIED.filter((name) => existsSync(join(root, name)));
  const copy = (how) => runQuietly('cp', [how, '--', ...present, folder], 300, { cwd: root }).code;
  // Links take no time. They need one file system, and what they name stays where nobody else can enter.
  if (copy('-al') !== 0) copy('-a');
  runQuietly('chmod', ['-R', 'a+rX', folder], 120);
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** A folder that the user may write results into, for root to collect. */
export function resultsFolderOf(user) {
  const folder = mkdtempSync(join(tmpdir(), 'rekey-results-'));
  chownSync(folder, user.id, user.group);
  return folder;
}

const runAs = (user, command) => runQuietly('runuser', ['-u', user.name, '--', ...command], 20);

function idOf(flag) {
  const { code, output } = runQuietly('id', [flag, NAME], 10);
  return code === 0 ? Number(output.trim()) : undefined;
}
