import type { DemoProject } from './demo-state';
import {
  accountOf,
  invalidToken,
  json,
  message,
  pageOf,
  projectAt,
  type Asked,
  type AskedByStranger,
  type Reply,
  type Route,
} from './route';
import { base58 } from './token-values';
import { COLLEAGUE } from './words';

const PAGE = 20;
const MOST_A_PAGE = 50;

const collaborations = (asked: Asked): Reply =>
  json(200, [
    ...asked.state.organisations.map(({ id, name, slug, host }) => ({ id, name, slug, vcs_type: host })),
    ...[accountOf(asked).login, COLLEAGUE].map((login) => ({
      id: null,
      name: login,
      slug: `gh/${login}`,
      vcs_type: 'github',
    })),
  ]);

function oneProject({ state, parts }: Asked): Reply {
  const [host = '', organisation = '', id = ''] = parts;
  const byIds = state.projects.find(
    (project) => project.id === id && project.organisation.id === organisation,
  );
  const project = host === 'circleci' && byIds !== undefined ? byIds : projectAt(state, parts);
  return project === undefined ? message(404, 'Project not found') : json(200, v2Row(project));
}

/** The followed projects come with short ids where other lists have UUIDs. */
const followedRow = (project: DemoProject) => ({
  ...v2Row(project),
  slug:
    project.organisation.host === 'circleci'
      ? `circleci/${base58(project.organisation.id)}/${base58(project.id)}`
      : project.slug,
});

const v2Row = ({ id, slug, name, organisation }: DemoProject) => ({
  id,
  slug,
  name,
  organization_id: organisation.id,
  organization_name: organisation.name,
  organization_slug: organisation.slug,
});

function listing(rows: readonly unknown[], { query, trouble }: Asked, size = PAGE): Reply {
  const page = pageOf(rows, query.get('page-token'), size, trouble);
  return json(200, { items: page.rows, next_page_token: page.next });
}

function pipelines(asked: Asked): Reply {
  const slug = asked.query.get('org-slug');
  const recent = asked.state.projects.filter(
    (project) => project.hasRunLately && project.organisation.slug === slug,
  );
  return listing(
    recent.map((project, number) => ({ id: project.id, number, project_slug: project.slug })),
    asked,
  );
}

function insights({ state, parts }: Asked): Reply {
  const slug = parts.join('/');
  const known = state.projects.filter(
    (project, index) => project.organisation.slug === slug && index % 2 === 0,
  );
  return json(200, { all_projects: known.map(({ name }) => name) });
}

function modernProjects({ state, query, trouble }: Asked): Reply {
  const organisation = query.get('filter[org_id]');
  const own = state.projects.filter((project) => project.organisation.id === organisation);
  const rows = own.map(({ id, name, organisation: { id: org } }) => ({
    id,
    attributes: { name },
    references: { org: { id: org } },
  }));
  const size = Math.min(Number(query.get('page[limit]') ?? PAGE) || PAGE, MOST_A_PAGE);
  const page = pageOf(rows, query.get('page[cursor]'), size, trouble);
  return json(200, { data: page.rows, page: { next: page.next } });
}

/** Two projects stay out of it: so that no listing by itself is the whole. */
function privateProjects(asked: Asked): Reply {
  const { state, query } = asked;
  const size = Number(query.get('page-size') ?? PAGE) || PAGE;
  if (size > MOST_A_PAGE) return message(500, 'Internal error');
  const organisation = query.get('organization-id');
  const own = state.projects.filter(
    (project, index) => project.organisation.id === organisation && index % 60 !== 5,
  );
  return listing(
    own.map(({ id, slug, name }) => ({ id, slug, name, has_trigger: true })),
    asked,
    size,
  );
}

const followedProjects = (asked: Asked): Reply =>
  listing(asked.state.projects.filter(({ isFollowed }) => isFollowed).map(followedRow), asked);

function me(asked: AskedByStranger): Reply {
  const { id, login } = accountOf(asked);
  return json(200, { id, login, name: login });
}

/** v2, v3 and the private listings, as Cloud has them: who the account is and which projects there are. */
export const modernRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: /^\/api\/v2\/me$/,
    answer: me,
    answerStranger: (asked) => (asked.state.behaviour.me === 'anyone' ? me(asked) : invalidToken),
  },
  { method: 'GET', path: /^\/api\/v2\/me\/collaborations$/, answer: collaborations },
  { method: 'GET', path: /^\/api\/v2\/project\/([^/]+)\/([^/]+)\/([^/]+)$/, answer: oneProject },
  { method: 'GET', path: /^\/api\/v2\/pipeline$/, answer: pipelines },
  { method: 'GET', path: /^\/api\/v2\/insights\/([^/]+)\/([^/]+)\/summary$/, answer: insights },
  {
    method: 'GET',
    path: /^\/api\/v3\/users$/,
    answer: (asked) =>
      json(200, {
        data: [{ id: 'me', attributes: { login: accountOf(asked).login } }],
        page: { next: null },
      }),
  },
  { method: 'GET', path: /^\/api\/v3\/projects$/, answer: modernProjects },
  { method: 'GET', path: /^\/api\/private\/project$/, answer: privateProjects },
  { method: 'GET', path: /^\/api\/private\/me\/followed-projects$/, answer: followedProjects },
];
