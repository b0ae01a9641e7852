import type { Protocol } from 'electron';

export const APP_SCHEME = 'app';

/** The one origin that the page comes from. */
export const APP_ORIGIN = 'app://bundle';

/** Makes `app:` a scheme with an origin of its own. Must run before the app is ready. */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  // SECURITY S18: no privilege besides those that a page needs to have an origin.
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}
