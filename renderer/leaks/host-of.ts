import type { ConnectionFacts } from '../../shared/domain/connection';

/** The host of a connection as people know it: `circleci.com`. */
export const hostOf = ({ address }: Pick<ConnectionFacts, 'address'>): string => new URL(address).host;
