import { fork } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { _electron } from 'playwright/test';
import { build } from 'vite';

import { desktopOf } from '../desktop-of';
import { electronPath } from '../electron-path';
import type { ElectronNetwork } from './electron-main';
import type { NetworkAnswer, NetworkRequest, SendThrough } from './network-request';

/** A process that sends requests through a network stack of its own. */
export interface NetworkProcess {
  readonly send: SendThrough;
  readonly close: () => Promise<void>;
}

export interface ElectronProcess extends NetworkProcess {
  readonly sendMany: ElectronNetwork['sendMany'];
  readonly cancel: () => Promise<void>;
  readonly memory: () => Promise<ReturnType<ElectronNetwork['memory']>>;
}

export interface Bundles {
  readonly electron: string;
  readonly node: string;
  readonly remove: () => Promise<void>;
}

/** Bundles what the two processes run, so that neither needs a loader for TypeScript. */
export async function bundleProcesses(): Promise<Bundles> {
  const folder = await mkdtemp(join(tmpdir(), 'rekey-network-'));
  const here = import.meta.dirname;
  await build({
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20.18',
      rolldownOptions: {
        input: [join(here, 'electron-main.ts'), join(here, 'node-main.ts')],
        external: ['electron'],
        output: { format: 'es', entryFileNames: '[name].mjs', chunkFileNames: '[name].mjs' },
      },
    },
    ssr: { noExternal: true },
  });
  return {
    electron: join(folder, 'electron-main.mjs'),
    node: join(folder, 'node-main.mjs'),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

type Environment = Readonly<Record<string, string>>;

const isRoot = process.getuid?.() === 0;

/** On a GNOME desktop, which the tests have for its keyring, Chromium would read the desktop's proxies, not the environment's. */
const NO_DESKTOP = { XDG_CURRENT_DESKTOP: '', DESKTOP_SESSION: '' };

export async function startElectron(entry: string, environment: Environment = {}): Promise<ElectronProcess> {
  const { ELECTRON_RUN_AS_NODE: _leaked, ...own } = process.env;
  const app = await _electron.launch({
    executablePath: electronPath(),
    args: [entry, ...(isRoot ? ['--no-sandbox'] : [])],
    chromiumSandbox: !isRoot,
    env: { ...(own as Environment), ...desktopOf(own), ...NO_DESKTOP, ...environment },
  });
  await app.evaluate(({ app: electron }) => electron.whenReady().then(() => undefined));
  return {
    send: (request) =>
      app.evaluate(
        (_electronModule, asked) => (Reflect.get(globalThis, 'rekeyNetwork') as ElectronNetwork).send(asked),
        request,
      ),
    sendMany: (request, times, inFlight) =>
      app.evaluate(
        (_electronModule, asked) =>
          (Reflect.get(globalThis, 'rekeyNetwork') as ElectronNetwork).sendMany(
            asked.request,
            asked.times,
            asked.inFlight,
          ),
        { request, times, inFlight },
      ),
    cancel: () =>
      app.evaluate(() => {
        (Reflect.get(globalThis, 'rekeyNetwork') as ElectronNetwork).cancel();
      }),
    memory: () => app.evaluate(() => (Reflect.get(globalThis, 'rekeyNetwork') as ElectronNetwork).memory()),
    close: () => app.close(),
  };
}

export async function startNode(entry: string, environment: Environment = {}): Promise<NetworkProcess> {
  const child = fork(entry, { env: { ...process.env, ...environment } });
  const waiting = new Map<number, (answer: NetworkAnswer) => void>();
  let sent = 0;
  await new Promise((resolve) => child.once('message', resolve));
  child.on('message', ({ id, answer }: { readonly id: number; readonly answer: NetworkAnswer }) => {
    waiting.get(id)?.(answer);
    waiting.delete(id);
  });
  return {
    send: (request: NetworkRequest) =>
      new Promise((resolve) => {
        sent += 1;
        waiting.set(sent, resolve);
        child.send({ id: sent, request });
      }),
    close: () =>
      new Promise((resolve) => {
        child.once('exit', () => {
          resolve();
        });
        child.kill();
      }),
  };
}
