import { join } from 'node:path';

import {
  app,
  clipboard,
  dialog,
  ipcMain,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  shell,
  type BrowserWindow,
  type Session,
} from 'electron';

import { version } from '../package.json';
import { boot } from './boot';
import { systemClock } from './clock';
import { keychainCipher } from './credentials/cipher';
import { holdFolder } from './desktop/hold-folder';
import { openLinkWith } from './desktop/external-links';
import { openLog } from './desktop/log';
import { sayRefusal } from './desktop/say-refusal';
import { environmentOf } from './environment';
import { lockFolder, type FolderLock } from './files/folder-lock';
import { ownProcessId, processStartOf } from './files/process-id';
import { serveBundle } from './hardening/app-protocol';
import { confine } from './hardening/confine';
import { endOnUncaught } from './hardening/end-on-uncaught';
import { forbiddenSwitch } from './hardening/forbidden-switches';
import { restartOptions, shouldNameKeyring, STORE_SWITCH } from './hardening/keyring-retry';
import { lockDown } from './hardening/lock-down-session';
import { registerScheme } from './hardening/scheme';
import type { StartRefusal } from './desktop/start-refusal';
import { announceTo } from './ipc/announce';
import { serve } from './ipc/serve';
import { isOwnTopFrame } from './ipc/trust-sender';
import type { Opened } from './open-features';
import { openPageClock } from './page-clock';
import { readFeatures } from './read-features';
import { openMainWindow } from './window/main-window';
import { devServerOf, pageUrl } from './window/page-url';

/** How soon it is noticed that the folder was taken over. */
const LOOK_AT_LOCK_MS = 5_000;

const { isPackaged } = app;
const environment = environmentOf(isPackaged, process.env);
const devServer = devServerOf(isPackaged, process.env);
const built = join(import.meta.dirname, '..');

// SECURITY P3: asked before the sandbox is enabled, which takes the switch that forbids it off the command line.
const forbidden = forbiddenSwitch(isPackaged, (name) => app.commandLine.hasSwitch(name));

