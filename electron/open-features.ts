import {
  nativeImage,
  Notification,
  session,
  type App,
  type BrowserWindow,
  type Clipboard,
  type Dialog,
  type IpcMain,
} from 'electron';

import { calls } from '../shared/ipc/contract';
import type { Clock } from './clock';
import { compose } from './compose';
import type { Core } from './core';
import type { Cipher } from './credentials/cipher';
import { openBadge } from './desktop/badge-count';
import { choosePath } from './desktop/choose-path';
import { openSecretClipboard } from './desktop/clipboard';
import type { OpenLink } from './desktop/external-links';
import { holdQuit } from './desktop/hold-quit';
import {
  CALENDAR_FILE,
  KEY_FILE,
  ledgerFile,
  nameFile,
  PLAN_FILE,
  POLICY_FILE,
  VIEW_FILE,
} from './desktop/name-file';
import { printPdfWith } from './desktop/print-pdf';
import { lockDown } from './hardening/lock-down-session';
import { PRINT_ORIGIN } from './hardening/scheme';
import { openNotifier } from './desktop/notifications';
import { nameOfUser } from './desktop/name-of-user';
import { askNatively } from './desktop/native-dialogs';
import { featuresOf } from './features';
import type { Announce } from './ipc/announce';
import { handlersFor } from './ipc/handlers';
import type { Answers } from './ipc/serve';
import { electronFetch } from './platform/electron-fetch';
import type { NativeQuestion } from './rotation/native-question';
import { openSettings } from './settings/settings';
import type { WindowPlaces } from './window/main-window';

/** What the features need of the app that is starting. */
export interface Ground {
  readonly version: string;
  readonly isPackaged: boolean;
  readonly userData: string;
  readonly app: App;
  readonly clipboard: Clipboard;
  readonly dialog: Dialog;
  readonly ipc: IpcMain;
  readonly cipher: Cipher;
  readonly clock: Clock;
  readonly announce: Announce;
  readonly openLink: OpenLink;
  /** Nothing until there is one. */
  readonly window: () => BrowserWindow | undefined;
  /** Called when the page can be seen. */
  readonly drawn: () => void;
  /** Brings the window to the front. */
  readonly showWindow: () => void;
}

/** Everything behind the gates. */
export interface Opened extends Answers {
  readonly core: Core;
  readonly places: WindowPlaces;
}

/** What takes the progress off the dock or taskbar. */
const NO_PROGRESS = -1;

/** Puts the features together and joins them to the desktop. Nothing of this is needed to show a window. */
export async function openFeatures(ground: Ground): Promise<Opened> {
  const { app, clipboard, dialog, ipc, userData, cipher, clock, announce, window, showWindow } = ground;
  const confirmNatively = (question: NativeQuestion) => askNatively(dialog, window(), question);
  const settings = openSettings(userData, ipc);
  const secretClipboard = openSecretClipboard(clipboard, clock.wait, () => {
    announce('handover:clipboard-cleared', null);
  });
  const core = await compose({
    userData,
    cipher,
    fetch: electronFetch((partition) => session.fromPartition(partition, { cache: false })),
    clock,
    announce,
    confirmNatively,
    targetStore: { all: settings.targets, keep: settings.keepTargets },
    osUser: nameOfUser(),
    printPdf: printPdfWith(() => {
      const print = session.fromPartition('print', { cache: false });
      lockDown(print, undefined, PRINT_ORIGIN);
      return print;
    }),
    version: ground.version,
    notifier: openNotifier(Notification, () => {
      showWindow();
      announce('reminders:open', null);
    }),
    showBadge: openBadge({
      app,
      window,
      platform: process.platform,
      imageOf: (pixels, size) => nativeImage.createFromBitmap(pixels, size),
    }),
    showProgress: (fraction) => window()?.setProgressBar(fraction ?? NO_PROGRESS),
  });
  const features = featuresOf(core, {
    ...ground,
    keychain: cipher.strength,
    confirmNatively,
    clipboard: secretClipboard,
    chooseExecutable: () => choosePath(dialog, window(), 'executable'),
    chooseFolder: () => choosePath(dialog, window(), 'folder'),
    chooseViewFile: () => choosePath(dialog, window(), 'view-file'),
    nameLedgerFile: (head) => nameFile(dialog, window(), ledgerFile(head)),
    chooseFoundFile: () => choosePath(dialog, window(), 'found-file'),
    chooseScanFolder: () => choosePath(dialog, window(), 'scan-folder'),
    copyText: async (text) => {
      // By promise since Electron 44.
      await Promise.resolve(clipboard.writeText(text));
    },
    chooseAuditLog: () => choosePath(dialog, window(), 'audit-log'),
    chooseRegister: () => choosePath(dialog, window(), 'register'),
    chooseReportFolder: () => choosePath(dialog, window(), 'report-folder'),
    nameKeyFile: () => nameFile(dialog, window(), KEY_FILE),
    namePlanFile: () => nameFile(dialog, window(), PLAN_FILE),
    nameCalendarFile: () => nameFile(dialog, window(), CALENDAR_FILE),
    nameViewFile: () => nameFile(dialog, window(), VIEW_FILE),
    choosePolicyFile: () => choosePath(dialog, window(), 'policy-file'),
    namePolicyFile: () => nameFile(dialog, window(), POLICY_FILE),
    page: settings.page,
    editField: (deed) => {
      window()?.webContents[deed]();
    },
    protectScreen: (isOn) => {
      window()?.setContentProtection(isOn);
    },
  });
  holdQuit(app, {
    confirmNatively,
    valuesInMemoryOnly: core.rotation.valuesInMemoryOnly,
    settle: () => Promise.all([secretClipboard.clearNow(), core.ledger.idle()]),
    wait: clock.wait,
  });
  return {
    core,
    calls,
    handlers: handlersFor(features),
    places: { last: settings.windowPlace(), remember: settings.rememberWindow },
  };
}
