import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { Readable } from 'node:stream';

import { app, BrowserWindow, protocol } from 'electron';

/** The peer's page, where the bench was bundled to. */
const PAGE = join(import.meta.dirname, '..', 'peer');
const ROWS = process.env['REKEY_PEER_ROWS'] ?? '';
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

app.setPath('userData', process.env['REKEY_USER_DATA'] ?? '');
protocol.registerSchemesAsPrivileged([
  { scheme: 'peer', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

// The rows are streamed, so that the main process keeps nothing of them.
async function answer({ url }: Request): Promise<Response> {
  const name = basename(new URL(url).pathname);
  if (name === 'rows.json') return new Response(Readable.toWeb(createReadStream(ROWS)) as ReadableStream);
  const folder = name === 'index.html' ? PAGE : join(PAGE, 'assets');
  const headers = { 'content-type': TYPES[extname(name)] ?? '' };
  return new Response(new Uint8Array(await readFile(join(folder, name))), { headers });
}

// Not awaited: the app becomes ready only once this file has been run to its end.
void app.whenReady().then(() => {
  protocol.handle('peer', answer);
  const window = new BrowserWindow({ width: 1_280, height: 800, show: false });
  window.once('ready-to-show', () => {
    window.show();
  });
  return window.loadURL('peer://page/index.html');
});
app.on('window-all-closed', () => {
  app.quit();
});