app.setName('Rekey');
app.setPath('userData', environment.userData ?? join(app.getPath('appData'), 'Rekey'));
// SECURITY S4: before the app is ready, or it comes too late. Chromium cannot sandbox what root starts, and then needs to
// be told so by a switch, which a packaged app refuses.
if (isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerScheme(protocol);
confine(app);

const userData = app.getPath('userData');
const log = openLog(join(userData, 'logs'));
endOnUncaught(
  process,
  (name) => log({ event: 'uncaught', name }),
  () => {
    app.exit(1);
  },
);

let window: BrowserWindow | undefined;
const clock = systemClock(environment.now);
const pageClock = openPageClock(
  announceTo(() => window?.webContents),
  clock,
);
const { announce } = pageClock;
const reminding = new AbortController();
let sayDrawn: () => void = () => undefined;
const drawn = new Promise<void>((resolve) => {
  sayDrawn = resolve;
});
const showWindow = () => {
  window?.restore();
  window?.show();
  window?.focus();
};

/** Lets go of the folder at the end, and ends at once where a person at another computer took it over. */
const keepFolder = (lock: FolderLock) => {
  app.on('quit', lock.release);
  setInterval(() => {
    void lock.lostTo().then((holder) => {
      if (holder === undefined) return;
      dialog.showErrorBox(
        'Rekey has ended',
        `Somebody took over its folder on ${holder.host}. What was under way goes on there.`,
      );
      app.exit(1);
    });
  }, LOOK_AT_LOCK_MS).unref();
};

// Not awaited: the app becomes ready only once this file has been run to its end.
/** Ends this start where another one may find the keyring; what comes after it never runs then. */
const nameKeyring = (): Promise<void> => {
  const backend = process.platform === 'linux' ? safeStorage.getSelectedStorageBackend() : undefined;
  const hasStoreSwitch = app.commandLine.hasSwitch(STORE_SWITCH);
  if (!shouldNameKeyring({ platform: process.platform, isPackaged, backend, hasStoreSwitch }))
    return Promise.resolve();
  app.relaunch(restartOptions(process.argv, process.env['APPIMAGE']));
  app.exit(0);
  return new Promise(() => undefined);
};

let refusal: StartRefusal | undefined;
void boot<Session, Opened>({
  refuseForbiddenSwitches: () => {
    if (forbidden !== undefined) refusal = { kind: 'forbidden-switch', name: forbidden };
    return forbidden !== undefined;
  },
  isOnlyInstance: () => {
    const isOnly = app.requestSingleInstanceLock();
    if (!isOnly) refusal = { kind: 'second-instance' };
    return isOnly;
  },
  isReady: () => app.whenReady().then(nameKeyring),
  holdFolder: async () => {
    const hold = await holdFolder({
      dialog,
      lock: async (takeOver) => {
        const self = await ownProcessId();
        return lockFolder(userData, { self, now: Date.now, startOf: processStartOf }, takeOver);
      },
    });
    if (hold === 'refused') return false;
    if (hold !== 'unlocked') keepFolder(hold);
    return true;
  },
  lockDownSession: () => {
    const page = session.fromPartition('page', { cache: false }); // SECURITY P1: in memory, without a cache.
    lockDown(page, devServer);
    return page;
  },
  serveBundle: (page) => {
    const served = serveBundle(page, join(built, 'renderer'));
    return devServer === undefined ? served : Promise.resolve();
  },
  guardCalls: (opened) => {
    const trusts = (event: Parameters<typeof isOwnTopFrame>[0]) => isOwnTopFrame(event, devServer);
    serve(ipcMain, opened, trusts, (channel, why) => {
      void log({ event: 'refused', channel, why });
    });
  },
  openWindow: async (page, opened) => {
    window = await openMainWindow({
      isPackaged,
      preload: join(built, 'preload', 'preload.cjs'),
      session: page,
      url: pageUrl(devServer),
      places: opened.then(({ places }) => places),
      runCommand: (id) => {
        announce('menu:command', id);
      },
    });
  },
  compose: async () => {
    const { openFeatures } = await readFeatures();
    return openFeatures({
      version,
      isPackaged,
      userData,
      app,
      clipboard,
      dialog,
      ipc: ipcMain,
      cipher: keychainCipher(safeStorage, process.platform),
      clock,
      announce,
      openLink: openLinkWith(shell),
      window: () => window,
      drawn: sayDrawn,
      showWindow,
    });
  },
  isDrawn: () => drawn,
  unlock: async ({ core: { connections, rotation, ledger, reminders } }) => {
    void pageClock.run(reminding.signal);
    // A computer that slept, or whose clock was set meanwhile, is some minutes or days further at once.
    powerMonitor.on('resume', pageClock.tell);
    app.on('browser-window-focus', pageClock.tell);
    void log({ event: 'started', version, electron: process.versions.electron });
    await connections.unlock();
    await rotation.recover();
    await ledger.state();
    void reminders.run(reminding.signal);
  },
}).then(async (isStarted) => {
  if (isStarted) return;
  if (refusal !== undefined) await sayRefusal(refusal, { app, dialog, stderr: process.stderr });
  app.exit(refusal?.kind === 'forbidden-switch' ? 1 : 0);
});

// SECURITY X12: a second instance only brings this one to the front; what it was started with is not looked at.
app.on('second-instance', showWindow);
app.on('will-quit', () => {
  reminding.abort();
});
app.on('window-all-closed', () => {
  app.quit();
});
app.on('render-process-gone', (_event, contents, { reason }) => {
  const isOwn = contents === window?.webContents;
  void log({ event: 'page-gone', reason }).finally(() => {
    // What is printed in a hidden window is no page: that it cannot be printed is said.
    if (reason !== 'clean-exit' && isOwn) app.exit(1); // SECURITY X10
  });
});
