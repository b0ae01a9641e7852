import type { DemoState, DemoToken } from '../../electron/demo/demo-state';
import { DAY_MS, type Instant } from '../../shared/domain/instant';

/** A token with the project that it is in; personal ones are in none. */
export interface Placed {
  readonly token: DemoToken;
  readonly project: string;
}

/** Every token that the account can see, as the server itself has them. */
export function visibleTokens(state: DemoState): readonly Placed[] {
  const ofProjects = state.projects
    .filter(({ isForbidden }) => !isForbidden)
    .flatMap(({ slug, tokens }) => tokens.map((token) => ({ token, project: slug })));
  return [...ofProjects, ...state.personal.map((token) => ({ token, project: 'personal' }))];
}

const LIMIT_DAYS: Readonly<Record<string, number>> = { all: 90, 'view-builds': 180, status: 365 };

/** Those that are due by the Balanced policy, worked out from the server's own data without any of Rekey's code. */
export function dueTokens(state: DemoState, now: Instant): readonly Placed[] {
  return visibleTokens(state).filter(({ token, project }) => {
    if (token.hidesAge) return false; // First seen just now: its thirty days begin today.
    const limit = project === 'personal' ? 90 : (LIMIT_DAYS[token.scope] ?? 90);
    const isOld = now - token.createdAt >= limit * DAY_MS;
    const isUnused = token.lastUsedAt !== undefined && now - token.lastUsedAt >= 90 * DAY_MS;
    return isOld || isUnused;
  });
}

export const dueByHand = (state: DemoState, now: Instant): number => dueTokens(state, now).length;

/** What tells whether anything else was touched: ids, labels, scopes and values of all tokens, by project. */
export const fingerprint = (placed: readonly Placed[]): readonly string[] =>
  placed
    .map(({ token, project }) => [project, token.id, token.label, token.scope, token.value].join(' '))
    .sort();
