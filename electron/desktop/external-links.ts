import type { Shell } from 'electron';

import type { ProjectSlug } from '../../shared/domain/project-slug';

/** A page outside of Rekey, by its name. */
export type Link =
  | { readonly name: 'docs' | 'personal-tokens' | 'status-page' }
  | { readonly name: 'project-tokens'; readonly project: ProjectSlug };

/** SECURITY S15: a link has a name; only this list knows where it leads. */
const LINKS = {
  docs: 'https://circleci.com/docs/managing-api-tokens/',
  'personal-tokens': 'https://app.circleci.com/settings/user/tokens',
  'status-page': 'https://status.circleci.com/',
} as const;

const addressOf = (link: Link): string =>
  link.name === 'project-tokens'
    ? `https://app.circleci.com/settings/project/${link.project.split('/').map(encodeURIComponent).join('/')}/api`
    : LINKS[link.name];

/** Opens a page outside of Rekey in the person's browser. */
export type OpenLink = (link: Link) => Promise<void>;

export const openLinkWith =
  (shell: Pick<Shell, 'openExternal'>): OpenLink =>
  (link) =>
    shell.openExternal(addressOf(link));
