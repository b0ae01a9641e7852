import { rmSync } from 'node:fs';
import { join } from 'node:path';

import * as electronFuses from '@electron/fuses';

import { fuseConfig } from './fuses.mjs';

/** What electron-builder calls once an app is laid out and before it is signed. */
export async function afterPack({ appOutDir, electronPlatformName, packager, arch }) {
  const { productFilename } = packager.appInfo;
  const isMac = electronPlatformName === 'darwin';
  const resources = isMac
    ? join(appOutDir, `${productFilename}.app`, 'Contents', 'Resources')
    : join(appOutDir, 'resources');
  for (const name of ['default_app.asar', 'app'])
    rmSync(join(resources, name), { recursive: true, force: true });

  const names = { darwin: `${productFilename}.app`, win32: `${productFilename}.exe` };
  const program = join(appOutDir, names[electronPlatformName] ?? packager.executableName);
  const wire = await electronFuses.getCurrentFuseWire(program);
  const config = fuseConfig(electronPlatformName, wire, electronFuses);
  const ARM64 = 3;
  await electronFuses.flipFuses(program, { ...config, resetAdHocDarwinSignature: isMac && arch === ARM64 });
}
