import type { Account, AccountFacts, JudgedAccount } from './accounts';
import type { ProjectSlug } from './project-slug';
import { seenName } from './seen-name';

/** What is known besides the accounts themselves. */
export interface AccountKnowledge {
  readonly verdicts: readonly JudgedAccount[];
  /** Every name that is some person's already, the account's own login among them. */
  readonly names: readonly string[];
  readonly login: string | undefined;
  readonly projects: readonly ProjectSlug[];
}

/**
 * The accounts that a person may judge or has judged, those with projects last. Whoever is known already is not among them,
 * unless known by that judgement: it can be taken back, also of an account that is no longer listed.
 */
export function offerAccounts(
  accounts: readonly Account[],
  { verdicts, names, login, projects }: AccountKnowledge,
): readonly AccountFacts[] {
  const judged = new Map(verdicts.map(({ name, verdict }) => [seenName(name), verdict]));
  const known = new Set(names.map(seenName));
  const owners = new Set(projects.map(ownerOf));
  const listed = new Set(accounts.map(({ name }) => seenName(name)));
  const gone = verdicts.filter(({ name }) => !listed.has(seenName(name)));
  const own = login === undefined ? undefined : seenName(login);

  return [...accounts, ...gone.map(({ name }) => ({ name, slugs: [] }))]
    .flatMap((account): readonly AccountFacts[] => {
      const called = [account.name, ...account.slugs.flatMap(loginIn)].map(seenName);
      const verdict = judged.get(seenName(account.name));
      if (called.some((name) => name === own)) return [];
      if (verdict === undefined && called.some((name) => known.has(name))) return [];
      const hasProjects = account.slugs.some((slug) => owners.has(slug.toLowerCase()));
      return [{ ...account, hasProjects, ...(verdict !== undefined && { verdict }) }];
    })
    .sort(inOrder);
}

/** Whose a project is, by its address. */
const ownerOf = (project: ProjectSlug): string => project.split('/').slice(0, 2).join('/').toLowerCase();

/** The login in an address. That of a `circleci/…` address is an id, and nobody's name. */
function loginIn(slug: string): readonly string[] {
  const [host = '', ...rest] = slug.split('/');
  return host === 'circleci' || rest.length === 0 ? [] : [rest.join('/')];
}

const inOrder = (a: AccountFacts, b: AccountFacts): number =>
  Number(a.hasProjects) - Number(b.hasProjects) || (a.name < b.name ? -1 : 1);
