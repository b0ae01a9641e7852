import { readFileSync } from 'node:fs';

import { expect, test } from 'playwright/test';

import { launchRekey, type Rekey } from '../support/launch';

test('SECURITY S4: the page runs inside Chromium’s sandbox', async () => {
  const rekey = await launchRekey();
  try {
    expect(await isSandboxed(rekey)).toBe(true);
  } finally {
    await rekey.close();
  }
});

/** As the system tells it where it does, else as Electron does. */
async function isSandboxed({ app }: Rekey): Promise<boolean> {
  const page = await app.evaluate(({ app: electron, BrowserWindow }) => {
    const pid = BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0;
    return { pid, said: electron.getAppMetrics().find((each) => each.pid === pid)?.sandboxed };
  });
  if (process.platform !== 'linux') return page.said === true;
  return /^Seccomp:\s*2$/m.test(readFileSync(`/proc/${page.pid}/status`, 'utf8'));
}
