import type { TokenMade } from './audit-log';
import { keysOfProject, projectKey } from './project-keys';
import type { ProjectSlug } from './project-slug';
import { pushTo } from './push-to';
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
 * label and scope. Events that say the same of their token get the same array, so that what is alike is looked at once.
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
    pushTo(byPlace, placeOf(project, label), token);
    for (const key of keysOfProject(project, projectName)) {
      slugs.set(key, (slugs.get(key) ?? new Set()).add(project));
    }
  }
  const projectsOf = remembered((names: readonly string[]) => agreedOf(names, slugs));
  const withId = remembered((names: readonly string[], tokenId: string) => {
    const refs = projectsOf(names).map((project) => refOfId(project, tokenId));
    if (refs.every((ref) => ref === undefined)) return undefined;
    return refs.flatMap((ref) => (ref && byRef.get(ref)) ?? []);
  });
  const likeIt = remembered((names: readonly string[], label: string, scope: string) =>
    projectsOf(names)
      .flatMap((project) => byPlace.get(placeOf(project, label)) ?? [])
      .filter((token) => scope === '' || token.scope === scope),
  );

  return ({ projects, tokenId, label, scope }) => {
    // A name that no project answers to says nothing.
    const names = [...new Set(projects.map(projectKey).filter((name) => slugs.has(name)))].sort();
    const known = tokenId === undefined ? undefined : withId(names, tokenId);
    if (known !== undefined) return known;
    if (label === undefined) return NONE;
    return likeIt(names, label, (scope && SCOPES[scope.toLowerCase()]) ?? '');
  };
}

const NONE: readonly TokenRecord[] = [];

/** The projects that all names agree on. */
function agreedOf(
  names: readonly string[],
  slugs: ReadonlyMap<string, ReadonlySet<ProjectSlug>>,
): readonly ProjectSlug[] {
  const named = names.flatMap((name) => slugs.get(name) ?? []).sort((a, b) => a.size - b.size);
  const [fewest, ...rest] = named;
  return fewest === undefined ? [] : [...fewest].filter((slug) => rest.every((set) => set.has(slug)));
}

/** The function, that works out each answer once. */
function remembered<Said extends readonly unknown[], Answer>(
  find: (...said: Said) => Answer,
): (...said: Said) => Answer {
  const answers = new Map<string, { readonly answer: Answer }>();
  return (...said) => {
    const key = JSON.stringify(said);
    const known = answers.get(key) ?? { answer: find(...said) };
    answers.set(key, known);
    return known.answer;
  };
}

const placeOf = (project: ProjectSlug, label: string) => `${project}\n${label}`;
