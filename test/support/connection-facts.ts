import type { ConnectionFacts } from '../../shared/domain/connection';
import { connectionIdOf } from './token-records';

/** A connection to Cloud as it is today, but for what a test says of it. */
export const connectionFacts = (said: Partial<ConnectionFacts>): ConnectionFacts => ({
  id: connectionIdOf(1),
  name: 'acme',
  address: 'https://circleci.com',
  login: 'm.roy',
  credential: 'session',
  isDemo: false,
  capabilities: {
    product: 'cloud',
    v2: true,
    v3: true,
    personalTokens: 'by-hand',
    deleteBy: 'id',
    listsCreationDates: false,
  },
  ...said,
});
