import { readFileSync } from 'node:fs';

import { expect, test } from 'playwright/test';

import { launchRekey } from '../support/launch';

test('SECURITY S4: the page runs inside Chromium’s sandbox', async () => {
  test.skip(process.platform !== 'linux', 'only Linux tells it from outside');
  const rekey = await launchRekey();
  try {
    const pid = await rekey.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId(),
    );
    const status = readFileSync(`/proc/${pid ?? 0}/status`, 'utf8');
    expect(/^Seccomp:\s*(\d)/m.exec(status)?.[1]).toBe('2');
  } finally {
    await rekey.close();
  }
});
