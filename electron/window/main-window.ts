import { BrowserWindow, Menu, nativeTheme, screen, type Session, type WebContents } from 'electron';

import type { AppCommandId } from '../../shared/domain/app-command';
import type { WindowPlace } from '../settings/settings';
import { applicationMenu } from './application-menu';
import { windowPreferences } from './preferences';
import type { Zoom } from './view-menu';
import { placeOnScreen } from './window-place';
import { clampZoom, zoomFrom } from './zoom';

export interface WindowOptions {
  readonly isPackaged: boolean;
  readonly preload: string;
  readonly session: Session;
  readonly url: string;
  readonly place: WindowPlace | undefined;
  readonly remember: (place: WindowPlace) => void;
  /** Tells the page of a command that was chosen in the menu. */
  readonly runCommand: (id: AppCommandId) => void;
}

const LIGHT = '#fcfcfd';
const DARK = '#111113';

/** Opens the one window, where it was last and as large as its page was, and shows it when there is something to see. */
export async function openMainWindow(options: WindowOptions): Promise<BrowserWindow> {
  const { isPackaged, preload, session, url, place, remember, runCommand } = options;
  const window = new BrowserWindow({
    ...placeOnScreen(place, screen.getPrimaryDisplay().workAreaSize),
    title: 'Rekey',
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? DARK : LIGHT,
    autoHideMenuBar: true,
    webPreferences: {
      ...windowPreferences({ isPackaged, preload, session }),
      zoomFactor: clampZoom(place?.zoom),
    },
  });
  const contents = window.webContents;
  const zoom = (to: Zoom) => {
    zoomPage(contents, to);
  };
  const menu = applicationMenu({ isPackaged, platform: process.platform, runCommand, zoom });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
  contents.on('zoom-changed', (_event, direction) => {
    zoom(direction);
  });
  window.once('ready-to-show', () => {
    window.show();
  });
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  window.on('close', () => {
    remember({
      ...window.getNormalBounds(),
      isMaximised: window.isMaximized(),
      zoom: clampZoom(contents.getZoomFactor()),
    });
  });
  if (place?.isMaximised === true) window.maximize();
  await window.loadURL(url);
  return window;
}

function zoomPage(contents: WebContents, to: Zoom): void {
  contents.setZoomFactor(to === 'reset' ? 1 : zoomFrom(contents.getZoomFactor(), to));
}
