import type { ProjectCoverage } from '../../shared/domain/coverage';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';

/**
 * The lines of a coverage, with an empty list in doubt where it had tokens before that Rekey itself did not delete, and no
 * other list of the same organisation had any token in this sync. An outage at the VCS answers 200 and `[]` to everything; a
 * sibling that answers data shows that there is none.
 */
export function doubtEmptied(
  lines: readonly ProjectCoverage[],
  readNow: ReadonlySet<string>,
  before: readonly TokenRecord[],
  isOwnDeletion: (ref: TokenRef) => boolean,
): readonly ProjectCoverage[] {
  const known = countKnown(before, isOwnDeletion);
  const speaking = new Set<string>();
  for (const { project, outcome } of lines)
    if (readNow.has(project) && outcome.kind === 'read' && outcome.tokens > 0)
      speaking.add(organisationOf(project));
  return lines.map((line) => {
    const { project, outcome } = line;
    const kept = known.get(project) ?? 0;
    const isEmptied = readNow.has(project) && outcome.kind === 'read' && outcome.tokens === 0 && kept > 0;
    return isEmptied && !speaking.has(organisationOf(project))
      ? { ...line, outcome: { kind: 'in-doubt', kept } }
      : line;
  });
}

/** How many of a list's tokens nobody is known to have deleted, by project; under nothing for the account's own. */
export function countKnown(
  tokens: readonly TokenRecord[],
  isOwnDeletion: (ref: TokenRef) => boolean,
): ReadonlyMap<ProjectSlug | undefined, number> {
  const known = new Map<ProjectSlug | undefined, number>();
  for (const { source, project, ref } of tokens)
    if (source === 'host' && !isOwnDeletion(ref)) known.set(project, (known.get(project) ?? 0) + 1);
  return known;
}

const organisationOf = (slug: ProjectSlug): string => slug.split('/').slice(0, 2).join('/');
