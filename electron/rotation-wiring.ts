import { homedir } from 'node:os';

import type { LedgerToken } from '../shared/domain/ledger-fact';
import type { TokenRef } from '../shared/domain/token-ref';
import type { Connections } from './credentials/connections';
import type { ConsumerMap } from './delivery/consumer-map';
import type { DeliveryTargets } from './delivery/delivery-targets';
import { openSinks } from './delivery/sink-for';
import { spawnCommand } from './delivery/spawn-command';
import { idInValue } from './inventory/id-in-value';
import type { InventoryDesk } from './inventory/inventory-desk';
import { isValueOf, mayBeOwn } from './inventory/own-credential';
import type { OwnWork } from './inventory/own-work';
import type { TokenNames } from './inventory/token-names';
import type { Noting } from './note-facts';
import { compactAfter } from './rotation/compact-after';
import { moveOf, sealedRows, type LedgerMove } from './rotation/known-elsewhere';
import { openRotationDesk, type RotationDesk } from './rotation/rotation-desk';
import type { RotationPorts } from './rotation/rotation-ports';
import { unnotedMoves } from './rotation/unnoted-moves';

interface RotationParts extends Pick<
  RotationPorts,
  'overlapHours' | 'confirmNatively' | 'changed' | 'journal' | 'clock' | 'randomId' | 'digest' | 'compared'
> {
  /** Where sealed values are. */
  readonly vaultFolder: string;
  readonly connections: Connections;
  readonly inventory: InventoryDesk;
  readonly names: TokenNames;
  /** The ref that took the place of one that the ledger has from before. */
  readonly currentRef: (ref: TokenRef) => TokenRef;
  readonly targets: Pick<DeliveryTargets, 'find'>;
  readonly consumers: ConsumerMap;
  readonly ownWork: OwnWork;
  readonly noting: Noting;
}

/** How long a command has to end by itself once it was told to. */
const GRACE_MS = 2_000;

/** Rotation, joined to connections, inventories, deliveries and the ledger. */
export function openRotation(parts: RotationParts): RotationDesk {
  const { connections, inventory, names, targets, ownWork, noting, journal, vaultFolder, ...ports } = parts;
  const currentToken = (token: LedgerToken) => ({ ...token, token: parts.currentRef(token.token) });
  const moves: LedgerMove[] = [];
  const caughtUp = noting.catchUp(() => {
    const memory = unnotedMoves(journal.records);
    moves.length = 0;
    return {
      heard: (entry) => {
        moves.push(...moveOf(entry).map((move) => ({ ...move, token: currentToken(move.token) })));
        memory.heard(entry);
      },
      missing: memory.missing,
    };
  });
  return openRotationDesk({
    ...ports,
    clientOf: (id) => connections.liveOf(id)?.client,
    vaultOf: connections.vaultOf,
    connectionOf: connections.factsOf,
    recordOf: inventory.recordOf,
    seenBy: inventory.seenBy,
    knownIn: inventory.knownIn,
    refOf: (connection, kind, project, token) => {
      const live = connections.liveOf(connection);
      return live && names.of({ host: live.facts.address, connection, kind, project }, token, live.hashKey);
    },
    mayBeOwn: (connection, rows) => {
      const live = connections.liveOf(connection);
      return live === undefined ? new Set(rows) : mayBeOwn(rows, live.credential);
    },
    isValueOf,
    listRead: inventory.follow,
    noteDeed: ownWork.note,
    knownElsewhere: async () => {
      await caughtUp;
      return {
        moves,
        sealed: await sealedRows(vaultFolder),
        deletedOf: (connection) => ownWork.of(connection).deleted,
        createdWith: ({ connection, kind, project }, value) => {
          const live = connections.liveOf(connection);
          const id = idInValue(value);
          const place = { host: live?.facts.address ?? '', connection, kind, project };
          const token = { label: '', scope: 'other' as const };
          const refs = live && [
            names.of(place, { ...token, ...(id !== undefined && { id }) }, live.hashKey),
            names.of(place, { ...token, value }, live.hashKey),
          ];
          const { made } = ownWork.of(connection);
          return refs?.find((ref) => ref !== undefined && made.has(ref));
        },
      };
    },
    madeFor: ownWork.madeFor,
    beforeRun: inventory.stop,
    sinkFor: openSinks({
      targetOf: targets.find,
      runCommand: spawnCommand({
        environment: process.env,
        home: homedir(),
        graceMilliseconds: GRACE_MS,
      }),
      now: ports.clock.now,
      random: ports.randomId,
      switchTo: connections.switchTo,
      worksWith: connections.worksWith,
    }),
    ledger: noting,
    // The journal can tell of a deed again until it is remembered elsewhere.
    journal: compactAfter(journal, async () =>
      (await Promise.all([ownWork.idle(), noting.idle()])).every(Boolean),
    ),
  });
}
