import type { IncomingMessage } from 'node:http';

import type { Instant } from '../../shared/domain/instant';
import type { Chance } from './chance';
import { checkoutKeyRoutes, legacyKeyRoutes } from './checkout-key-routes';
import type { DemoState } from './demo-state';
import type { Trouble } from './fault';
import { legacyRoutes } from './legacy-routes';
import { modernRoutes } from './modern-routes';
import { invalidToken, message, notFoundPage, type Caller, type Reply } from './route';
import { tokenRoutes } from './token-routes';
import { variableRoutes } from './variable-routes';

const OLD = [...tokenRoutes, ...legacyRoutes, ...legacyKeyRoutes];
const ALL = [...OLD, ...modernRoutes, ...variableRoutes, ...checkoutKeyRoutes];

export interface Question {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
  readonly trouble: Trouble | undefined;
  readonly now: Instant;
}

/** Answers one request from the state, and changes the state where the request says so. */
export function answerFrom(state: DemoState, chance: Chance, question: Question): Reply {
  const { method, url, headers, text, trouble, now } = question;
  if (url.searchParams.has('circle-token')) return message(400, 'a token does not belong into an address');
  const routes = state.profile === 'server-2' ? OLD : ALL;
  const matching = routes.filter(({ path }) => path.test(url.pathname));
  if (matching.length === 0) return notFoundPage;
  const route = matching.find((candidate) => candidate.method === method);
  if (route === undefined) return message(405, 'Method not allowed');
  const caller = callerOf(state, headers, url.pathname.startsWith('/api/v3/'));
  if (caller === undefined && route.answerStranger === undefined) return invalidToken;
  if (caller?.kind === 'project' && route.forProjectTokens !== true)
    return message(401, 'You must log in first.');
  const body = text === '' ? undefined : parse(text);
  if (body === null) return message(400, 'Malformed JSON');
  const parts = (route.path.exec(url.pathname) ?? []).slice(1).map(decodeURIComponent);
  const hasToken = caller !== undefined || tokenOf(headers, false) !== undefined;
  const asked = { state, hasToken, parts, query: url.searchParams, body, now, chance, trouble };
  if (caller !== undefined) return route.answer({ ...asked, caller });
  return route.answerStranger?.(asked) ?? invalidToken;
}

function callerOf(state: DemoState, headers: IncomingMessage['headers'], isV3: boolean): Caller | undefined {
  const value = tokenOf(headers, isV3);
  if (value === undefined) return undefined;
  const personal = state.personal.find((token) => token.value === value);
  if (personal !== undefined) return { kind: 'person', token: personal };
  for (const colleague of state.colleagues) {
    const token = colleague.personal.find((candidate) => candidate.value === value);
    if (token !== undefined) return { kind: 'person', token, colleague };
  }
  for (const project of state.projects) {
    const token = project.tokens.find((candidate) => candidate.value === value);
    if (token !== undefined) return { kind: 'project', token, project };
  }
  return undefined;
}

function tokenOf(headers: IncomingMessage['headers'], isV3: boolean): string | undefined {
  const bearer = /^Bearer (\S+)$/i.exec(headers.authorization ?? '')?.[1];
  // v3 takes a bearer's token alone, as CircleCI's does.
  const value = isV3 ? bearer : (headers['circle-token'] ?? bearer);
  return typeof value === 'string' ? value : undefined;
}

/** `null` stands for what is no JSON: a body of `null` is none that any call takes. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
