import type { Protocol } from 'electron';

export const APP_SCHEME = 'app';

/** The one origin that the page comes from. */
export const APP_ORIGIN = 'app://bundle';

/** Where the one document comes from that a hidden window prints. */
export const PRINT_ORIGIN = 'app://print';

/** Makes `app:` a scheme with an origin of its own. Must run before the app is ready. */
export function registerScheme(protocol: Pick<Protocol, 'registerSchemesAsPrivileged'>): void {
  // SECURITY S18: no privilege besides those that a page needs to have an origin.
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}
