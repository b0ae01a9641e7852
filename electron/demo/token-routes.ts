import type { TokenKind, TokenScope } from '../../shared/domain/token';
import type { DemoProfile, DemoState, DemoToken } from './demo-state';
import type { SecondAdminAct, Trouble } from './fault';
import { json, message, projectAt, textOf, type Asked, type Reply, type Route } from './route';
import { afterSecondAdmin } from './second-admin';
import { valueOf } from './token-values';

const PROJECT_SCOPES = new Set<string>(['all', 'view-builds', 'status']);
const ACCESS_LEVELS: Readonly<Record<string, string>> = { full: 'admin', write: 'write', read: 'read' };
const TOKENS = String.raw`/api/v1(?:\.1)?/project/([^/]+)/([^/]+)/([^/]+)/token`;

export const tokenRoutes: readonly Route[] = [
  { method: 'GET', path: new RegExp(`^${TOKENS}$`), answer: (asked) => onProject(asked, listTokens) },
  { method: 'POST', path: new RegExp(`^${TOKENS}$`), answer: (asked) => onProject(asked, createToken) },
  {
    method: 'DELETE',
    path: new RegExp(`^${TOKENS}/([^/]+)$`),
    answer: (asked) => onProject(asked, deleteToken),
  },
  { method: 'GET', path: /^\/api\/v1\/user\/token$/, answer: listPersonal },
  { method: 'POST', path: /^\/api\/v1\/user\/token$/, answer: createPersonal },
  { method: 'DELETE', path: /^\/api\/v1\/user\/token\/([^/]+)$/, answer: deletePersonal },
];

type Project = NonNullable<ReturnType<typeof projectAt>>;

function onProject(asked: Asked, answer: (project: Project, asked: Asked) => Reply): Reply {
  const project = projectAt(asked.state, asked.parts);
  if (project === undefined) return message(404, 'Project not found');
  if (project.isForbidden) return message(403, 'Permission denied');
  const { trouble } = asked;
  if (trouble?.kind === 'second-admin' && trouble.when === 'before')
    letSecondAdmin(project, trouble.does, asked);
  const reply = answer(project, asked);
  if (trouble?.kind === 'second-admin' && trouble.when === 'after')
    letSecondAdmin(project, trouble.does, asked);
  return reply;
}

function letSecondAdmin(project: Project, does: SecondAdminAct, asked: Asked): void {
  project.tokens = afterSecondAdmin(project.tokens, does, asked);
}

const listTokens = (project: Project, { state }: Asked): Reply =>
  json(
    200,
    project.tokens.map((token) => projectRow(state.profile, token)),
  );

/** A list row of the profile's day: full values and no ids on old servers, ids and no values since. */
function projectRow(profile: DemoProfile, token: DemoToken) {
  const { id, label, scope, value, createdAt, hidesAge } = token;
  const time = new Date(createdAt).toISOString();
  if (profile === 'server-2') return { token: value, label, scope, time };
  return { id, label, scope, token: null, ...(!hidesAge && { time }) };
}

function createToken(project: Project, asked: Asked): Reply {
  const { state, body, trouble } = asked;
  const label = textOf(body, 'label') ?? '';
  const scope = textOf(body, 'scope') ?? '';
  if (label === '' || !PROJECT_SCOPES.has(scope)) return message(400, 'label and scope are required');
  const hasTwin = project.tokens.some((token) => token.label === label);
  if (trouble?.kind === 'duplicate-label' && hasTwin) return message(400, 'label is taken');
  const given = trouble?.kind === 'scope-changed' ? (scope === 'status' ? 'view-builds' : 'status') : scope;
  const make = () => makeToken(asked, 'project', label, given as TokenScope);
  const first = trouble?.kind === 'arrives-twice' ? [make()] : [];
  const token = make();
  project.tokens = [...project.tokens, ...first, token];
  const status = state.profile === 'server-2' ? 200 : 201;
  return json(status, { ...projectRow(state.profile, token), token: shownValue(token, trouble) });
}

function makeToken(
  { state, now, chance }: Asked,
  kind: TokenKind,
  label: string,
  scope: TokenScope,
): DemoToken {
  const id = chance.uuid();
  const value = valueOf({ profile: state.profile, chance }, kind, id, now);
  return {
    id,
    label,
    scope,
    value,
    createdAt: now,
    hidesAge: state.profile === 'cloud',
    madeBy: state.login,
  };
}

/** The value that the answer to a create shows: that of the token, but for its last eight digits where trouble has it. */
function shownValue({ value }: DemoToken, trouble: Trouble | undefined): string {
  if (trouble?.kind !== 'wrong-value') return value;
  const end = value.slice(-8).replace(/[0-9a-f]/g, (digit) => (15 - parseInt(digit, 16)).toString(16));
  return value.slice(0, -8) + end;
}

function deleteToken(project: Project, asked: Asked): Reply {
  const found = findNamed(project.tokens, asked.parts[3], asked);
  if (found === undefined) return message(404, 'Token not found');
  if (asked.trouble?.kind !== 'delete-ignored') {
    project.tokens = project.tokens.filter((token) => token !== found);
    asked.state.deleted.push(found);
  }
  return message(200, 'ok');
}

/** What a delete names: the value on old servers, the id since. */
function findNamed(tokens: readonly DemoToken[], name: string | undefined, { state }: Asked) {
  return tokens.find((token) => name === (state.profile === 'server-2' ? token.value : token.id));
}

function listPersonal(asked: Asked): Reply {
  const { state } = asked;
  if (state.profile === 'cloud') return message(404, 'Not found');
  return json(
    200,
    ownerOf(asked).personal.map((token) => personalRow(state.profile, token)),
  );
}

/** Who has the personal tokens that the request can see. */
const ownerOf = ({ state, caller }: Asked): Pick<DemoState, 'personal'> =>
  (caller.kind === 'person' ? caller.colleague : undefined) ?? state;

function personalRow(profile: DemoProfile, token: DemoToken) {
  const { id, label, scope, value, createdAt, lastUsedAt, expiresAt } = token;
  const iso = (instant: number | undefined) => instant && new Date(instant).toISOString();
  if (profile === 'server-2') return { label, token: value, time: iso(createdAt) };
  return {
    id,
    label,
    token: null,
    access_level: ACCESS_LEVELS[scope],
    created_at: iso(createdAt),
    last_used_at: iso(lastUsedAt),
    expires_at: iso(expiresAt),
  };
}

function createPersonal(asked: Asked): Reply {
  const { state, body } = asked;
  const label = textOf(body, 'label') ?? '';
  if (state.profile === 'cloud') return message(404, 'Not found');
  if (label === '') return message(400, 'label is required');
  const make = () => makeToken(asked, 'personal', label, 'full');
  const first = asked.trouble?.kind === 'arrives-twice' ? [make()] : [];
  const token = make();
  const owner = ownerOf(asked);
  owner.personal = [...owner.personal, ...first, token];
  return json(201, { ...personalRow(state.profile, token), token: token.value });
}

function deletePersonal(asked: Asked): Reply {
  const { state, parts } = asked;
  const owner = ownerOf(asked);
  const found = findNamed(owner.personal, parts[0], asked);
  if (found === undefined || state.profile === 'cloud') return message(404, 'Not found');
  owner.personal = owner.personal.filter((token) => token !== found);
  state.deleted.push(found);
  return message(200, 'ok');
}
