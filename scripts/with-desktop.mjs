import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runVisibly } from './command.mjs';
import { root } from './project.mjs';

/** An unlocked keyring of its own, then a virtual display, then the command; all end with it. */
const DESKTOP = [
  'printf %s "$KEYRING_PASSWORD" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1',
  'unset KEYRING_PASSWORD',
  'exec xvfb-run -a -s "-screen 0 1440x900x24" "$@"',
].join('\n');

/** What a desktop of the person's own would leak into ours. */
const NOT_OURS = [
  'DISPLAY',
  'WAYLAND_DISPLAY',
  'XAUTHORITY',
  'DBUS_SESSION_BUS_ADDRESS',
  'GNOME_KEYRING_CONTROL',
  'ELECTRON_RUN_AS_NODE',
];

/**
 * Runs a command with a display, a session bus and a real, unlocked keyring that are its own and vanish with it, so that
 * tests open no window in front of a person and never touch that person's keyring. Elsewhere than on Linux it just runs.
 * `user` is who runs it ({ name, id, group }); `folder` is where, the project by default. Answers with the exit code.
 */
export async function withDesktop(command, args, { user, folder = root, env = {} } = {}) {
  if (process.platform !== 'linux') return runVisibly(command, args, { cwd: folder, env: withoutLeaks(env) });
  const home = mkdtempSync(join(tmpdir(), 'rekey-desktop-'));
  try {
    const places = placesIn(home, user);
    const desktop = ['dbus-run-session', '--', 'sh', '-c', DESKTOP, 'sh', command, ...args];
    const [program, ...rest] = user === undefined ? desktop : ['runuser', '-u', user.name, '--', ...desktop];
    return await runVisibly(program, rest, {
      cwd: folder,
      env: {
        ...withoutLeaks(env),
        ...places,
        XDG_CURRENT_DESKTOP: 'GNOME',
        KEYRING_PASSWORD: 'only for tests',
      },
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

function withoutLeaks(env) {
  const clean = { ...process.env, ...env };
  for (const name of NOT_OURS) delete clean[name];
  return clean;
}

function placesIn(home, user) {
  const places = {
    HOME: home,
    XDG_DATA_HOME: join(home, 'data'),
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_RUNTIME_DIR: join(home, 'runtime'),
    TMPDIR: join(home, 'tmp'),
  };
  for (const place of Object.values(places)) {
    mkdirSync(place, { recursive: true });
    chmodSync(place, 0o700);
    if (user !== undefined) chownSync(place, user.id, user.group);
  }
  return places;
}
