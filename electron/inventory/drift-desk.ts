import type { ConnectionId } from '../../shared/domain/connection-id';
import {
  reportDrift,
  type DriftFailure,
  type DriftReport,
  type LookFacts,
} from '../../shared/domain/drift-report';
import type { Instant } from '../../shared/domain/instant';
import { err, ok, type Result } from '../../shared/result';
import type { OwnWork } from './own-work';
import type { Snapshot, Snapshots } from './snapshots';

/** What changed at a connection since it was looked at before. */
export interface DriftDesk {
  /** The looks before the last one that are still kept, the latest first. */
  readonly earlierLooks: (connection: ConnectionId) => Promise<readonly LookFacts[]>;
  /** Since the look before the last one, or since the one that was taken at `since`. */
  readonly drift: (connection: ConnectionId, since?: Instant) => Promise<Result<DriftReport, DriftFailure>>;
}

interface DriftPorts {
  readonly lastOf: (connection: ConnectionId) => Promise<Snapshot | undefined>;
  readonly snapshotsOf: (connection: ConnectionId) => Pick<Snapshots, 'older' | 'olderAt'>;
  readonly ownWork: Pick<OwnWork, 'of'>;
}

export function openDriftDesk({ lastOf, snapshotsOf, ownWork }: DriftPorts): DriftDesk {
  const earlierLooks = (connection: ConnectionId) => snapshotsOf(connection).older(connection);

  return {
    earlierLooks,
    drift: async (connection, since) => {
      const now = await lastOf(connection);
      const then = since ?? (await earlierLooks(connection))[0]?.takenAt;
      if (now === undefined || then === undefined) return err({ kind: 'nothing-to-compare' });
      const before = await snapshotsOf(connection).olderAt(connection, then);
      if (before === undefined) return err({ kind: 'no-such-snapshot' });
      return ok(reportDrift(before, now, ownWork.of(connection)));
    },
  };
}
