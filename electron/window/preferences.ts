import type { Session, WebPreferences } from 'electron';

export interface PreferenceFacts {
  readonly isPackaged: boolean;
  readonly preload: string;
  readonly session: Session;
}

/** What the one window's page may do, as data. Everything that is not here is Electron's default. */
export const windowPreferences = ({ isPackaged, preload, session }: PreferenceFacts): WebPreferences => ({
  preload,
  session,
  contextIsolation: true, // SECURITY S3
  sandbox: true, // SECURITY S4
  nodeIntegration: false, // SECURITY S2
  nodeIntegrationInWorker: false, // SECURITY S2
  nodeIntegrationInSubFrames: false, // SECURITY S2, S17: the preload stays out of child frames.
  disableBlinkFeatures: 'Auxclick', // SECURITY E1
  navigateOnDragDrop: false, // SECURITY S13: a file that is dropped onto the window is not opened.
  spellcheck: false, // SECURITY X16
  devTools: !isPackaged, // SECURITY P2
});
