import type { DemoProject, DemoState } from './demo-state';
import {
  accountOf,
  invalidToken,
  json,
  message,
  projectAt,
  type Asked,
  type AskedByStranger,
  type Reply,
  type Route,
} from './route';

const organisations = ({ state }: Asked): Reply =>
  json(
    200,
    state.organisations.map(({ name, host }) => ({ name, login: name, vcs_type: host, admin: true })),
  );

function followed({ state, query, trouble }: Asked): Reply {
  const rows = state.projects.filter(({ isFollowed }) => isFollowed).map(legacyRow);
  if (trouble?.kind !== 'many-branches') return json(200, rows);
  const isShallow = query.get('shallow') === 'true' && trouble.ignoresShallow !== true;
  return json(
    200,
    isShallow ? rows : rows.map((row) => ({ ...row, branches: branchesOf(trouble.branches) })),
  );
}

/** About 1.3 kB a branch, as a host has them with their last builds. */
const branchesOf = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `feature/${String(index)}`,
      {
        pusher_logins: ['m.roy'],
        recent_builds: Array(10).fill({ outcome: 'success', vcs_revision: '0'.repeat(40), build_num: index }),
      },
    ]),
  );

/** For `circleci` projects the names are for people, and only the address has the ids. */
function legacyRow({ organisation, name, id }: DemoProject) {
  const { host, name: username } = organisation;
  const url =
    host === 'circleci'
      ? `//circleci.com/${organisation.id}/${id}`
      : `https://${host}.com/${username}/${name}`;
  return {
    vcs_url: url,
    vcs_type: host,
    username,
    reponame: name,
    scopes: ['write-settings', 'view-builds'],
  };
}

function repositories({ state, parts, query }: Asked): Reply {
  const names = repositoriesOf(state, parts[0] ?? '');
  const size = Math.min(Number(query.get('per-page') ?? 30) || 30, 100);
  const from = ((Number(query.get('page') ?? 1) || 1) - 1) * size;
  return json(200, names.slice(from, from + size));
}

function repositoriesOf(state: DemoState, host: string) {
  const own = state.projects.filter(({ organisation }) => organisation.host === host).map(({ name }) => name);
  const bare = host === 'github' ? state.bareRepositories.map((slug) => slug.split('/')[2] ?? '') : [];
  const username = state.organisations[0]?.name;
  return [...own, ...bare].map((name) => ({ vcs_type: host, username, name }));
}

/** Recent builds: what a value is tried with. Whether a Status token is told from an unknown one is up to the host. */
function builds(asked: Asked): Reply {
  const { state, caller, parts } = asked;
  const project = projectAt(state, parts);
  if (caller.kind === 'person') {
    if (project === undefined) return message(404, 'Project not found');
    return project.isForbidden ? message(403, 'Permission denied') : json(200, []);
  }
  if (project === undefined || caller.project !== project)
    return project?.isPublic === true ? json(200, []) : message(404, 'Project not found');
  if (caller.token.scope !== 'status') return json(200, []);
  return state.behaviour.statusScope === 'forbidden'
    ? message(403, 'Permission denied')
    : buildsForStranger(asked);
}

/** A public project shows its builds to anyone; a private one is not there for strangers, or they are told to log in. */
function buildsForStranger({ state, parts, hasToken }: AskedByStranger): Reply {
  const { unknownToken, checksTokensOfPublic } = state.behaviour;
  if (projectAt(state, parts)?.isPublic === true)
    return hasToken && checksTokensOfPublic ? invalidToken : json(200, []);
  return unknownToken === 401 ? invalidToken : message(404, 'Project not found');
}

function me(asked: AskedByStranger): Reply {
  const { login } = accountOf(asked);
  return json(200, { login, name: login });
}

const meForStranger = (asked: AskedByStranger): Reply =>
  asked.state.behaviour.me === 'anyone' ? me(asked) : invalidToken;

/** v1.1: what every CircleCI has, besides its token calls. */
export const legacyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/api\/v1\.1\/me$/,
    answer: me,
    answerStranger: meForStranger,
  },
  { method: 'GET', path: /^\/api\/v1\.1\/user\/organizations$/, answer: organisations },
  { method: 'GET', path: /^\/api\/v1\.1\/projects$/, answer: followed },
  { method: 'GET', path: /^\/api\/v1\.1\/user\/repos\/([^/]+)$/, answer: repositories },
  {
    method: 'GET',
    path: /^\/api\/v1\.1\/project\/([^/]+)\/([^/]+)\/([^/]+)$/,
    forProjectTokens: true,
    answer: builds,
    answerStranger: buildsForStranger,
  },
];
