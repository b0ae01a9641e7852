import { BrowserWindow, Menu, nativeTheme, screen, type Session, type WebContents } from 'electron';

import type { AppCommandId } from '../../shared/domain/app-command';
import type { WindowPlace } from '../settings/preferences';
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
  /** Where windows are remembered; the window is loaded meanwhile, and shown when both are there. */
  readonly places: Promise<WindowPlaces>;
  /** Tells the page of a command that was chosen in the menu. */
  readonly runCommand: (id: AppCommandId) => void;
}

/** Where the window was last. */
export interface WindowPlaces {
  readonly last: WindowPlace | undefined;
  readonly remember: (place: WindowPlace) => void;
}

const LIGHT = '#fcfcfd';
const DARK = '#111113';

/** Opens the one window, and shows it where it was last and as large as its page was. Answers when its page is loaded. */
export async function openMainWindow(options: WindowOptions): Promise<BrowserWindow> {
  const { isPackaged, preload, session, url, places, runCommand } = options;
  const window = new BrowserWindow({
    ...placeOnScreen(undefined, screen.getPrimaryDisplay().workAreaSize),
    title: 'Rekey',
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? DARK : LIGHT,
    autoHideMenuBar: true,
    webPreferences: windowPreferences({ isPackaged, preload, session }),
  });
  const contents = window.webContents;
  const loaded = window.loadURL(url);
  void showInPlace(window, places);
  const zoom = (to: Zoom) => {
    zoomPage(contents, to);
  };
  const menu = applicationMenu({ isPackaged, platform: process.platform, runCommand, zoom });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menu));
  contents.on('zoom-changed', (_event, direction) => {
    zoom(direction);
  });
  window.on('page-title-updated', (event) => {
    event.preventDefault();
  });
  window.on('close', () => {
    const place = {
      ...window.getNormalBounds(),
      isMaximised: window.isMaximized(),
      zoom: clampZoom(contents.getZoomFactor()),
    };
    void places.then(({ remember }) => {
      remember(place);
    });
  });
  await loaded;
  return window;
}

/** Shows the window where it was last, when it has something to show. */
async function showInPlace(window: BrowserWindow, places: Promise<WindowPlaces>): Promise<void> {
  const ready = new Promise<void>((resolve) => {
    window.once('ready-to-show', resolve);
  });
  const [{ last }] = await Promise.all([places, ready]);
  if (window.isDestroyed()) return;
  if (last !== undefined) {
    window.setBounds(placeOnScreen(last, screen.getPrimaryDisplay().workAreaSize));
    window.webContents.setZoomFactor(clampZoom(last.zoom));
    if (last.isMaximised) window.maximize();
  }
  window.show();
}

function zoomPage(contents: WebContents, to: Zoom): void {
  contents.setZoomFactor(to === 'reset' ? 1 : zoomFrom(contents.getZoomFactor(), to));
}
