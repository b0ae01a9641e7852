import { _electron, type CDPSession, type ElectronApplication, type Page } from 'playwright';

import { askMain } from '../support/ask-main';
import { electronPath } from '../support/electron-path';

const ARGS = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
/** The size of every window in which anything is measured. */
const SIZE = { width: 1_280, height: 800 };

/** How long an app may take to close before it is ended. */
const CLOSING_MS = 10_000;

export type Environment = Readonly<Record<string, string>>;

/** A window of a real Electron that runs some main script: Rekey's, the peer's, or the bare one's. */
export interface BenchWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Chromium's own protocol, to send what Playwright has no word for. */
  readonly cdp: CDPSession;
  readonly runtime: string;
  readonly close: () => Promise<void>;
}

/** Starts Electron. Nothing is awaited but its process. */
export function launchElectron(main: string, extra: Environment): Promise<ElectronApplication> {
  // IDE terminals leak ELECTRON_RUN_AS_NODE, and Electron is then plain Node.
  const { ELECTRON_RUN_AS_NODE: _leaked, ...environment } = process.env as Record<string, string>;
  return _electron.launch({
    executablePath: electronPath(),
    args: [main, ...ARGS],
    env: { ...environment, ...extra },
  });
}

/** Starts Electron and opens its first window, in the size that all have. */
export async function openWindow(main: string, extra: Environment): Promise<BenchWindow> {
  const app = await launchElectron(main, extra);
  const page = await app.firstWindow();
  await askMain(() =>
    app.evaluate(({ BrowserWindow }, { width, height }) => {
      BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
    }, SIZE),
  );
  await page.waitForFunction(({ width }) => window.innerWidth === width, SIZE);
  const cdp = await page.context().newCDPSession(page);
  const runtime = await askMain(() => app.evaluate(() => `electron ${process.versions.electron}`));
  return { app, page, cdp, runtime, close: () => closed(app) };
}

/** Closes an app; one that does not close by itself is ended, so that what was measured of it is not lost. */
async function closed(app: ElectronApplication): Promise<void> {
  const timer = setTimeout(() => app.process().kill('SIGKILL'), CLOSING_MS);
  await app.close().catch(() => app.process().kill('SIGKILL'));
  clearTimeout(timer);
}
