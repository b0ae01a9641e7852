/** What one start knows of this computer's keyring, once the app is ready. */
export interface KeyringStart {
  readonly platform: NodeJS.Platform;
  readonly isPackaged: boolean;
  /** Electron's name for the store that Chromium chose; `basic_text` is none. */
  readonly backend: string | undefined;
  /** Whether this start was told which store to take: by a person, or by the start before. */
  readonly hasStoreSwitch: boolean;
}

export const STORE_SWITCH = 'password-store';

/** What a second start is given in addition. */
export const RETRY_SWITCH = `--${STORE_SWITCH}=gnome-libsecret`;

/**
 * Whether to start once more and name the keyring: Chromium asks none under a window manager that it does not know, though one
 * may be there. The switch itself says that this was tried, so that it never happens twice.
 */
export const shouldNameKeyring = ({ platform, isPackaged, backend, hasStoreSwitch }: KeyringStart): boolean =>
  platform === 'linux' &&
  isPackaged &&
  !hasStoreSwitch &&
  (backend === 'basic_text' || backend === 'unknown');

/** How to start again as this start was. An AppImage is started by its file: what runs is in a folder that goes with it. */
export function restartOptions(
  argv: readonly string[],
  appImage: string | undefined,
): { readonly args: string[]; readonly execPath?: string } {
  const execPath = appImage === undefined || appImage === '' ? {} : { execPath: appImage };
  return { args: [...argv.slice(1), RETRY_SWITCH], ...execPath };
}
