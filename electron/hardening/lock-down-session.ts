import type { Session } from 'electron';

import { APP_ORIGIN } from './scheme';

type Lockable = Pick<
  Session,
  | 'setPermissionRequestHandler'
  | 'setPermissionCheckHandler'
  | 'setDevicePermissionHandler'
  | 'webRequest'
  | 'on'
  | 'setSpellCheckerEnabled'
>;

/** Takes from a page's session whatever the page does not need, which is everything but what `origin` serves. */
export function lockDown(session: Lockable, devServer?: string, origin = APP_ORIGIN): void {
  // SECURITY S5: without these handlers Electron grants what is asked.
  session.setPermissionRequestHandler((_contents, _permission, answer) => {
    answer(false);
  });
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // SECURITY S7: a second net under the content security policy, for every kind of request.
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    answer({ cancel: !mayLoad(url, devServer, origin) });
  });
  // SECURITY X16: nothing is downloaded, and no dictionary is fetched.
  session.on('will-download', (event) => {
    event.preventDefault();
  });
  session.setSpellCheckerEnabled(false);
}

/** True for the page's own files, and for the development server where there is one. */
export function mayLoad(url: string, devServer?: string, own = APP_ORIGIN): boolean {
  if (url.startsWith(`${own}/`)) return true;
  if (devServer === undefined) return false;
  const { origin, host } = new URL(devServer);
  return url.startsWith(`${origin}/`) || url.startsWith(`ws://${host}/`);
}
