import { packSlice } from '../../shared/domain/crossing';
import type { Channel } from '../../shared/ipc/channel-names';
import { err, ok } from '../../shared/result';
import type { Features } from './features';
import type { Handlers } from './serve';

type Channels = Extract<Channel, `inventory:${string}` | `register:${string}`>;

export function inventoryHandlers(features: Features): Pick<Handlers, Channels> {
  const { connections, inventory, rotation, facts } = features;
  const now = () => facts().now;
  return {
    'inventory:slice': async ({ connection, from, most }) => {
      if (connections.factsOf(connection) === undefined) return err({ kind: 'no-such-connection' });
      return ok(packSlice(await inventory.slice(connection, from, most)));
    },
    'inventory:sync': async ({ connection }) => {
      if (connections.factsOf(connection) === undefined) return err({ kind: 'no-such-connection' });
      // A look that reads a project before its token is rotated would show the old one again at its end.
      return rotation.isRotating(connection) ? err({ kind: 'busy' }) : inventory.sync(connection);
    },
    'inventory:stop': async ({ connection }) => {
      await inventory.stop(connection);
      return ok(null);
    },
    'inventory:retry': async ({ connection, projects }) => {
      if (connections.factsOf(connection) === undefined) return err({ kind: 'no-such-connection' });
      return rotation.isRotating(connection) ? err({ kind: 'busy' }) : inventory.retry(connection, projects);
    },
    'inventory:snapshots': async ({ connection }) => {
      if (connections.factsOf(connection) === undefined) return err({ kind: 'no-such-connection' });
      return ok(await inventory.earlierLooks(connection));
    },
    'inventory:drift': async ({ connection, since }) => {
      if (connections.factsOf(connection) === undefined) return err({ kind: 'no-such-connection' });
      return inventory.drift(connection, since);
    },
    'inventory:decide': ({ connection, decision }) => features.coverage.decide(connection, decision),
    'register:add': async ({ connection, entry }) => {
      if (connections.factsOf(connection) === undefined) return err({ kind: 'no-such-connection' });
      const { createdAt = 0, expiresAt = Number.POSITIVE_INFINITY } = entry;
      if (createdAt > now() || expiresAt <= createdAt) return err({ kind: 'impossible-dates' });
      const added = await inventory.addByHand(connection, entry);
      return added.ok ? added : err({ kind: added.error });
    },
    'register:remove': async ({ connection, ref }) => {
      const removed = await inventory.removeByHand(connection, ref);
      return removed.ok ? removed : err({ kind: removed.error });
    },
  };
}
