import { BrowserWindow, Menu, nativeTheme, screen, type Session } from 'electron';

import type { WindowPlace } from '../settings/settings';
import { applicationMenu } from './application-menu';
import { windowPreferences } from './preferences';
import { placeOnScreen } from './window-place';

export interface WindowOptions {
  readonly isPackaged: boolean;
  readonly preload: string;
  readonly session: Session;
  readonly url: string;
  readonly place: WindowPlace | undefined;
  readonly remember: (place: WindowPlace) => void;
}

const LIGHT = '#fcfcfd';
const DARK = '#111113';

/** Opens the one window, where it was last, and shows it when there is something to see. */
export async function openMainWindow(options: WindowOptions): Promise<BrowserWindow> {
  const { isPackaged, preload, session, url, place, remember } = options;
  Menu.setApplicationMenu(Menu.buildFromTemplate(applicationMenu(isPackaged, process.platform)));
  const window = new BrowserWindow({
    ...placeOnScreen(place, screen.getPrimaryDisplay().workAreaSize),
    title: 'Rekey',
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? DARK : LIGHT,
    autoHideMenuBar: true,
    webPreferences: windowPreferences({ isPackaged, preload, session }),
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  window.on('close', () => {
    remember({ ...window.getNormalBounds(), isMaximised: window.isMaximized() });
  });
  if (place?.isMaximised === true) window.maximize();
  await window.loadURL(url);
  return window;
}
