import { expect, test } from 'vitest';

import { sourceFiles, specifiersOf, targetOf, type SourceFile } from './source';

/** Folders of main that work without Electron, so that a command line can have them too. */
const NO_ELECTRON = [
  'circleci',
  'inventory',
  'rotation',
  'delivery',
  'evidence',
  'policy',
  'people',
  'leavers',
  'leaks',
  'reminders',
  'demo',
  'files',
];
/** Features know nothing of each other; types of the client and of credentials are common ground. */
const FEATURES = [
  'connect',
  'circleci',
  'inventory',
  'rotation',
  'delivery',
  'evidence',
  'policy',
  'people',
  'leavers',
  'leaks',
  'reminders',
  'credentials',
  'demo',
  'desktop',
  'settings',
  'window',
  'hardening',
];
const COMMON_GROUND = [
  'electron/circleci/client',
  'electron/circleci/fetch-port',
  'electron/credentials/secret-value',
  'electron/credentials/vault',
  'electron/delivery/sink',
  'electron/rotation/native-question',
  'electron/settings/preferences',
  'electron/hardening/scheme',
];

const PACKAGES: Readonly<Record<string, RegExp>> = {
  shared: /^(?:date-fns(?:\/|$)|zod$)/,
  renderer:
    /^(?:react|react-dom|zustand|lucide-react|@tanstack|@fontsource-variable|@radix-ui|date-fns|recharts)(?:\/|$)/,
  'electron/preload': /^electron$/,
  electron:
    /^(?:electron|electron-store|electron-log\/node\.js|age-encryption|ics|papaparse|zod|date-fns|node:[a-z_/]+)$/,
};

function layerOf(path: string): string {
  return path.startsWith('electron/preload/') ? 'electron/preload' : (path.split('/')[0] ?? '');
}

function mayImport({ path }: SourceFile, specifier: string): boolean {
  const layer = layerOf(path);
  const target = targetOf(path, specifier);
  if (!specifier.startsWith('.')) {
    const isElectron = target === 'electron' || target.startsWith('electron-');
    const folder = path.split('/')[1] ?? '';
    if (isElectron && layer === 'electron' && NO_ELECTRON.includes(folder)) return false;
    return PACKAGES[layer]?.test(target) === true;
  }
  const targetLayer = layerOf(`${target}/`);
  if (layer === 'electron/preload') return target === 'shared/ipc/channel-names';
  if (targetLayer === 'shared') return true;
  if (layer === 'electron' && target === 'package.json') return path === 'electron/main.ts';
  return layer === targetLayer && !isSideways(path, target);
}

/** A feature that reaches into another, past what is common ground. Files beside the features put them together. */
function isSideways(path: string, target: string): boolean {
  const [, from = ''] = path.split('/');
  const [, to = ''] = target.split('/');
  if (!FEATURES.includes(from) || !FEATURES.includes(to) || from === to) return false;
  return !COMMON_GROUND.includes(target);
}

const illegal = (file: SourceFile) =>
  specifiersOf(file.text).filter((specifier) => !mayImport(file, specifier));

test.each(sourceFiles.map((file) => [file.path, file] as const))(
  '%s imports only what its layer may',
  (_path, file) => {
    expect(illegal(file)).toEqual([]);
  },
);

test.each([
  ['renderer/app.tsx', "import { x } from '../electron/compose';"],
  ['renderer/app.tsx', "import type { X } from '../electron/compose';"],
  ['shared/a.ts', "import fs from 'node:fs';"],
  ['shared/a.ts', "import { y } from '../electron/clock';"],
  ['electron/preload/preload.ts', "import { calls } from '../../shared/ipc/contract';"],
  ['electron/rotation/a.ts', "import { app } from 'electron';"],
  ['electron/rotation/a.ts', "import { look } from '../inventory/look';"],
  ['electron/window/a.ts', "import { x } from '../rotation/run';"],
  ['electron/window/a.ts', "const { x } = await import('../rotation/run');"],
])('the rule can fail: %s with %s', (path, text) => {
  expect(illegal({ path, text })).toHaveLength(1);
});

test('no file imports itself by a circle of others', () => {
  const known = new Map(sourceFiles.map((file) => [file.path.replace(/\.tsx?$/, ''), file]));
  const edges = new Map(
    [...known].map(([name, { path, text }]) => [
      name,
      specifiersOf(text)
        .filter((specifier) => specifier.startsWith('.'))
        .map((specifier) => targetOf(path, specifier)),
    ]),
  );
  expect(findCircle(edges)).toBeUndefined();
  expect(
    findCircle(
      new Map([
        ['a', ['b']],
        ['b', ['c']],
        ['c', ['a']],
      ]),
    ),
  ).toEqual(['a', 'b', 'c', 'a']);
});

function findCircle(edges: ReadonlyMap<string, readonly string[]>): readonly string[] | undefined {
  const done = new Set<string>();
  const visit = (name: string, trail: readonly string[]): readonly string[] | undefined => {
    if (trail.includes(name)) return [...trail.slice(trail.indexOf(name)), name];
    if (done.has(name)) return undefined;
    for (const next of edges.get(name) ?? []) {
      const circle = visit(next, [...trail, name]);
      if (circle !== undefined) return circle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of edges.keys()) {
    const circle = visit(name, []);
    if (circle !== undefined) return circle;
  }
  return undefined;
}
