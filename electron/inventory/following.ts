import type { ConnectionId } from '../../shared/domain/connection-id';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { RemoteToken } from '../circleci/client';
import type { Clock } from '../clock';
import { countKnown } from './doubt-emptied';
import { followList } from './follow-list';
import { gatherChanges } from './gather-changes';
import type { OpenConnection } from './open-connection';
import type { Snapshot } from './snapshots';
import type { TokenNames } from './token-names';

interface FollowingPorts {
  readonly openOf: (connection: ConnectionId) => OpenConnection | undefined;
  readonly names?: TokenNames;
  /** The other connections to the same host. */
  readonly othersAt?: (connection: ConnectionId) => readonly ConnectionId[];
  readonly clock: Clock;
  /** Whether Rekey itself deleted a token. */
  readonly deletedBy: (connection: ConnectionId) => (ref: TokenRef) => boolean;
  readonly lastOf: (connection: ConnectionId) => Promise<Snapshot | undefined>;
  readonly edit: (connection: ConnectionId, change: (last: Snapshot) => Snapshot) => Promise<void>;
}

interface List {
  readonly connection: ConnectionId;
  readonly project: ProjectSlug | undefined;
  readonly rows: readonly RemoteToken[];
}

/**
 * Takes lists that were read outside a sync, many at once. A project's list is the same for every connection of the host that
 * knows the project, whichever of them read it.
 */
export function openFollowing(ports: FollowingPorts) {
  const { openOf, names, othersAt = () => [], clock, deletedBy, lastOf, edit } = ports;

  /** An empty list that nothing explains is no news of tokens that were there. */
  const followed = (last: Snapshot, open: OpenConnection, { connection, project, rows }: List): Snapshot => {
    const known = countKnown(last.tokens, deletedBy(connection)).get(project) ?? 0;
    const reader = { ...open, ...(names !== undefined && { names }) };
    return rows.length === 0 && known > 0 ? last : followList(last, reader, project, rows, clock.now());
  };

  const followGathered = async (lists: ReadonlyMap<string, List>) => {
    const connections = new Set([...lists.values()].map(({ connection }) => connection));
    for (const connection of connections) {
      const open = openOf(connection);
      const last = await lastOf(connection);
      if (open === undefined || last === undefined) continue;
      const own = [...lists.values()].filter(
        (list) => list.connection === connection && knows(last, list.project),
      );
      if (own.length === 0) continue;
      await edit(connection, (before) => own.reduce((sofar, list) => followed(sofar, open, list), before));
    }
  };
  const gather = gatherChanges<string, List>(clock, followGathered);

  return (connection: ConnectionId, project: ProjectSlug | undefined, rows: readonly RemoteToken[]) => {
    const readers = project === undefined ? [connection] : [connection, ...othersAt(connection)];
    for (const reader of readers) gather(`${reader} ${project ?? ''}`, { connection: reader, project, rows });
  };
}

/** Where a connection does not know the project, what another reads there says nothing about its inventory. */
const knows = ({ coverage, tokens }: Snapshot, project: ProjectSlug | undefined) =>
  project === undefined ||
  coverage.projects.some((line) => line.project === project) ||
  tokens.some((token) => token.project === project);
