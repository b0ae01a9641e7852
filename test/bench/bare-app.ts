import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a page is that has nothing to do. */
export const READY = '<!doctype html><title>bare</title><p>ready</p>';

/** Writes the least that a window can be: sandboxed, one file, shown when there is something to see. Answers with its main. */
export async function writeBareApp(folder: string, html = READY): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.html'), html);
  await writeFile(
    join(folder, 'main.mjs'),
    `import { app, BrowserWindow } from 'electron';
app.setPath('userData', process.env.REKEY_USER_DATA);
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1280, height: 800, show: false });
  window.once('ready-to-show', () => window.show());
  window.loadFile(${JSON.stringify(join(folder, 'index.html'))});
});
app.on('window-all-closed', () => app.quit());
`,
  );
  return join(folder, 'main.mjs');
}
