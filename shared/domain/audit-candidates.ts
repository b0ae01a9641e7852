import type { TokenMade } from './audit-log';
import { keysOfProject, projectKey } from './project-keys';
import type { ProjectSlug } from './project-slug';
import type { TokenRecord } from './token';
import type { TokenRef } from './token-ref';

/** The ref that a project's token of this id has; nothing where the host tells no ids. */
export type RefOfId = (project: ProjectSlug, id: string) => TokenRef | undefined;

const SCOPES: Readonly<Record<string, string>> = {
  admin: 'all',
  all: 'all',
  'read only': 'view-builds',
  'read-only': 'view-builds',
  'view-builds': 'view-builds',
  status: 'status',
};

/**
 * Finds the tokens that an event may be about: the one with the id that it names, or else those of its project with its
 * label and scope.
 */
export function candidateFinder(
  tokens: readonly TokenRecord[],
  refOfId: RefOfId,
): (event: TokenMade) => readonly TokenRecord[] {
  const byRef = new Map<TokenRef, TokenRecord>();
  const byPlace = new Map<string, TokenRecord[]>();
  const slugs = new Map<string, Set<ProjectSlug>>();
  for (const token of tokens) {
    const { ref, project, projectName, label, source } = token;
    if (project === undefined || source !== 'host') continue;
    byRef.set(ref, token);
    push(byPlace, placeOf(project, label), token);
    for (const key of keysOfProject(project, projectName)) {
      slugs.set(key, (slugs.get(key) ?? new Set()).add(project));
    }
  }

  return (event) => {
    const projects = projectsOf(event, slugs);
    if (event.tokenId !== undefined) {
      const { tokenId } = event;
      const refs = projects.map((project) => refOfId(project, tokenId));
      if (refs.some((ref) => ref !== undefined)) return refs.flatMap((ref) => (ref && byRef.get(ref)) ?? []);
    }
    const { label, scope } = event;
    if (label === undefined) return [];
    const wanted = scope === undefined ? undefined : SCOPES[scope.toLowerCase()];
    return projects
      .flatMap((project) => byPlace.get(placeOf(project, label)) ?? [])
      .filter((token) => wanted === undefined || token.scope === wanted);
  };
}

/** The projects that all names of an event agree on; a name that no project answers to says nothing. */
function projectsOf(
  { projects }: TokenMade,
  slugs: ReadonlyMap<string, ReadonlySet<ProjectSlug>>,
): readonly ProjectSlug[] {
  const named = projects.flatMap((name) => slugs.get(projectKey(name)) ?? []);
  const [first, ...rest] = named;
  return first === undefined ? [] : [...first].filter((slug) => rest.every((set) => set.has(slug)));
}

const placeOf = (project: ProjectSlug, label: string) => `${project}\n${label}`;

function push<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const items = map.get(key);
  if (items === undefined) map.set(key, [item]);
  else items.push(item);
}
