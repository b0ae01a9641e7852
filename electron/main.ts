import { join } from 'node:path';

import {
  app,
  clipboard,
  dialog,
  ipcMain,
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
import { compose, type Core } from './compose';
import { keychainCipher } from './credentials/cipher';
import { openSecretClipboard } from './desktop/clipboard';
import { chooseExecutable, chooseFolder, chooseTable, chooseViewFile } from './desktop/choose-path';
import { openLinkWith } from './desktop/external-links';
import { holdQuit } from './desktop/hold-quit';
import { openLog } from './desktop/log';
import { askNatively } from './desktop/native-dialogs';
import { nameFile, VIEW_FILE } from './desktop/name-file';
import { netFetch } from './desktop/net-fetch';
import { environmentOf } from './environment';
import { featuresOf } from './features';
import { serveBundle } from './hardening/app-protocol';
import { confine } from './hardening/confine';
import { endOnUncaught } from './hardening/end-on-uncaught';
import { forbiddenSwitch } from './hardening/forbidden-switches';
import { lockDown } from './hardening/lock-down-session';
import { registerScheme } from './hardening/scheme';
import { announceTo } from './ipc/announce';
import { handlersFor } from './ipc/handlers';
import { serve } from './ipc/serve';
import { isOwnTopFrame } from './ipc/trust-sender';
import type { NativeQuestion } from './rotation/native-question';
import { openSettings } from './settings/settings';
import { openMainWindow } from './window/main-window';
import { devServerOf, pageUrl } from './window/page-url';

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
  (name) => {
    log({ event: 'uncaught', name });
  },
  () => {
    app.exit(1);
  },
);

let window: BrowserWindow | undefined;
/** What takes the progress off the dock or taskbar. */
const NO_PROGRESS = -1;
const clock = systemClock(environment.now);
const announce = announceTo(() => window?.webContents);
const confirmNatively = (question: NativeQuestion) => askNatively(dialog, window, question);
const cipher = keychainCipher(safeStorage, process.platform);
const settings = openSettings(userData, ipcMain);
const secretClipboard = openSecretClipboard(clipboard, clock.wait, () => {
  announce('handover:clipboard-cleared', null);
});

// Not awaited: the app becomes ready only once this file has been run to its end.
void boot<Session, Core>({
  refuseForbiddenSwitches: () => forbidden !== undefined,
  isOnlyInstance: () => app.requestSingleInstanceLock(),
  isReady: () => app.whenReady(),
  lockDownSession: () => {
    const page = session.fromPartition('page', { cache: false }); // SECURITY P1: in memory, without a cache.
    lockDown(page, devServer);
    return page;
  },
  serveBundle: (page) => {
    serveBundle(page, join(built, 'renderer'));
  },
  compose: () => {
    const fetch = netFetch(session.fromPartition('circleci', { cache: false }));
    return compose({
      userData,
      cipher,
      fetch,
      clock,
      announce,
      confirmNatively,
      targetStore: { all: settings.targets, keep: settings.keepTargets },
      showProgress: (fraction) => window?.setProgressBar(fraction ?? NO_PROGRESS),
    });
  },
  serveCalls: (core) => {
    const features = featuresOf(core, {
      version,
      isPackaged,
      clock,
      keychain: cipher.strength,
      confirmNatively,
      clipboard: secretClipboard,
      chooseExecutable: () => chooseExecutable(dialog, window),
      chooseFolder: () => chooseFolder(dialog, window),
      chooseAuditLog: () => chooseTable(dialog, window, 'audit-log'),
      chooseRegister: () => chooseTable(dialog, window, 'register'),
      chooseViewFile: () => chooseViewFile(dialog, window),
      nameViewFile: () => nameFile(dialog, window, VIEW_FILE),
      page: settings.page,
      editField: (deed) => {
        window?.webContents[deed]();
      },
      protectScreen: (isOn) => {
        window?.setContentProtection(isOn);
      },
      openLink: openLinkWith(shell),
    });
    const trusts = (event: Parameters<typeof isOwnTopFrame>[0]) => isOwnTopFrame(event, devServer);
    serve(ipcMain, handlersFor(features), trusts, (channel, why) => {
      log({ event: 'refused', channel, why });
    });
    const { valuesInMemoryOnly } = core.rotation;
    holdQuit(app, {
      confirmNatively,
      valuesInMemoryOnly,
      clearClipboard: secretClipboard.clearNow,
      wait: clock.wait,
    });
  },
  openWindow: async (page) => {
    window = await openMainWindow({
      isPackaged,
      preload: join(built, 'preload', 'preload.cjs'),
      session: page,
      url: pageUrl(devServer),
      place: settings.windowPlace(),
      remember: settings.rememberWindow,
      runCommand: (id) => {
        announce('menu:command', id);
      },
    });
  },
  unlock: async ({ connections, rotation }) => {
    await connections.unlock();
    await rotation.recover();
  },
}).then((isStarted) => {
  if (!isStarted) app.exit(0);
});

// SECURITY X12: a second instance only brings this one to the front; what it was started with is not looked at.
app.on('second-instance', () => {
  window?.restore();
  window?.focus();
});
app.on('window-all-closed', () => {
  app.quit();
});
app.on('render-process-gone', (_event, _contents, { reason }) => {
  log({ event: 'page-gone', reason });
  if (reason !== 'clean-exit') app.exit(1); // SECURITY X10
});
log({ event: 'started', version, electron: process.versions.electron });
