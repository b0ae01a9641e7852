import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { sourceFiles, specifiersOf } from './source';

/** What never stands in the source, by the number of the assertion that forbids it. */
const BANNED: readonly (readonly [string, RegExp])[] = [
  ['S1: no address in the clear', /http:\/\/(?!127\.0\.0\.1|example\.invalid)/],
  ['S6: web security is not touched', /webSecurity/],
  ['S8: no insecure content', /allowRunningInsecureContent/],
  ['S9, S10: no experimental features', /experimentalFeatures|enableBlinkFeatures/],
  ['S11: no webview tag', /webviewTag/],
  ['S18: no file protocol', /loadFile|file:\/\//],
  [
    'E2: certificates are not touched',
    /(?<!ignore-)certificate-error|setCertificateVerifyProc|rejectUnauthorized|NODE_TLS_REJECT/,
  ],
  ['E3: no switches are appended', /appendSwitch|appendArgument/],
  [
    'E4: no code from text',
    /\beval\(|new Function\b|executeJavaScript|insertCSS|innerHTML|outerHTML|document\.write|dangerouslySetInnerHTML/,
  ],
  ['E4: no timer of text', /\bset(?:Timeout|Interval|Immediate)\(\s*['"`]/],
  [
    'E6: the scheme has no further privileges',
    /bypassCSP|corsEnabled|allowServiceWorkers|setAsDefaultProtocolClient|open-url/,
  ],
  ['E7: warnings are not silenced', /ELECTRON_DISABLE_SECURITY_WARNINGS/],
  ['E8: no remote module', /@electron\/remote|enableRemoteModule|\baffinity\b/],
  ['S20: no synchronous or raw messages', /sendSync|sendToHost/],
  ['X5: no pretended encryption', /encryptionKey|initRenderer/],
  ['X10: no crash reporter', /crashReporter/],
  ['no secret in an address', /circle-token=/],
];

test.each(BANNED)('SECURITY %s', (_rule, pattern) => {
  expect(sourceFiles.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
});

test('each of these rules can fail', () => {
  const guilty = [
    'http://circleci.com',
    'webSecurity: false',
    'allowRunningInsecureContent',
    'enableBlinkFeatures',
    'webviewTag',
    'loadFile(x)',
    'rejectUnauthorized',
    'appendSwitch(x)',
    'eval(x)',
    'setTimeout(`x()`, 1)',
    'bypassCSP',
    'ELECTRON_DISABLE_SECURITY_WARNINGS',
    '@electron/remote',
    'sendSync',
    'encryptionKey',
    'crashReporter',
    '?circle-token=x',
  ];
  expect(guilty.map((text, index) => BANNED[index]?.[1].test(text))).toEqual(guilty.map(() => true));
});

const TEST_FILES = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `test/${name}`);

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Record<string, string>;
  readonly dependencies: Record<string, string>;
  readonly devDependencies: Record<string, string>;
};

test('SECURITY S16: every dependency, Electron first, is pinned exactly', () => {
  const ranges = Object.values({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(ranges.filter((range) => !/^(?:npm:[a-z]+@)?\d+\.\d+\.\d+$/.test(range))).toEqual([]);
});

test('SECURITY X19: what is shipped is on this list, nothing is run while it is installed, and no address is recorded', () => {
  expect(Object.keys(manifest.dependencies)).toEqual([
    '@fontsource-variable/inter',
    '@radix-ui/colors',
    '@tanstack/react-virtual',
    'age-encryption',
    'date-fns',
    'electron-log',
    'electron-store',
    'ics',
    'lucide-react',
    'papaparse',
    'react',
    'react-dom',
    'react-is',
    'recharts',
    'zod',
    'zustand',
  ]);
  const npmrc = readFileSync('.npmrc', 'utf8');
  expect(npmrc).toContain('ignore-scripts=true');
  expect(npmrc).toContain('omit-lockfile-registry-resolved=true');
  expect(readFileSync('package-lock.json', 'utf8')).not.toContain('"resolved"');
});

test('SECURITY E7: no test and no script silences what Electron warns of', () => {
  const silenced = ['ELECTRON', 'DISABLE', 'SECURITY', 'WARNINGS'].join('_');
  const own = 'test/architecture/banned.test.ts';
  const others = ['test', 'scripts', '.ci', '.github'].flatMap((folder) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).replaceAll('\\', '/')),
  );
  const silencing = [...others, 'package.json'].filter((path) =>
    readFileSync(path, 'utf8').includes(silenced),
  );
  expect(silencing).toEqual([own]);
});

test('SECURITY E5: the preload asks for electron and for names that both sides share, and for nothing else', () => {
  const preload = sourceFiles.filter(({ path }) => path.startsWith('electron/preload/'));
  expect(preload.flatMap(({ text }) => specifiersOf(text)).sort()).toEqual([
    '../../shared/ipc/channel-names',
    'electron',
  ]);
});

test('SECURITY E3: no script starts the app with its guards down', () => {
  const unsafe = /--ignore-certificate-errors|--disable-web-security|--no-sandbox/;
  expect(Object.values(manifest.scripts).filter((script) => unsafe.test(script))).toEqual([]);
});

test('every number in a SECURITY comment has a test that names it', () => {
  const numbers = new Set(
    sourceFiles.flatMap(({ text }) =>
      [...text.matchAll(/SECURITY ((?:[SEPX]\d+(?:, )?)+)/g)].flatMap(([, list = '']) => list.split(', ')),
    ),
  );
  const tests = TEST_FILES.map((path) => readFileSync(path, 'utf8')).join('\n');
  const untested = [...numbers].filter((number) => !new RegExp(`['\`"/ ]${number}\\b`).test(tests));
  expect(untested).toEqual([]);
});
