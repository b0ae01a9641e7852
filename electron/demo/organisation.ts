import { BALANCED } from '../../shared/domain/age-policy';
import { DAY_MS, type Instant } from '../../shared/domain/instant';
import type { ProjectScope } from '../../shared/domain/token';
import { chanceOf, type Chance } from './chance';
import type {
  DemoContext,
  DemoOrganisation,
  DemoProfile,
  DemoProject,
  DemoState,
  DemoToken,
  DemoVariable,
} from './demo-state';
import { valueOf } from './token-values';
import { CONTEXTS, LABELS, LEAVERS, ODD_LABELS, PEOPLE, REPOSITORIES, TEAMS } from './words';

export interface OrganisationOptions {
  readonly profile: DemoProfile;
  readonly seed: number;
  readonly now: Instant;
  /** `tokens` counts what an account can see: project tokens and its own personal ones. */
  readonly size?: { readonly projects: number; readonly tokens: number };
}

interface Making {
  readonly chance: Chance;
  readonly profile: DemoProfile;
  readonly now: Instant;
}

export const DEMO_LOGIN = 'm.roy';
const DEMO_USER_ID = '5f0b6a52-8f5e-4c1d-9a77-3a1f7f0e2d11';
export const DEMO_ORGANISATION = 'acme';
const PERSONAL_TOKENS = 6;
const USUAL_SIZE = { projects: 120, tokens: 600 };

/** Builds the organisation: the same for the same seed, instant, profile and size. */
export function makeOrganisation({ profile, seed, now, size = USUAL_SIZE }: OrganisationOptions): DemoState {
  const making: Making = { chance: chanceOf(seed), profile, now };
  const organisations = makeOrganisations(making);
  const projects = makeProjects(making, organisations, size.projects);
  giveTokens(making, projects, size.tokens - PERSONAL_TOKENS);
  const contexts = makeContexts(making, organisations);
  useTokens(making, projects, contexts);
  return {
    profile,
    behaviour: {
      unknownToken: profile === 'server-2' ? 401 : 404,
      checksTokensOfPublic: false,
      statusScope: 'forbidden',
      me: 'account',
    },
    userId: DEMO_USER_ID,
    login: DEMO_LOGIN,
    colleagues: [],
    leavers: LEAVERS,
    organisations,
    projects,
    bareRepositories: ['dotfiles', 'hackday-2024', 'interview-task'].map(
      (name) => `gh/${DEMO_ORGANISATION}/${name}`,
    ),
    personal: makePersonalTokens(making),
    contexts,
    deleted: [],
    requests: [],
  };
}

function makeOrganisations({ chance, profile }: Making): readonly DemoOrganisation[] {
  const name = DEMO_ORGANISATION;
  const own = chance.uuid();
  const all: readonly DemoOrganisation[] = [
    { id: chance.uuid(), name, host: 'github', slug: `gh/${name}` },
    { id: chance.uuid(), name, host: 'bitbucket', slug: `bb/${name}` },
    { id: own, name, host: 'circleci', slug: `circleci/${own}` },
  ];
  return profile === 'server-2' ? all.slice(0, 1) : all;
}

function makeProjects(
  { chance }: Making,
  organisations: readonly DemoOrganisation[],
  count: number,
): readonly DemoProject[] {
  const [github, bitbucket = github, circleci = github] = organisations;
  if (github === undefined || bitbucket === undefined || circleci === undefined)
    throw new Error('no organisation');
  return Array.from({ length: count }, (_, index): DemoProject => {
    const organisation = index % 8 === 6 ? bitbucket : index % 8 === 7 ? circleci : github;
    const id = chance.uuid();
    const name = nameOf(index);
    return {
      id,
      organisation,
      name,
      slug: organisation.host === 'circleci' ? `${organisation.slug}/${id}` : `${organisation.slug}/${name}`,
      isFollowed: index < 8 || chance.happens(0.6),
      hasRunLately: chance.happens(0.4),
      isForbidden: index === 17,
      isPublic: false,
      tokens: [],
      variables: new Map(),
    };
  });
}

function nameOf(index: number): string {
  const repository = REPOSITORIES[index % REPOSITORIES.length] ?? 'project';
  const round = Math.floor(index / REPOSITORIES.length);
  return round < TEAMS.length ? `${repository}${TEAMS[round] ?? ''}` : `${repository}-${String(round)}`;
}

