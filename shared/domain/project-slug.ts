declare const brand: unique symbol;

/**
 * CircleCI's name of a project, `vcs/org/repo`, as the host writes it. Opaque: for `circleci/…` slugs the parts are
 * ids and name nobody. Exactly three non-empty segments, none of them `.` or `..`.
 */
export type ProjectSlug = string & { readonly [brand]: 'ProjectSlug' };

const MAX_LENGTH = 600;

export function parseProjectSlug(raw: unknown): ProjectSlug | undefined {
  if (typeof raw !== 'string' || raw.length > MAX_LENGTH) return undefined;
  const segments = raw.split('/');
  const sound =
    segments.length === 3 && segments.every((part) => part !== '' && part !== '.' && part !== '..');
  return sound ? (raw as ProjectSlug) : undefined;
}
