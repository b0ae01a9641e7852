import { canonicalId } from '../../shared/domain/circleci-id';
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

/**
 * A slug in the one spelling that Rekey uses: the short name of the host (`github/…` and `gh/…` are one), and UUIDs where the
 * parts are ids (`circleci/…` comes with short ids as well).
 */
export function canonicalSlug(raw: string): string {
  const [host = '', ...rest] = raw.split('/');
  return host === 'circleci'
    ? [host, ...rest.map(canonicalId)].join('/')
    : [SHORT[host] ?? host, ...rest].join('/');
}

/** The slug of a project in its one spelling; nothing where it is none. */
export const normaliseSlug = (raw: string): ProjectSlug | undefined => parseProjectSlug(canonicalSlug(raw));
