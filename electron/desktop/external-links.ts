import type { Shell } from 'electron';

/** SECURITY S15: the page names a link; only this list knows where it leads. */
const LINKS = {
  docs: 'https://circleci.com/docs/managing-api-tokens/',
  'personal-tokens': 'https://app.circleci.com/settings/user/tokens',
  'status-page': 'https://status.circleci.com/',
} as const;

export const openLinkWith =
  (shell: Pick<Shell, 'openExternal'>) =>
  (name: keyof typeof LINKS): Promise<void> =>
    shell.openExternal(LINKS[name]);
