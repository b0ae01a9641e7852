import { describe, expect, test } from 'vitest';

import {
  RETRY_SWITCH,
  restartOptions,
  shouldNameKeyring,
  STORE_SWITCH,
} from '../../../../electron/hardening/keyring-retry';

const unknownDesktop = {
  platform: 'linux',
  isPackaged: true,
  backend: 'basic_text',
  hasStoreSwitch: false,
} as const;

describe('a start that found no keyring', () => {
  test('under a window manager that Chromium does not know starts once more and names it', () => {
    expect(shouldNameKeyring(unknownDesktop)).toBe(true);
    expect(shouldNameKeyring({ ...unknownDesktop, backend: 'unknown' })).toBe(true);
  });

  test('never starts a third time: the switch of the second start says that it was tried', () => {
    const { args } = restartOptions(['/opt/rekey/rekey', '--lang=de'], undefined);
    expect(args).toEqual(['--lang=de', RETRY_SWITCH]);
    const hasStoreSwitch = args.some((arg) => arg.startsWith(`--${STORE_SWITCH}`));
    expect(shouldNameKeyring({ ...unknownDesktop, hasStoreSwitch })).toBe(false);
  });

  test.each([
    ['has one', { backend: 'gnome_libsecret' }],
    ['has another', { backend: 'kwallet6' }],
    ['does not say', { backend: undefined }],
    ['was told by a person which to take', { hasStoreSwitch: true }],
    ['is no Linux', { platform: 'darwin' as const }],
    ['is no release', { isPackaged: false }],
  ])('does not where it %s', (_what, said) => {
    expect(shouldNameKeyring({ ...unknownDesktop, ...said })).toBe(false);
  });

  test('of an AppImage starts its file again', () => {
    expect(restartOptions(['/tmp/.mount_x/rekey'], '/home/m/Rekey.AppImage')).toEqual({
      args: [RETRY_SWITCH],
      execPath: '/home/m/Rekey.AppImage',
    });
    expect(restartOptions(['/opt/rekey'], '')).toEqual({ args: [RETRY_SWITCH] });
  });
});
