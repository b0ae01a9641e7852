import type { IpcMainInvokeEvent } from 'electron';

import { APP_ORIGIN } from '../hardening/scheme';

/**
 * SECURITY S17: true only for the top frame of our own page. The origin alone is not enough, as a child opened to
 * about:blank reports its parent's; a frame that is gone is `null`.
 */
export function isOwnTopFrame(
  { senderFrame }: Pick<IpcMainInvokeEvent, 'senderFrame'>,
  devServer?: string,
): boolean {
  if (senderFrame === null || senderFrame.parent !== null) return false;
  const origin = devServer === undefined ? APP_ORIGIN : new URL(devServer).origin;
  return senderFrame.origin === origin && senderFrame.url.startsWith(`${origin}/`);
}
