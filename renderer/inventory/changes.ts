import type { ConnectionId } from '../../shared/domain/connection-id';
import { changeCount, type DriftReport } from '../../shared/domain/drift-report';
import type { TokenRef } from '../../shared/domain/token-ref';

/** What changed at one connection: which tokens are there and not as they were, and how many changes there are in all. */
export interface Changes {
  readonly refs: readonly TokenRef[];
  readonly count: number;
}

/** What changed since the look before, by connection, as each is told by itself. */
export interface KnownChanges {
  readonly changesIn: ReadonlyMap<ConnectionId, Changes>;
  /** Tokens that are new or changed, of all connections. */
  readonly changed: ReadonlySet<TokenRef>;
}

const NO_CHANGES: Changes = { refs: [], count: 0 };

/** Takes in what main told of one connection; nothing where there is nothing to compare. */
export function withChanges(
  { changesIn }: KnownChanges,
  connection: ConnectionId,
  report: Pick<DriftReport, 'counts' | 'changedRefs'> | undefined,
): KnownChanges {
  const told = report === undefined ? NO_CHANGES : { refs: report.changedRefs, count: changeCount(report) };
  return knownFrom(new Map(changesIn).set(connection, told));
}

/** What changed at those connections that are still there. */
export const changesAmong = (
  { changesIn }: KnownChanges,
  connections: ReadonlySet<ConnectionId>,
): KnownChanges => knownFrom(new Map([...changesIn].filter(([id]) => connections.has(id))));

const knownFrom = (changesIn: KnownChanges['changesIn']): KnownChanges => ({
  changesIn,
  changed: new Set([...changesIn.values()].flatMap(({ refs }) => refs)),
});

/** How many changes there are at all connections: as many as their lists tell, what is gone included. */
export const selectChangeCount = ({ changesIn }: KnownChanges): number =>
  [...changesIn.values()].reduce((sum, { count }) => sum + count, 0);
