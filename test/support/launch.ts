import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

import { _electron, expect, type ElectronApplication, type Page } from 'playwright/test';

import { askAgainOf, askMain } from './ask-main';
import { desktopOf } from './desktop-of';
import { electronPath, mainFile } from './electron-path';
import { stallLimit } from './patience';

export interface LaunchOptions {
  /** A folder that outlives the app; a new one where none is given. */
  readonly userData?: string;
  readonly now?: number;
  readonly args?: readonly string[];
  /** Run in the main process before the app's own first line. It sees nothing of the test around it. */
  readonly first?: (electron: typeof Electron.CrossProcessExports) => void;
  /** Notified of the app as soon as its process runs, whether or not a window follows. */
  readonly onStarted?: (app: ElectronApplication) => void;
}

/** A running Rekey: the real one, in a real window. */
export interface Rekey {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userData: string;
  /** What the page's console said that it should not have. */
  readonly complaints: string[];
  readonly close: () => Promise<void>;
}

const isRoot = process.getuid?.() === 0;
/** Chromium cannot sandbox what root starts; the security suite therefore runs as somebody else. */
const SANDBOX_ARGS = isRoot ? ['--no-sandbox'] : [];

export async function launchRekey({
  userData,
  now,
  args = [],
  first,
  onStarted,
}: LaunchOptions = {}): Promise<Rekey> {
  const folder = userData ?? (await mkdtemp(join(tmpdir(), 'rekey-e2e-')));
  // IDE terminals leak ELECTRON_RUN_AS_NODE, and Electron is then plain Node.
  const { ELECTRON_RUN_AS_NODE: _leaked, ...environment } = process.env;
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [await entryOf(folder, first), ...SANDBOX_ARGS, ...args],
    chromiumSandbox: !isRoot,
    timeout: 0,
    env: {
      ...(environment as Record<string, string>),
      ...desktopOf(environment),
      REKEY_USER_DATA: folder,
      ...(now !== undefined && { REKEY_NOW: new Date(now).toISOString() }),
    },
  });
  onStarted?.(app);
  askAgainOf(app);
  app.context().setDefaultTimeout(stallLimit());
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  return {
    app,
    page,
    userData: folder,
    complaints,
    close: async () => {
      await answerDialogs(app, 'go');
      await askMain(() => app.close());
      if (userData === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What is started: the app, or a file that runs a function first and then the app, as what is put in place later may come too late. */
async function entryOf(folder: string, first: LaunchOptions['first']): Promise<string> {
  if (first === undefined) return mainFile;
  await mkdir(folder, { recursive: true });
  const file = join(folder, 'run-first.mjs');
  const main = JSON.stringify(pathToFileURL(resolve(mainFile)).href);
  await writeFile(
    file,
    `import * as electron from 'electron';\n(${String(first)})(electron);\nawait import(${main});\n`,
  );
  return file;
}

/** What a native dialog asked: its message, and the words on its buttons. */
export interface Asked {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
  readonly defaultId: number;
}

/** From now on native dialogs are answered without a person: `go` presses the verb, `cancel` the other button. */
export async function answerDialogs(app: ElectronApplication, answer: 'go' | 'cancel'): Promise<void> {
  await app.evaluate(
    ({ dialog }, response) => {
      const asked: unknown[] = [];
      Reflect.set(globalThis, 'askedDialogs', asked);
      const answered = (...given: unknown[]) => {
        asked.push(given.at(-1));
        return Promise.resolve({ response, checkboxChecked: false });
      };
      Reflect.set(dialog, 'showMessageBox', answered);
    },
    answer === 'go' ? 1 : 0,
  );
}

/** What was asked since the dialogs are answered by themselves. */
export const askedDialogs = (app: ElectronApplication): Promise<readonly Asked[]> =>
  app.evaluate(() => Reflect.get(globalThis, 'askedDialogs') as readonly Asked[]);
