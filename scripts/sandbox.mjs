import { existsSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

import { Stop } from './say.mjs';

/** Kernel settings that keep people other than root from making the namespaces that Chromium's sandbox is made of. */
const FORBIDS = {
  '/proc/sys/kernel/apparmor_restrict_unprivileged_userns': '1',
  '/proc/sys/kernel/unprivileged_userns_clone': '0',
  '/proc/sys/user/max_user_namespaces': '0',
};

/** True where Chromium can make its sandbox: with namespaces, or with a helper that belongs to root and may act as root. */
export function canSandbox({ setting, helper }) {
  const isForbidden = Object.entries(FORBIDS).some(([path, value]) => setting(path)?.trim() === value);
  return !isForbidden || (helper?.uid === 0 && (helper.mode & 0o4000) !== 0);
}

/** Stops where Chromium would: it rather ends than run a page without its sandbox. */
export function ensureSandbox(electron) {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const path = join(dirname(electron), 'chrome-sandbox');
  const setting = (name) => (existsSync(name) ? readFileSync(name, 'utf8') : undefined);
  if (canSandbox({ setting, helper: statSync(path, { throwIfNoEntry: false }) })) return;
  throw new Stop(
    'This system does not let Chromium make its sandbox.',
    `sudo chown root:root "${path}" && sudo chmod 4755 "${path}"`,
  );
}
