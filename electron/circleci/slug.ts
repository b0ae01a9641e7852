import type { ProjectSlug } from '../../shared/domain/project-slug';
import { parseProjectSlug } from '../../shared/domain/project-slug';

/** One part of a path. An empty one is a bug that could turn “delete this token” into something else. */
export function segment(text: string): string {
  if (text === '' || text === '.' || text === '..')
    throw new Error('a path must not have an empty or dotted part');
  return encodeURIComponent(text);
}

/** The slug as a path: three parts, each encoded by itself. */
export const slugPath = (slug: ProjectSlug): string => slug.split('/').map(segment).join('/');

const SHORT: Readonly<Record<string, string>> = { github: 'gh', bitbucket: 'bb' };

/** The slug with the short name of its host, so that `github/…` and `gh/…` are one project. */
export function normaliseSlug(raw: string): ProjectSlug | undefined {
  const [host = '', ...rest] = raw.split('/');
  return parseProjectSlug([SHORT[host] ?? host, ...rest].join('/'));
}
