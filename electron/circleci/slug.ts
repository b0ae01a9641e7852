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

/** A slug with the short name of its host, so that `github/…` and `gh/…` are one. */
export function withShortHost(raw: string): string {
  const [host = '', ...rest] = raw.split('/');
  return [SHORT[host] ?? host, ...rest].join('/');
}

/** The slug of a project with the short name of its host; nothing where it is none. */
export const normaliseSlug = (raw: string): ProjectSlug | undefined => parseProjectSlug(withShortHost(raw));
