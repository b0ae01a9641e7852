import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'playwright/test';

import { CHANNELS, EVENTS } from '../../shared/ipc/channel-names';
import { expectPrivate } from '../support/expect-private';
import { launchRekey, type Rekey } from '../support/launch';

let rekey: Rekey;
test.beforeEach(async () => {
  rekey = await launchRekey();
});
test.afterEach(() => rekey.close());

const POWERS = ['require', 'process', 'module', 'Buffer', 'global', 'bridge'] as const;
type Powers = readonly string[];
const typesOf = (names: Powers) => names.map((name) => typeof Reflect.get(globalThis, name));
const NONE = POWERS.map(() => 'undefined');

test('SECURITY S2: the page has nothing of Node', async () => {
  const own = POWERS.filter((name) => name !== 'bridge');
  expect(await rekey.page.evaluate(typesOf, own)).toEqual(own.map(() => 'undefined'));
});

test('SECURITY S2: a worker of the page has nothing of Node, and no bridge', async () => {
  const begun = rekey.page.waitForEvent('worker');
  await rekey.page.evaluate(() => {
    const own = document.querySelector<HTMLScriptElement>('script[src]')?.src ?? '';
    Reflect.set(window, 'keptWorker', new Worker(own, { type: 'module' }));
  });
  expect(await (await begun).evaluate(typesOf, POWERS as Powers)).toEqual(NONE);
});

test('SECURITY S2, S17: a child frame has nothing of Node, and no bridge', async () => {
  const inFrame = await rekey.page.evaluate((names) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return names.map((name) => typeof Reflect.get(frame.contentWindow ?? {}, name));
  }, POWERS as Powers);
  expect(inFrame).toEqual(NONE);
});

test('SECURITY S3, S20: the bridge is closed, whole, and not to be changed', async () => {
  const { names, isSame } = await rekey.page.evaluate(() => {
    const bridge = Reflect.get(window, 'bridge') as Record<string, unknown>;
    const before = bridge['app:facts'];
    try {
      bridge['app:facts'] = () => 'mine';
    } catch {
      // A frozen object refuses; what counts is what it is afterwards.
    }
    return { names: Object.keys(bridge), isSame: bridge['app:facts'] === before };
  });
  expect(names.sort()).toEqual([...CHANNELS, ...EVENTS.map((event) => `on:${event}`)].sort());
  expect(isSame).toBe(true);
});

test('SECURITY S5: every permission is denied', async () => {
  const answers = await rekey.page.evaluate(async () => {
    const tried = async (work: () => Promise<unknown>) =>
      work().then(
        () => 'granted',
        () => 'denied',
      );
    return {
      notifications: await Notification.requestPermission(),
      camera: await tried(() => navigator.mediaDevices.getUserMedia({ video: true })),
      clipboard: await tried(() => navigator.clipboard.readText()),
      place: await new Promise((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => {
            resolve('granted');
          },
          () => {
            resolve('denied');
          },
        );
      }),
    };
  });
  expect(answers).toEqual({
    notifications: 'denied',
    camera: 'denied',
    clipboard: 'denied',
    place: 'denied',
  });
});

test('SECURITY S7: nothing that is not our own runs, loads or is asked for', async () => {
  const effects = await rekey.page.evaluate(async () => {
    const violations: string[] = [];
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
      violations.push(effectiveDirective),
    );
    const script = document.createElement('script');
    script.textContent = 'window.injected = true';
    document.body.append(script);
    const styled = document.createElement('div');
    document.body.append(styled);
    styled.setAttribute('style', 'width: 77px');
    const tried = async (work: () => unknown) => {
      try {
        await work();
        return 'done';
      } catch {
        return 'stopped';
      }
    };
    const image = await new Promise((resolve) => {
      const picture = new Image();
      picture.onload = () => {
        resolve('loaded');
      };
      picture.onerror = () => {
        resolve('stopped');
      };
      picture.src = 'https://example.com/x.png';
    });
    return {
      injected: Reflect.get(window, 'injected') === true,
      width: styled.style.width,
      // eslint's own rule against it is what the page's policy is here to enforce.
      evaluated: await tried(() =>
        Reflect.apply(Reflect.get(window, 'eval') as () => unknown, window, ['1']),
      ),
      fetched: await tried(() => fetch('https://example.com')),
      image,
      violations: violations.includes('script-src-elem'),
    };
  });
  expect(effects).toEqual({
    injected: false,
    width: '',
    evaluated: 'stopped',
    fetched: 'stopped',
    image: 'stopped',
    violations: true,
  });
});

test('SECURITY S18: the page comes from its own scheme, and unlisted files are not there', async () => {
  const answer = await rekey.app.evaluate(async ({ BrowserWindow }) => {
    const session = BrowserWindow.getAllWindows()[0]?.webContents.session;
    const statuses = ['index.html', 'nothing.html', '../main/main.js', '%2e%2e/main/main.js'].map(
      async (path) => (await session?.fetch(`app://bundle/${path}`))?.status,
    );
    return Promise.all(statuses);
  });
  expect(answer).toEqual([200, 404, 404, 404]);
});

test('SECURITY P1: the page’s session is in memory, and leaves nothing behind', async () => {
  const { app, userData } = rekey;
  const session = await app.evaluate(({ BrowserWindow }) => {
    const own = BrowserWindow.getAllWindows()[0]?.webContents.session;
    return { isPersistent: own?.isPersistent(), storagePath: own?.storagePath ?? null };
  });
  expect(session).toEqual({ isPersistent: false, storagePath: null });
  expect(existsSync(join(userData, 'Partitions'))).toBe(false);
});

test('SECURITY X6: no one listens but the gate', async () => {
  const listening = await rekey.app.evaluate(({ ipcMain }) => ipcMain.eventNames());
  // Electron itself listens for its own errors.
  expect(listening.filter((name) => name !== 'error')).toEqual([]);
});

test('SECURITY X4: what Rekey writes of its own is for its owner only', async () => {
  const userData = test.info().outputPath('user-data');
  const other = await launchRekey({ userData });
  await other.close();
  const own = readdirSync(userData).filter((name) => /\.(?:json|journal)$/.test(name));
  expect(own).toContain('preferences.json');
  expect(own).toContain('rotation.journal');
  for (const name of own) await expectPrivate(join(userData, name));
});

test('SECURITY E7: Electron has nothing to warn of', () => {
  expect(rekey.complaints.filter((text) => /security/i.test(text))).toEqual([]);
});

test('SECURITY X12: a second instance ends by itself, and the first goes on', async () => {
  const second = launchRekey({ userData: rekey.userData });
  await expect(second).rejects.toThrow();
  await expect(rekey.page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('SECURITY X7: the session that talks to CircleCI keeps no cookies and no cache', async () => {
  const session = await rekey.app.evaluate(({ session: sessions }) => {
    const own = sessions.fromPartition('circleci', { cache: false });
    return { isPersistent: own.isPersistent(), storagePath: own.storagePath };
  });
  expect(session).toEqual({ isPersistent: false, storagePath: null });
});
