import { expect, type ElectronApplication, type Page } from 'playwright/test';

/** From now on main's own dialog for files and folders answers with this path, without a person. */
export async function choosePaths(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    Reflect.set(dialog, 'showOpenDialog', () => Promise.resolve({ canceled: false, filePaths: [chosen] }));
  }, path);
}

/** From now on main's own dialog that asks where a file goes answers with this path, without a person. */
export async function nameFiles(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    Reflect.set(dialog, 'showSaveDialog', () => Promise.resolve({ canceled: false, filePath }));
  }, path);
}

/** Sets a command up in Settings, as a person would. */
export async function setUpCommand(
  { app, page }: { readonly app: ElectronApplication; readonly page: Page },
  command: { readonly name: string; readonly program: string; readonly args: readonly string[] },
): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Add a command' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a command' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(command.name);
  await choosePaths(app, command.program);
  await dialog.getByRole('button', { name: 'Choose a program …' }).click();
  await expect(dialog.getByText(command.program)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Arguments' }).fill(command.args.join('\n'));
  await dialog.getByRole('button', { name: 'Keep …' }).click();
  await expect(dialog).toHaveCount(0);
}

/** Sets an encrypted folder up in Settings, as a person would. */
export async function setUpFolder(
  { app, page }: { readonly app: ElectronApplication; readonly page: Page },
  folder: { readonly name: string; readonly path: string; readonly recipients: readonly string[] },
): Promise<void> {
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('button', { name: 'Add an encrypted folder' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add an encrypted folder' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill(folder.name);
  await choosePaths(app, folder.path);
  await dialog.getByRole('button', { name: 'Choose a folder …' }).click();
  await expect(dialog.getByText(folder.path)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Recipients' }).fill(folder.recipients.join('\n'));
  await dialog.getByRole('button', { name: 'Keep …' }).click();
  await expect(dialog).toHaveCount(0);
}
