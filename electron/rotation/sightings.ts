import type { ConnectionId } from '../../shared/domain/connection-id';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { RotationPorts } from './rotation-ports';

/** What has been seen of one list. */
export interface Sighting {
  /** Every token that was ever seen in it, so that none of them is taken for a new one. */
  readonly ever: Set<TokenRef>;
  /** Those of the last reading that have not been deleted by Rekey since. */
  last: Set<TokenRef>;
}

/** Remembers what lists held, beginning with what the inventory knows of each. */
export type Sightings = (connection: ConnectionId, project: ProjectSlug | undefined) => Promise<Sighting>;

export function openSightings({ knownIn }: Pick<RotationPorts, 'knownIn'>): Sightings {
  const lists = new Map<string, Promise<Sighting>>();
  return (connection, project) => {
    const key = JSON.stringify([connection, project ?? '']);
    const begun =
      lists.get(key) ??
      knownIn(connection, project).then((known) => ({ ever: new Set(known), last: new Set(known) }));
    lists.set(key, begun);
    return begun;
  };
}
