import { expect, test } from 'playwright/test';

import { launchRekey, type Rekey } from '../support/launch';

const OWN = 'app://bundle/index.html';

let rekey: Rekey;
test.beforeEach(async () => {
  rekey = await launchRekey();
  await rekey.app.evaluate(({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const tried: string[] = [];
    Reflect.set(globalThis, 'triedToLeave', tried);
    contents?.on('will-frame-navigate', ({ url }) => tried.push(url));
    contents?.session.on('will-download', ({ defaultPrevented }) =>
      tried.push(defaultPrevented ? 'prevented download' : 'download'),
    );
  });
  await rekey.page.evaluate(() => Reflect.set(window, 'isStillHere', true));
});
test.afterEach(() => rekey.close());

const tried = () => rekey.app.evaluate(() => Reflect.get(globalThis, 'triedToLeave') as readonly string[]);

/** Whatever was tried is over, and the page is the very one that it was. */
async function expectToHaveStayed(): Promise<void> {
  await expect
    .poll(() =>
      rekey.app.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows()[0]?.webContents.isLoadingMainFrame(),
      ),
    )
    .toBe(false);
  expect(rekey.page.url()).toBe(OWN);
  expect(await rekey.page.evaluate(() => Reflect.get(window, 'isStillHere') === true)).toBe(true);
}

const WAYS: Readonly<Record<string, () => void>> = {
  'setting the location': () => {
    location.href = 'https://example.com/';
  },
  'a link': () => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    document.body.append(link);
    link.click();
  },
  'a refresh that the document asks for': () => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = '0;url=https://example.com/';
    document.head.append(meta);
  },
  'a link of a frame that names the top': () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const inner = frame.contentDocument;
    const link = inner?.createElement('a');
    if (!inner || link === undefined) return;
    link.href = 'https://example.com/';
    link.target = '_top';
    inner.body.append(link);
    link.click();
  },
};

for (const [way, walk] of Object.entries(WAYS)) {
  test(`SECURITY S13: ${way} does not lead off the page`, async () => {
    await rekey.page.evaluate(walk);
    await expect.poll(tried).toEqual(['https://example.com/']);
    await expectToHaveStayed();
  });
}

/** What the page's policy stops before it is a navigation. */
const STOPPED: Readonly<Record<string, readonly [directive: string, walk: () => void]>> = {
  'a form': [
    'form-action',
    () => {
      const form = document.createElement('form');
      form.action = 'https://example.com/';
      document.body.append(form);
      form.submit();
    },
  ],
  'a frame': [
    'frame-src',
    () => {
      const frame = document.createElement('iframe');
      frame.src = 'https://example.com/';
      document.body.append(frame);
    },
  ],
};

for (const [way, [directive, walk]] of Object.entries(STOPPED)) {
  test(`SECURITY S13: ${way} does not lead anywhere`, async () => {
    await rekey.page.evaluate(() => {
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) =>
        Reflect.set(window, 'stopped', effectiveDirective),
      );
    });
    await rekey.page.evaluate(walk);
    await expect
      .poll(() => rekey.page.evaluate(() => Reflect.get(window, 'stopped') as unknown))
      .toBe(directive);
    await expectToHaveStayed();
    expect(await tried()).toEqual([]);
  });
}

test('SECURITY S11, S12, S14: there is no second page', async () => {
  await rekey.page.evaluate(() => {
    const link = document.createElement('a');
    link.href = 'https://example.com/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.dispatchEvent(new MouseEvent('click', { ctrlKey: true, bubbles: true }));
    link.dispatchEvent(new MouseEvent('auxclick', { button: 1, bubbles: true }));
    window.open('https://example.com/');
    document.body.append(document.createElement('webview'));
  });
  await expectToHaveStayed();
  expect(await rekey.app.evaluate(({ webContents }) => webContents.getAllWebContents().length)).toBe(1);
});

test('SECURITY X16: nothing is downloaded', async () => {
  await rekey.page.evaluate((own) => {
    const link = document.createElement('a');
    link.href = own;
    link.download = 'page.html';
    document.body.append(link);
    link.click();
  }, OWN);
  await expect.poll(tried).toEqual(['prevented download']);
  await expectToHaveStayed();
});
