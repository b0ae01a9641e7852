import { expect, test } from 'vitest';

import { lockDown, mayLoad } from '../../../../electron/hardening/lock-down-session';

type Heard = (...given: never[]) => unknown;

/** A session that keeps what it is given, so that the test can ask what an attacker would. */
function lockedDown(devServer?: string) {
  const heard = new Map<string, Heard>();
  const keep = (name: string) => (listener: Heard) => void heard.set(name, listener);
  let spellchecks = true;
  const session = {
    setPermissionRequestHandler: keep('request'),
    setPermissionCheckHandler: keep('check'),
    setDevicePermissionHandler: keep('device'),
    webRequest: { onBeforeRequest: keep('before-request') },
    on: (name: string, listener: Heard) => void heard.set(name, listener),
    setSpellCheckerEnabled: (isOn: boolean) => {
      spellchecks = isOn;
    },
  };
  lockDown(session as never, devServer);
  const ask = (name: string, ...given: unknown[]): unknown => {
    const listener = heard.get(name);
    if (listener === undefined) throw new Error(`nobody listens to ${name}`);
    return listener(...(given as never[]));
  };
  return { ask, spellchecks };
}

test.each(['notifications', 'media', 'geolocation', 'clipboard-read', 'hid', 'usb', 'serial'])(
  'SECURITY S5: %s is denied, asked for, looked up or reached for',
  (permission) => {
    const { ask } = lockedDown();
    const answers: unknown[] = [];
    ask('request', {}, permission, (answer: unknown) => answers.push(answer));
    expect(answers).toEqual([false]);
    expect(ask('check', {}, permission)).toBe(false);
    expect(ask('device', { deviceType: permission })).toBe(false);
  },
);

test.each([
  ['app://bundle/index.html', undefined, false],
  ['app://bundle.example.com/index.html', undefined, true],
  ['https://example.com/', undefined, true],
  ['http://127.0.0.1:5173/x.js', undefined, true],
  ['http://127.0.0.1:5173/x.js', 'http://127.0.0.1:5173', false],
  ['data:text/html,x', undefined, true],
  ['file:///etc/passwd', undefined, true],
] as const)(
  'SECURITY S7: the session cancels a request of %s (with %s for developing): %s',
  (url, dev, cancel) => {
    const answers: unknown[] = [];
    lockedDown(dev).ask('before-request', { url }, (answer: unknown) => answers.push(answer));
    expect(answers).toEqual([{ cancel }]);
  },
);

test('SECURITY X16: nothing is downloaded, and no dictionary is fetched', () => {
  const { ask, spellchecks } = lockedDown();
  let isPrevented = false;
  ask('will-download', {
    preventDefault: () => {
      isPrevented = true;
    },
  });
  expect(isPrevented).toBe(true);
  expect(spellchecks).toBe(false);
});

test('SECURITY S7: the session of what is printed has its one origin, and not that of the page', () => {
  expect(mayLoad('app://print/report.html', undefined, 'app://print')).toBe(true);
  expect(mayLoad('app://bundle/index.html', undefined, 'app://print')).toBe(false);
  expect(mayLoad('https://example.com/', undefined, 'app://print')).toBe(false);
});
