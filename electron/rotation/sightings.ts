import type { ConnectionId } from '../../shared/domain/connection-id';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenRef } from '../../shared/domain/token-ref';
import { listKey } from './list-order';
import type { RotationPorts } from './rotation-ports';

/** What has been seen of one list. */
export interface Sighting {
  /** Every token that was ever seen in it, so that none of them is taken for a new one. */
  readonly ever: Set<TokenRef>;
  /** Those that a reading has to show: seen once, and neither deleted by Rekey, nor found gone, nor given up by a person. */
  readonly expected: Set<TokenRef>;
  /** What was missing when a row could not be sure, for a person to answer for. */
  readonly doubted: Map<string, readonly TokenRef[]>;
}

/** Remembers what lists held, beginning with what the inventory knows of each. */
export type Sightings = (connection: ConnectionId, project: ProjectSlug | undefined) => Promise<Sighting>;

export function openSightings({
  knownIn,
  connectionOf,
}: Pick<RotationPorts, 'knownIn'> & Partial<Pick<RotationPorts, 'connectionOf'>>): Sightings {
  const lists = new Map<string, Promise<Sighting>>();
  return (connection, project) => {
    const host = connectionOf?.(connection)?.address;
    const key = listKey({ connection, host, project });
    const begun =
      lists.get(key) ??
      knownIn(connection, project).then((refs) => ({
        ever: new Set(refs),
        expected: new Set(refs),
        doubted: new Map(),
      }));
    lists.set(key, begun);
    return begun;
  };
}
