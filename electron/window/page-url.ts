import { APP_ORIGIN } from '../hardening/scheme';

/** Where the page is loaded from. SECURITY X17: a packaged app never asks its environment. */
export function devServerOf(isPackaged: boolean, environment: Readonly<Record<string, string | undefined>>) {
  return isPackaged ? undefined : environment['ELECTRON_RENDERER_URL'];
}

export const pageUrl = (devServer: string | undefined): string => devServer ?? `${APP_ORIGIN}/index.html`;
