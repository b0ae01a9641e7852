import type { DemoServer } from '../../electron/demo/demo-server';
import type { DemoState } from '../../electron/demo/demo-state';
import { isDue, type AgePolicy } from '../../shared/domain/age-policy';
import type { Instant } from '../../shared/domain/instant';
import { standing, type Rules } from '../../shared/domain/standing';
import type { TokenRecord } from '../../shared/domain/token';
import { visibleTokens } from './server-facts';
import { connectionIdOf, refNumber, slugOf } from './token-records';

/** Every token that the account can see, as the server has it, in the form that verdicts are made of. */
export const recordsOf = (state: DemoState, firstSeenAt: Instant): readonly TokenRecord[] =>
  visibleTokens(state).map(({ token, project }, number) => ({
    ref: refNumber(number),
    connection: connectionIdOf(1),
    kind: project === 'personal' ? 'personal' : 'project',
    scope: token.scope,
    label: token.label,
    ...(project !== 'personal' && { project: slugOf(project) }),
    ...(!token.hidesAge && { createdAt: token.createdAt }),
    ...(token.lastUsedAt !== undefined && { lastUsedAt: token.lastUsedAt }),
    firstSeenAt,
    source: 'host',
  }));

/** The rules of a policy that nobody is excepted from. */
export const rulesOf = (policy: AgePolicy): Rules => ({ policy, exceptions: [] });

/** How many of the server's tokens, first seen at an instant, are due under a policy at the same or a later one. */
export const dueUnder = (
  { state }: Pick<DemoServer, 'state'>,
  policy: AgePolicy,
  firstSeenAt: Instant,
  now = firstSeenAt,
): number =>
  recordsOf(state, firstSeenAt).filter((token) => isDue(standing(token, rulesOf(policy), now))).length;
