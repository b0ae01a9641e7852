import type { DemoState } from '../../electron/demo/demo-state';
import type { Instant } from '../../shared/domain/instant';
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
