import type { ElectronApplication } from 'playwright/test';

/** From now on main's dialogs for folders and files are answered without a person. */
export async function choosePlaces(
  app: ElectronApplication,
  places: { readonly folder: string; readonly file?: string },
): Promise<void> {
  await app.evaluate(({ dialog }, { folder, file }) => {
    Reflect.set(dialog, 'showOpenDialog', () => Promise.resolve({ canceled: false, filePaths: [folder] }));
    Reflect.set(dialog, 'showSaveDialog', () =>
      Promise.resolve({ canceled: file === undefined, filePath: file ?? '' }),
    );
  }, places);
}
