import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { _electron, type Page } from 'playwright';

import { openSnapshots } from '../../electron/inventory/snapshots';
import { recordsOf } from '../../electron/inventory/token-records';
import { SecretValue } from '../../electron/credentials/secret-value';
import { makeOrganisation } from '../../electron/demo/organisation';
import { parseConnectionId } from '../../shared/domain/connection-id';
import { parseProjectSlug } from '../../shared/domain/project-slug';
import { parseTokenRef, type TokenRef } from '../../shared/domain/token-ref';
import { electronPath, mainFile } from '../support/electron-path';
import { measureRatio, timed, type BenchLine } from './bench-line';

const NOW = Date.UTC(2026, 10, 24);
const SIZE = { projects: 2_000, tokens: 10_000 };
const ARGS = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** From spawning to an inventory of 10,000 cached tokens that answers, over a bare window that shows its one word. */
export async function benchColdStart(turns: number): Promise<BenchLine> {
  const folder = await mkdtemp(join(tmpdir(), 'rekey-bench-'));
  try {
    const bare = await writeBareApp(join(folder, 'bare'));
    const userData = join(folder, 'user-data');
    await writeInventory(userData);
    const env = { REKEY_USER_DATA: userData, REKEY_NOW: new Date(NOW).toISOString() };
    return await measureRatio(
      'cold_start_ratio',
      turns,
      () => start(mainFile, env, isUsable),
      () =>
        start(bare, { REKEY_USER_DATA: join(folder, 'bare-data') }, (page) =>
          page.getByText('ready').waitFor(),
        ),
      await runtimeVersion(bare, folder),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function isUsable(page: Page): Promise<void> {
  await page.getByRole('status').filter({ hasText: '10,000 tokens' }).waitFor();
  await page.getByRole('grid', { name: 'Tokens' }).getByRole('checkbox').first().waitFor();
}

async function start(
  main: string,
  extra: Record<string, string>,
  isReady: (page: Page) => Promise<void>,
): Promise<number> {
  const { ELECTRON_RUN_AS_NODE: _leaked, ...environment } = process.env as Record<string, string>;
  let end: () => Promise<void> = () => Promise.resolve();
  const took = await timed(async () => {
    const env = { ...environment, ...extra };
    const app = await _electron.launch({ executablePath: electronPath(), args: [main, ...ARGS], env });
    end = () => app.close();
    await isReady(await app.firstWindow());
  });
  await end();
  return took;
}

async function runtimeVersion(main: string, folder: string): Promise<string> {
  const env = { ...(process.env as Record<string, string>), REKEY_USER_DATA: join(folder, 'bare-data') };
  const app = await _electron.launch({ executablePath: electronPath(), args: [main, ...ARGS], env });
  const version = await app.evaluate(() => process.versions['electron']);
  await app.close();
  return `electron ${version ?? 'unknown'}`;
}

/** The least that a window can be: sandboxed, one file, shown when there is something to see. */
async function writeBareApp(folder: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>bare</title><p>ready</p>');
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

/** A connection that was looked at before, and whose token has to be typed again: nothing but its inventory is there. */
async function writeInventory(userData: string): Promise<void> {
  const id = parseConnectionId(`con_${'1'.repeat(16)}`);
  if (id === undefined) throw new Error('this is the form of an id');
  const { projects } = makeOrganisation({ profile: 'cloud-time', seed: 1, now: NOW, size: SIZE });
  const hashKey = new SecretValue('key');
  const read = projects.flatMap((project) => {
    const slug = parseProjectSlug(project.slug);
    return slug === undefined || project.isForbidden ? [] : [{ slug, rows: project.tokens }];
  });
  const tokens = read.flatMap(({ slug, rows }) => {
    const place = { connection: id, kind: 'project' as const, project: slug };
    const remote = rows.map(({ value: _kept, ...row }) => row);
    return recordsOf(remote, { place, mayBeOwn: new Set(), hashKey, firstSeen: () => undefined, now: NOW });
  });
  const coverage = {
    projects: read.map(({ slug, rows }) => ({
      connection: id,
      project: slug,
      reportedBy: ['v1.1-projects' as const],
      outcome: { kind: 'read' as const, tokens: rows.length },
    })),
    personal: { kind: 'by-hand' as const },
    failedSources: [],
  };
  // The organisation's own personal tokens are listed nowhere here; as many of the last project's make up the number.
  const whole = [
    ...tokens,
    ...tokens
      .slice(0, SIZE.tokens - tokens.length)
      .map((token, index) => ({ ...token, ref: otherRef(index) })),
  ];
  await openSnapshots(join(userData, 'inventory')).save(
    id,
    { takenAt: NOW, coverage, tokens: whole },
    'in-place',
  );
  const capabilities = {
    product: 'cloud',
    v2: true,
    v3: true,
    personalTokens: 'by-hand',
    deleteBy: 'id',
    listsCreationDates: true,
  };
  const connection = {
    id,
    name: 'acme',
    address: 'https://circleci.com',
    login: 'm.roy',
    capabilities,
    keep: 'session',
  };
  await writeFile(
    join(userData, 'connections.json'),
    JSON.stringify({ format: 1, connections: [connection] }),
  );
}

function otherRef(index: number): TokenRef {
  const ref = parseTokenRef(`tok_${index.toString(16).padStart(32, '0')}`);
  if (ref === undefined) throw new Error('this is the form of a ref');
  return ref;
}
