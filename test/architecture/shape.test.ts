import { readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { sourceFiles } from './source';

const linesOf = (text: string) => text.trimEnd().split('\n').length;

test('half of all files have sixty lines at most, nineteen of twenty 150, and none more than 250', () => {
  const lengths = sourceFiles.map(({ text }) => linesOf(text)).sort((a, b) => a - b);
  const at = (share: number) => lengths[Math.floor((lengths.length - 1) * share)] ?? 0;
  expect(at(0.5)).toBeLessThanOrEqual(60);
  expect(at(0.95)).toBeLessThanOrEqual(150);
  expect(at(1)).toBeLessThanOrEqual(250);
});

test.each([
  ['a default export', /^export default/m],
  ['a barrel', /^export (?:\*|\{[^}]*\} from)/m],
  ['a name that says nothing', undefined],
])('no file is, or has, %s', (_what, pattern) => {
  const vague = /\/(?:index|utils?|helpers?|types|constants|manager)\.tsx?$/;
  const found = sourceFiles.filter(({ path, text }) => (pattern ? pattern.test(text) : vague.test(path)));
  expect(found.map(({ path }) => path)).toEqual([]);
});

/** Each dangerous thing has one door. */
const DOORS: readonly (readonly [string, RegExp, readonly string[]])[] = [
  ['ipcMain', /\bipcMain\b/, ['electron/main.ts']],
  ['ipcRenderer', /\bipcRenderer\b/, ['electron/preload/preload.ts']],
  ['safeStorage', /^(?!.*\*).*\bsafeStorage\b/m, ['electron/main.ts']],
  ['the shell', /\bshell\b(?!:)/, ['electron/desktop/external-links.ts', 'electron/main.ts']],
  ['openExternal', /openExternal/, ['electron/desktop/external-links.ts']],
  [
    'the network',
    /\bsession\.fetch\(|\bnet\.fetch\(|[^.\w]fetch\(url/,
    ['electron/platform/electron-fetch.ts'],
  ],
  ['window.bridge', /window\.bridge/, ['renderer/bridge.ts']],
  ['new Store', /new Store\b/, ['electron/settings/settings.ts']],
  ['another program', /node:child_process/, ['electron/delivery/spawn-command.ts']],
  ['a listening server', /createServer/, ['electron/demo/demo-server.ts']],
];

test.each(DOORS)('%s is reached through one door', (_what, pattern, doors) => {
  const found = sourceFiles.filter(({ text }) => pattern.test(withoutComments(text))).map(({ path }) => path);
  expect(found.sort()).toEqual([...doors].sort());
});

/** The files that may look at a secret, each for the reason that it has to leave this computer, be kept, or be compared. */
const REVEALERS = [
  'electron/circleci/fabricated-value.ts',
  'electron/circleci/http.ts',
  'electron/circleci/project-tokens.ts',
  'electron/circleci/variables.ts',
  'electron/credentials/cipher.ts',
  'electron/delivery/age-file.ts',
  'electron/delivery/badge.ts',
  'electron/delivery/spawn-command.ts',
  'electron/desktop/clipboard.ts',
  'electron/evidence/reports/signing-key.ts',
  'electron/evidence/sealed-head.ts',
  'electron/inventory/id-in-value.ts',
  'electron/inventory/token-refs.ts',
  'electron/ipc/hand-over-handlers.ts',
  'electron/rotation/judge-row.ts',
];

test('a secret is revealed only in files that are listed here', () => {
  const found = sourceFiles
    .filter(({ text }) => withoutComments(text).includes('.reveal()'))
    .map(({ path }) => path);
  expect(found.sort()).toEqual(REVEALERS);
});

test('the word `any` and silenced checks do not occur', () => {
  const pattern = /: any\b|<any>|as any\b|@ts-|eslint-disable/;
  expect(sourceFiles.filter(({ text }) => pattern.test(text)).map(({ path }) => path)).toEqual([]);
});

test('SECURITY P4: the strict flags of the compiler stay on', () => {
  const { compilerOptions } = JSON.parse(readFileSync('tsconfig.base.json', 'utf8')) as {
    compilerOptions: Record<string, unknown>;
  };
  for (const flag of [
    'strict',
    'noUncheckedIndexedAccess',
    'exactOptionalPropertyTypes',
    'verbatimModuleSyntax',
  ]) {
    expect(compilerOptions[flag]).toBe(true);
  }
});

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1');
}
