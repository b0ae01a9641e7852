import type { ElectronApplication } from 'playwright/test';

/** From now on, main's dialogs for files are answered with this path. */
export const chooseInDialogs = (app: ElectronApplication, path: string): Promise<void> =>
  app.evaluate(({ dialog }, chosen) => {
    Reflect.set(dialog, 'showOpenDialog', () => Promise.resolve({ canceled: false, filePaths: [chosen] }));
  }, path);
