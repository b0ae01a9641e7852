import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { environmentOf } from '../../../electron/environment';
import { bundleIn } from '../../../electron/hardening/app-protocol';
import { forbiddenSwitch } from '../../../electron/hardening/forbidden-switches';
import { mayLoad } from '../../../electron/hardening/lock-down-session';
import { isOwnTopFrame } from '../../../electron/ipc/trust-sender';
import { applicationMenu } from '../../../electron/window/application-menu';
import { devServerOf, pageUrl } from '../../../electron/window/page-url';
import { windowPreferences } from '../../../electron/window/preferences';
import { tempFolder } from '../../support/temp-folder';

describe('S17: a caller', () => {
  const frame = { parent: null, origin: 'app://bundle', url: 'app://bundle/index.html' };
  const trusts = (said: object | null) =>
    isOwnTopFrame({ senderFrame: said && { ...frame, ...said } } as never);

  test('that is the top frame of our own page is trusted', () => {
    expect(trusts({})).toBe(true);
  });

  test.each<[string, object | null]>([
    ['is a child frame', { parent: {} }],
    ['is an empty child, which has our origin', { parent: {}, url: 'about:blank' }],
    ['is a window opened to about:blank', { url: 'about:blank' }],
    ['is of another origin', { origin: 'https://example.com', url: 'https://example.com/' }],
    ['only looks like our origin', { origin: 'app://bundle.example.com', url: 'app://bundle.example.com/' }],
    ['is gone', null],
  ])('that %s is not', (_what, said) => {
    expect(trusts(said)).toBe(false);
  });
});

describe('S18: the bundle', () => {
  test('answers for its own files and for nothing else', async () => {
    const folder = await tempFolder();
    await mkdir(join(folder, 'assets'));
    await writeFile(join(folder, 'index.html'), '<html></html>');
    await writeFile(join(folder, 'assets', 'page.js'), '1');
    await writeFile(join(folder, 'notes.txt'), 'not served');
    const answer = bundleIn(folder);
    const served = await answer('app://bundle/index.html');
    expect(served.statusCode).toBe(200);
    expect(served.data.toString()).toBe('<html></html>');
    expect(served.headers['content-security-policy']).toContain("default-src 'none'");
    const script = await answer('app://bundle/assets/page.js');
    expect(script.headers['content-type']).toContain('text/javascript');
    for (const url of [
      'app://bundle/',
      'app://bundle/notes.txt',
      'app://bundle/assets/../index.html',
      'app://bundle/assets/%2e%2e/index.html',
      'app://bundle/..%2findex.html',
      'app://bundle//index.html',
      'app://other/index.html',
      'app://bundle/index.html?x',
      'app://bundle/etc/passwd',
    ])
      expect((await answer(url)).statusCode, url).toBe(404);
  });
});

test('S7: a page may load its own files, and those of a development server only while there is one', () => {
  expect(mayLoad('app://bundle/index.html')).toBe(true);
  expect(mayLoad('app://bundle.example.com/')).toBe(false);
  expect(mayLoad('https://example.com/')).toBe(false);
  expect(mayLoad('http://127.0.0.1:5173/x', 'http://127.0.0.1:5173')).toBe(true);
  expect(mayLoad('http://127.0.0.1:51730/x', 'http://127.0.0.1:5173')).toBe(false);
});

test('S2, S3, S4, S13, E1, P2, X16: the page has no power, and a packaged one no tools', () => {
  const session = {} as never;
  const packaged = windowPreferences({ isPackaged: true, preload: 'preload.cjs', session });
  expect(packaged).toMatchObject({
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    disableBlinkFeatures: 'Auxclick',
    navigateOnDragDrop: false,
    spellcheck: false,
    devTools: false,
  });
  const deaf = { runCommand: () => undefined, zoom: () => undefined };
  for (const platform of ['linux', 'darwin', 'win32'] as const) {
    const roles = JSON.stringify(applicationMenu({ isPackaged: true, platform, ...deaf }));
    for (const role of ['reload', 'toggleDevTools', 'forceReload', 'print'])
      expect(roles).not.toContain(role);
  }
});

test('X17: a packaged app listens to none of what its environment says', () => {
  const said = {
    ELECTRON_RENDERER_URL: 'http://127.0.0.1:1',
    REKEY_USER_DATA: '/x',
    REKEY_NOW: '2020-01-01T00:00:00Z',
  };
  expect(devServerOf(true, said)).toBeUndefined();
  expect(devServerOf(false, said)).toBe('http://127.0.0.1:1');
  expect(pageUrl(undefined)).toBe('app://bundle/index.html');
  expect(environmentOf(true, said)).toEqual({});
  expect(environmentOf(false, said)).toEqual({ userData: '/x', now: Date.UTC(2020, 0) });
  expect(environmentOf(false, { REKEY_NOW: 'soon' })).toEqual({});
});

test('P3: a packaged app started with a switch that opens it up says which', () => {
  const started = (name: string) => forbiddenSwitch(true, (asked) => asked === name);
  for (const name of ['remote-debugging-port', 'no-sandbox', 'inspect', 'js-flags', 'host-resolver-rules']) {
    expect(started(name)).toBe(name);
  }
  expect(started('force-dark-mode')).toBeUndefined();
  expect(forbiddenSwitch(false, () => true)).toBeUndefined();
});
