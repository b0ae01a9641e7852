import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { FuseState, FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { expect, test } from 'playwright/test';

import { filesInAsar, packedApp } from '../support/packed-app';

const { program, resources } = packedApp();
const files = filesInAsar(join(resources, 'app.asar'));

/** What the release must be like, said here again so that the decision is not tried against itself. */
const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: false,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
  WasmTrapHandlers: true,
};

const FORBIDDEN = [
  '--remote-debugging-port=0',
  '--remote-debugging-pipe',
  '--js-flags=--expose-gc',
  '--wait-for-debugger-children',
  '--no-sandbox',
  '--ignore-certificate-errors',
  '--host-resolver-rules=MAP * 127.0.0.1',
  '--inspect',
  '--inspect-brk',
];

const started: ChildProcess[] = [];

test.afterEach(async () => {
  for (const app of started.splice(0)) {
    if (app.exitCode !== null || app.signalCode !== null) continue;
    const gone = once(app, 'exit');
    app.kill('SIGKILL');
    await gone;
  }
});

/** Starts the release as a person would, with a configuration of its own; it is ended with the test. */
function start(args: readonly string[] = []): { readonly app: ChildProcess; readonly userData: string } {
  const config = mkdtempSync(join(tmpdir(), 'rekey-config-'));
  // Without a keyring it would start once more, and that process would be nobody's.
  const app = spawn(program, ['--password-store=basic', ...args], {
    env: { ...process.env, XDG_CONFIG_HOME: config },
    stdio: 'ignore',
  });
  started.push(app);
  return { app, userData: join(config, 'Rekey') };
}

const windows = () => execFileSync('xwininfo', ['-root', '-tree'], { encoding: 'utf8' });

test('SECURITY S19: every fuse of the release is as decided', async () => {
  const wire = new Map(Object.entries(await getCurrentFuseWire(program)));
  const indexes = [...wire.keys()].filter((key) => /^\d+$/.test(key));
  const read = indexes.map((index) => [FuseV1Options[Number(index)], wire.get(index) === FuseState.ENABLE]);
  expect(read.length).toBeGreaterThanOrEqual(8);
  expect(FUSES).toMatchObject(Object.fromEntries(read) as Record<string, boolean>);
});

test('SECURITY X18: the release holds the built app and nothing else', () => {
  expect(readdirSync(resources)).toContain('app.asar');
  expect(readdirSync(resources)).not.toContain('app');
  expect(readdirSync(resources)).not.toContain('default_app.asar');

  const names = [...files.keys()];
  expect(names).toEqual(
    expect.arrayContaining([
      'package.json',
      'out/main/main.js',
      'out/main/open-features.js',
      'out/preload/preload.cjs',
      'out/renderer/index.html',
    ]),
  );
  const strange = names.filter(
    (name) => name !== 'package.json' && !/^out\/(main|preload|renderer)\//.test(name),
  );
  expect(strange).toEqual([]);
  expect(names.filter((name) => /\.map$|\.env|\.test\.|\.tsx?$/.test(name))).toEqual([]);
  const texts = [...files].filter(([name]) => /\.(js|cjs|html|css|json)$/.test(name));
  expect(texts.filter(([, text]) => /__e2e|sourceMappingURL/.test(text)).map(([name]) => name)).toEqual([]);
});

test('SECURITY E5: the built preload asks for electron alone, and is small', () => {
  const preload = files.get('out/preload/preload.cjs') ?? '';
  const required = [...preload.matchAll(/require\(([^)]*)\)/g)].map(([, name]) => name?.slice(1, -1));
  expect(new Set(required)).toEqual(new Set(['electron']));
  expect(preload.length).toBeLessThan(5_000);
});

test('the release opens its window', async () => {
  start();
  await expect.poll(windows).toContain('"Rekey"');
});

for (const forbidden of FORBIDDEN) {
  test(`SECURITY P3: started with ${forbidden}, the release ends before the vault opens`, async () => {
    const { app, userData } = start([forbidden]);
    await once(app, 'exit');
    expect(windows()).not.toContain('"Rekey"');
    expect(existsSync(join(userData, 'vault'))).toBe(false);
  });
}
