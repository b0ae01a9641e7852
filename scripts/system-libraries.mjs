import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

import { runQuietly, runVisibly } from './command.mjs';
import { say, Stop } from './say.mjs';

/** What Electron links to or opens when it starts: a file that must be there, and the Debian package that brings it. */
export const libraries = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libasound.so.2': 'libasound2',
  'libgbm.so.1': 'libgbm1',
  'libdrm.so.2': 'libdrm2',
  'libatspi.so.0': 'libatspi2.0-0',
  'libxkbcommon.so.0': 'libxkbcommon0',
  'libXss.so.1': 'libxss1',
  'libXtst.so.6': 'libxtst6',
  'libsecret-1.so.0': 'libsecret-1-0',
};

/**
 * What the tests start besides: a display and its list of windows, a session bus, a real keyring, what makes certificates and
 * has a home of the test's own trust them, and a typeface.
 */
const PROGRAMS = {
  xvfb: 'Xvfb',
  xauth: 'xauth',
  'x11-utils': 'xwininfo',
  'dbus-x11': 'dbus-launch',
  'gnome-keyring': 'gnome-keyring-daemon',
  'libnss3-tools': 'certutil',
  openssl: 'openssl',
};
const FONT = { file: '/usr/share/fonts/truetype/liberation', package: 'fonts-liberation' };

/** The Debian packages that are missing for starting the app, and for its tests when `forTests`. */
export function missingPackages({ loaderCache, hasProgram, hasFile }, forTests) {
  const absent = Object.entries(libraries).filter(([file]) => !loaderCache.includes(`\t${file} `));
  const missing = absent.map(([, name]) => name);
  if (forTests) {
    for (const [name, program] of Object.entries(PROGRAMS)) if (!hasProgram(program)) missing.push(name);
    if (!hasFile(FONT.file)) missing.push(FONT.package);
  }
  return missing;
}

/** Installs what is missing when it may (root on Debian or its kin), else says the one command that does. */
export async function ensureSystemLibraries(forTests) {
  if (process.platform !== 'linux') return;
  const missing = missingPackages(machine(), forTests);
  if (missing.length === 0) return;
  const isRoot = process.getuid?.() === 0;
  const hasApt = machine().hasProgram('apt-get');
  const step = installStep(missing, { isRoot, hasApt });
  if (!isRoot || !hasApt) throw new Stop('Some system libraries that Electron needs are missing.', step);

  say(`installing system libraries: ${missing.map(nameHere).join(' ')} …`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  runQuietly('apt-get', ['update', '-qq'], 300, { env });
  const code = await runVisibly('sh', ['-c', `apt-get ${installing(missing)} >/dev/null`], { env });
  if (code !== 0) throw new Stop('The system libraries could not be installed.', step);
}

const installing = (packages) => `install -y --no-install-recommends ${packages.map(nameHere).join(' ')}`;

/** The one command that installs the packages; where there is no apt, what they bring, under the names that all systems share. */
export function installStep(packages, { isRoot, hasApt }) {
  if (!hasApt) {
    const files = Object.fromEntries(Object.entries(libraries).map(([file, name]) => [name, file]));
    const wanted = packages.map((name) => files[name] ?? PROGRAMS[name] ?? name);
    return `install what brings ${wanted.join(', ')} with this system's package manager, then run the same command again.`;
  }
  const apt = isRoot ? 'apt-get' : 'sudo apt-get';
  return `${apt} update && ${apt} ${installing(packages)}`;
}

function machine() {
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/sbin', '/usr/sbin'];
  const ldconfig = folders.map((folder) => join(folder, 'ldconfig')).find(existsSync) ?? 'ldconfig';
  return {
    loaderCache: runQuietly(ldconfig, ['-p'], 10).output,
    hasProgram: (name) => folders.some((folder) => existsSync(join(folder, name))),
    hasFile: existsSync,
  };
}

/** Debian 13 and Ubuntu 24.04 renamed some libraries when time became 64 bits wide. */
function nameHere(name) {
  const renamed = ['libgtk-3-0', 'libasound2', 'libatspi2.0-0'].includes(name);
  return renamed && hasTime64Names() ? `${name}t64` : name;
}

function hasTime64Names() {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  const version = Number(/^VERSION_ID="?(\d+)/m.exec(release)?.[1] ?? 0);
  return /^ID=ubuntu/m.test(release) ? version >= 24 : version >= 13;
}
