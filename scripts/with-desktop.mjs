import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { runVisibly } from './command.mjs';
import { root } from './project.mjs';

/** Unlocks the keyring of the session that it runs in, then runs the command. */
const WITH_KEYRING = [
  'printf %s "$KEYRING_PASSWORD" | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1',
  'exec "$@"',
].join('\n');

/** Adds a line to the list of desktops that the command has: display, its key and session bus, with tabs between. */
const WRITTEN_DOWN = [
  String.raw`line=$(printf '%s\t%s\t%s' "$DISPLAY" "$XAUTHORITY" "$DBUS_SESSION_BUS_ADDRESS")`,
  'export REKEY_DESKTOPS="$REKEY_DESKTOPS$line\n"',
  'exec "$@"',
].join('\n');

/** What a desktop of the person's own would leak into ours. */
const NOT_OURS = [
  'REKEY_DESKTOPS',
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
 * `user` is who runs it ({ name, id, group }); `folder` is where, the project by default; of `desktops` it is told in
 * REKEY_DESKTOPS, and the last is its own. Answers with the exit code.
 */
export async function withDesktop(command, args, { user, folder = root, env = {}, desktops = 1 } = {}) {
  if (process.platform !== 'linux') return runVisibly(command, args, { cwd: folder, env: withoutLeaks(env) });
  const home = mkdtempSync(join(tmpdir(), 'rekey-desktop-'));
  try {
    const places = placesIn(home, user);
    const sessions = Array.from({ length: desktops }, (_, index) => keyringPlacesIn(home, index, user));
    const inside = ['env', '-u', 'KEYRING_PASSWORD', command, ...args];
    const desktop = sessions.reduceRight((inner, session) => inDesktop(session, inner), inside);
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

/** A command in a session with a keyring and a display of its own; all end with it. */
const inDesktop = (session, command) => [
  'env',
  ...Object.entries(session).map(([name, value]) => `${name}=${value}`),
  ...['dbus-run-session', '--', 'sh', '-c', WITH_KEYRING, 'sh'],
  ...['xvfb-run', '-a', '-s', '-screen 0 1440x900x24', 'sh', '-c', WRITTEN_DOWN, 'sh'],
  ...command,
];

function withoutLeaks(env) {
  const clean = { ...process.env, ...env };
  for (const name of NOT_OURS) delete clean[name];
  return clean;
}

function placesIn(home, user) {
  return made(user, {
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
    TMPDIR: join(home, 'tmp'),
  });
}

/** Where one keyring is kept, and where its daemon listens. */
function keyringPlacesIn(home, index, user) {
  return made(user, {
    XDG_DATA_HOME: join(home, `data-${String(index)}`),
    XDG_RUNTIME_DIR: join(home, `runtime-${String(index)}`),
  });
}

function made(user, places) {
  for (const place of Object.values(places)) {
    mkdirSync(place, { recursive: true });
    chmodSync(place, 0o700);
    if (user !== undefined) chownSync(place, user.id, user.group);
  }
  return places;
}
