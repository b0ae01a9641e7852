import type { ChildProcess } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test as base, type ElectronApplication, type Page } from 'playwright/test';

import { startDemoServer, type DemoOptions, type DemoServer } from '../../electron/demo/demo-server';
import type { Instant } from '../../shared/domain/instant';
import { endApps } from './end-apps';
import { answerDialogs, launchRekey, type LaunchOptions, type Rekey } from './launch';
import { connectTo, waitForLook } from './walk';

/*
 * The fixtures of every test with a window. Ask for what the test needs; whatever was started is ended and removed when the
 * test ends, also when the test failed, or the app hangs or died.
 *
 *     import { expect, test } from '../support/fixtures';
 *
 *     test.use({ host: { profile: 'cloud', seed: 5 }, launch: { args: KEYRING } });   // for a whole file or describe
 *
 *     test('…', async ({ page, server }) => {            // an app and a server, not connected
 *     test('…', async ({ connected: { page } }) => {     // the same, connected and synced
 *     test('…', async ({ openRekey, startServer }) => {  // any number of them, by hand; all in `userData`
 *     test('…', async ({ shared: { page, server } }) =>  // a window that tests which only look share
 *
 * `shared` is one connected app a worker (`cloud-time`, seed 7, NOW), loaded anew for each test. It is for tests that filter,
 * sort, select and open panels. A test that syncs, rotates, changes the policy or anything else that main keeps, or sets
 * faults, takes `connected`.
 *
 * Times: there is no time limit for a whole test. Each wait fails by itself when nothing has moved for a while: use
 * `waitWhileMoving` (patience.ts) or `expectInTheEnd` (in-the-end.ts) for what takes long, never a larger timeout.
 */

/** The instant of every test that does not choose one. */
export const NOW = Date.UTC(2026, 10, 24, 12);
/** The switches with which a kept credential survives a restart. */
export const KEYRING: readonly string[] =
  process.platform === 'linux' ? ['--password-store=gnome-libsecret'] : [];

type AppOptions = Omit<LaunchOptions, 'onStarted'>;
export type StartServer = (options?: Partial<DemoOptions>) => Promise<DemoServer>;
export type OpenRekey = (options?: AppOptions) => Promise<Rekey>;

interface Choices {
  /** The instant at which app and server begin; `system` leaves them the computer's time. */
  readonly now: Instant | 'system';
  /** The organisation and behaviour of the server: `cloud-time` and seed 7 unless told otherwise. */
  readonly host: Partial<DemoOptions>;
  readonly launch: Pick<LaunchOptions, 'args' | 'first'>;
}

interface TestFixtures {
  /** A folder of the test's own, in which every app is opened that names no other. */
  readonly userData: string;
  /** Starts one more server, with `host` and `now` as far as it is not told otherwise. */
  readonly startServer: StartServer;
  readonly server: DemoServer;
  /** Opens one more app, with `userData`, `now` and `launch` as far as it is not told otherwise. */
  readonly openRekey: OpenRekey;
  readonly rekey: Rekey;
  readonly page: Page;
  readonly app: ElectronApplication;
  /** The app, connected to `server` for this session and synced; its native dialogs are answered with the verb. */
  readonly connected: Rekey;
  readonly shared: SharedWindow;
}

interface SharedWindow extends Rekey {
  readonly server: DemoServer;
}

const DEFAULT_HOST = { profile: 'cloud-time', seed: 7, now: NOW } as const satisfies DemoOptions;

export const test = base.extend<TestFixtures & Choices, { readonly sharedWindow: SharedWindow }>({
  now: [NOW, { option: true }],
  host: [{}, { option: true }],
  launch: [{}, { option: true }],

  userData: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'rekey-e2e-'));
    await use(folder);
    await rm(folder, { recursive: true, force: true });
  },

  startServer: async ({ host, now }, use) => {
    const started: DemoServer[] = [];
    await use(async (options = {}) => {
      const at = now === 'system' ? Date.now() : now;
      const server = await startDemoServer({ ...DEFAULT_HOST, now: at, ...host, ...options });
      started.push(server);
      return server;
    });
    for (const server of started) await server.stop();
  },

  server: async ({ startServer }, use) => {
    await use(await startServer());
  },

  // Asks for the servers only so that they end after the apps.
  openRekey: async ({ userData, now, launch, startServer: _outlivesApps }, use, testInfo) => {
    const apps = new Map<ElectronApplication, ChildProcess>();
    await use((options = {}) =>
      launchRekey({
        userData,
        ...(now !== 'system' && { now }),
        ...launch,
        ...options,
        onStarted: (app) => apps.set(app, app.process()),
      }),
    );
    await endApps(apps, { gently: testInfo.status === testInfo.expectedStatus });
  },

  rekey: async ({ openRekey }, use) => {
    await use(await openRekey());
  },
  page: async ({ rekey }, use) => {
    await use(rekey.page);
  },
  app: async ({ rekey }, use) => {
    await use(rekey.app);
  },

  connected: async ({ rekey, server }, use) => {
    await connectAndSync(rekey, server);
    await use(rekey);
  },

  sharedWindow: [
    async ({}, use) => {
      const server = await startDemoServer(DEFAULT_HOST);
      const apps = new Map<ElectronApplication, ChildProcess>();
      const userData = await mkdtemp(join(tmpdir(), 'rekey-shared-'));
      try {
        const rekey = await launchRekey({
          userData,
          now: NOW,
          onStarted: (app) => apps.set(app, app.process()),
        });
        await connectAndSync(rekey, server);
        await use({ ...rekey, server });
      } finally {
        await endApps(apps, { gently: false });
        await server.stop();
        await rm(userData, { recursive: true, force: true });
      }
    },
    { scope: 'worker' },
  ],

  shared: async ({ sharedWindow }, use) => {
    const { page, app, complaints } = sharedWindow;
    await app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800);
    });
    await page.emulateMedia({ colorScheme: null, contrast: null, forcedColors: null, reducedMotion: null });
    await page.reload();
    await waitForLook(page);
    complaints.length = 0;
    await use(sharedWindow);
  },
});

export { expect };

async function connectAndSync({ app, page }: Rekey, server: DemoServer): Promise<void> {
  await answerDialogs(app, 'go');
  await connectTo(page, server);
  await waitForLook(page);
}