/** Every project gets some tokens, a few get many; the forbidden one gets two that nobody counts. */
function giveTokens(making: Making, projects: readonly DemoProject[], count: number): void {
  const { chance } = making;
  const open = projects.filter(({ isForbidden }) => !isForbidden);
  const lists = new Map<DemoProject, DemoToken[]>(projects.map((project) => [project, []]));
  for (let index = 0; index < count; index += 1) {
    const project = index < open.length * 3 ? open[index % open.length] : chance.pick(open);
    if (project !== undefined) lists.get(project)?.push(makeProjectToken(making, index));
  }
  for (const [project, tokens] of lists) {
    project.tokens = project.isForbidden
      ? [makeProjectToken(making, -1), makeProjectToken(making, -1)]
      : tokens;
  }
}

function makeProjectToken(making: Making, index: number): DemoToken {
  const { chance, profile } = making;
  const scope = chance.pick<ProjectScope>(['all', 'all', 'view-builds', 'status', 'status']);
  const id = chance.uuid();
  const createdAt = making.now - Math.round(ageFor(making, BALANCED.maxAgeDays[scope] ?? 90) * DAY_MS);
  return {
    id,
    label: labelFor(making, scope, index),
    scope,
    value: valueOf(making, 'project', id, createdAt),
    createdAt,
    hidesAge: profile === 'cloud' || (profile === 'cloud-time' && chance.happens(0.03)),
  };
}

/** Of six tokens about one is past its limit, some by years; a few come due within the month. Days, with a fraction. */
function ageFor({ chance }: Making, limit: number): number {
  const draw = chance.next();
  if (draw < 0.16) return limit + 0.5 + limit * 3 * chance.next() ** 2;
  if (draw < 0.26) return limit - 29.5 + 29 * chance.next();
  return 0.5 + (limit - 31) * chance.next();
}

function labelFor({ chance }: Making, scope: ProjectScope, index: number): string {
  const odd = index % 97 === 11 ? ODD_LABELS[Math.floor(index / 97) % ODD_LABELS.length] : undefined;
  if (odd !== undefined) return odd;
  const label: string = chance.pick<string>(LABELS[scope]);
  if (chance.happens(0.1)) return `${label} (${chance.pick(LEAVERS)})`;
  return chance.happens(0.15) ? `${label} ${chance.pick(PEOPLE)}` : label;
}

function makePersonalTokens(making: Making): readonly DemoToken[] {
  const { chance, now } = making;
  const days = [12, 40, 75, 130, 260, 340];
  const labels = ['rekey', 'laptop', 'ci-cli', 'terraform local', 'old laptop', 'grafana'];
  return days.map((age, index) => {
    const id = chance.uuid();
    const createdAt = now - Math.round((age + 0.5) * DAY_MS);
    return {
      id,
      label: labels[index] ?? 'token',
      scope: index === 5 ? 'read' : 'full',
      value: valueOf(making, 'personal', id, createdAt),
      createdAt,
      ...(index !== 4 && { lastUsedAt: now - Math.round(chance.next() * Math.min(age, 60) * DAY_MS) }),
      expiresAt: createdAt + 365 * DAY_MS,
      hidesAge: making.profile === 'cloud',
    };
  });
}

function makeContexts(
  { chance }: Making,
  [organisation]: readonly DemoOrganisation[],
): readonly DemoContext[] {
  if (organisation === undefined) return [];
  return CONTEXTS.map((name) => ({
    id: chance.uuid(),
    name,
    organisation,
    variables: new Map<string, DemoVariable>(),
  }));
}

/** Puts some of the tokens to use: a context or project variable holds the value of a token that exists. */
function useTokens(
  { chance, now }: Making,
  projects: readonly DemoProject[],
  contexts: readonly DemoContext[],
): void {
  const variableOf = (value: string): DemoVariable => {
    const createdAt = now - chance.whole(20, 400) * DAY_MS;
    return { value, createdAt, updatedAt: createdAt + DAY_MS };
  };
  for (const project of projects) {
    const admin = project.tokens.find(({ scope }) => scope === 'all');
    if (admin === undefined) continue;
    if (chance.happens(0.5)) project.variables.set('CIRCLE_TOKEN', variableOf(admin.value));
    project.variables.set('NODE_ENV', variableOf('production'));
    if (chance.happens(0.15)) {
      const name = `${project.name.toUpperCase().replaceAll('-', '_')}_TOKEN`;
      chance.pick(contexts).variables.set(name, variableOf(admin.value));
    }
  }
  for (const context of contexts) context.variables.set('SLACK_WEBHOOK', variableOf(chance.hex(24)));
}
