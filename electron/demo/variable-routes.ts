import type { Instant } from '../../shared/domain/instant';
import type { DemoVariable } from './demo-state';
import { json, message, pageOf, projectAt, textOf, type Asked, type Reply, type Route } from './route';

const ENVVAR = String.raw`/api/v2/project/([^/]+)/([^/]+)/([^/]+)/envvar`;
const CONTEXT = String.raw`/api/v2/context/([^/]+)/environment-variable`;
const PAGE = 20;

/** Contexts and variables of v2, whose values are only ever shown masked. */
export const variableRoutes: readonly Route[] = [
  { method: 'GET', path: new RegExp(`^${ENVVAR}$`), answer: listProjectVariables },
  { method: 'POST', path: new RegExp(`^${ENVVAR}$`), answer: setProjectVariable },
  { method: 'DELETE', path: new RegExp(`^${ENVVAR}/([^/]+)$`), answer: deleteProjectVariable },
  { method: 'GET', path: /^\/api\/v2\/context$/, answer: listContexts },
  { method: 'GET', path: new RegExp(`^${CONTEXT}$`), answer: listContextVariables },
  { method: 'PUT', path: new RegExp(`^${CONTEXT}/([^/]+)$`), answer: setContextVariable },
  { method: 'DELETE', path: new RegExp(`^${CONTEXT}/([^/]+)$`), answer: deleteContextVariable },
];

const iso = (instant: Instant) => new Date(instant).toISOString();
const lastFour = (value: string) => value.slice(-4);

function listing(rows: readonly unknown[], { query, trouble }: Asked): Reply {
  const page = pageOf(rows, query.get('page-token'), PAGE, trouble);
  return json(200, { items: page.rows, next_page_token: page.next });
}

function listProjectVariables(asked: Asked): Reply {
  const project = projectAt(asked.state, asked.parts);
  if (project === undefined) return message(404, 'Project not found');
  const rows = [...project.variables].map(([name, { value, createdAt }]) => ({
    name,
    value: `xxxx${lastFour(value)}`,
    'created-at': iso(createdAt),
  }));
  return listing(rows, asked);
}

function setProjectVariable({ state, parts, body, now }: Asked): Reply {
  const project = projectAt(state, parts);
  const name = textOf(body, 'name');
  const value = textOf(body, 'value');
  if (project === undefined) return message(404, 'Project not found');
  if (!name || value === undefined) return message(400, 'name and value are required');
  project.variables.set(name, written(project.variables.get(name), value, now));
  return json(201, { name, value: `xxxx${lastFour(value)}` });
}

function deleteProjectVariable({ state, parts }: Asked): Reply {
  const isGone = projectAt(state, parts)?.variables.delete(parts[3] ?? '') === true;
  return isGone ? message(200, 'Environment variable deleted.') : message(404, 'Not found');
}

function listContexts(asked: Asked): Reply {
  const id = asked.query.get('owner-id');
  const slug = asked.query.get('owner-slug');
  const isTyped = ['organization', 'account'].includes(asked.query.get('owner-type') ?? '');
  if (id === null && (slug === null || !isTyped)) return message(400, 'an owner is required');
  const own = asked.state.contexts.filter(({ organisation }) =>
    id === null ? organisation.slug === slug : organisation.id === id,
  );
  return listing(
    own.map(({ id, name }) => ({ id, name, created_at: iso(asked.now) })),
    asked,
  );
}

function listContextVariables(asked: Asked): Reply {
  const context = asked.state.contexts.find(({ id }) => id === asked.parts[0]);
  if (context === undefined) return message(404, 'Context not found');
  const rows = [...context.variables].map(([variable, { value, createdAt, updatedAt }]) => ({
    variable,
    context_id: context.id,
    truncated_value: lastFour(value),
    created_at: iso(createdAt),
    updated_at: iso(updatedAt),
  }));
  return listing(rows, asked);
}

function setContextVariable({ state, parts, body, now }: Asked): Reply {
  const [id, variable = ''] = parts;
  const context = state.contexts.find((candidate) => candidate.id === id);
  const value = textOf(body, 'value');
  if (context === undefined) return message(404, 'Context not found');
  if (value === undefined) return message(400, 'value is required');
  context.variables.set(variable, written(context.variables.get(variable), value, now));
  return json(200, { variable, context_id: context.id, updated_at: iso(now) });
}

function deleteContextVariable({ state, parts }: Asked): Reply {
  const [id, variable = ''] = parts;
  const isGone = state.contexts.find((context) => context.id === id)?.variables.delete(variable) === true;
  return isGone ? message(200, 'Environment variable deleted.') : message(404, 'Not found');
}

/** A date of change moves with every change, however fast they follow each other. */
const written = (before: DemoVariable | undefined, value: string, now: Instant): DemoVariable => ({
  value,
  createdAt: before?.createdAt ?? now,
  updatedAt: before === undefined ? now : Math.max(now, before.updatedAt + 1),
});
