import { join } from 'node:path';

import type { ConnectionId } from '../shared/domain/connection-id';
import type { TokenRef } from '../shared/domain/token-ref';
import type { Connections } from './credentials/connections';
import type { InventoryDesk } from './inventory/inventory-desk';
import { migrateRefs, refsInFiles } from './inventory/migrate-refs';
import { openRefAliases, type RefAliases } from './inventory/ref-aliases';
import { withPayloads } from './rotation/journal-lines';
import { openTokenNames, type TokenNames } from './inventory/token-names';

export interface TokenNaming {
  readonly aliases: RefAliases;
  /** As every file names the token since this start; what is learned since holds from the next one. */
  readonly currentRef: (ref: TokenRef) => TokenRef;
  readonly namesOver: (
    connections: () => Pick<Connections, 'list' | 'liveOf'>,
    inventory: () => Pick<InventoryDesk, 'recordOf' | 'formerSlugs'>,
  ) => TokenNames;
}

/** Brings every file to the refs of today, before any of them is opened, and knows what is still called as before. */
export async function openTokenNaming(userData: string): Promise<TokenNaming> {
  const aliases = await openRefAliases(join(userData, 'ref-aliases'));
  await migrateRefs(userData, aliases, withPayloads);
  const inFiles = await refsInFiles(userData);
  const atStart = aliases.copy();
  return {
    aliases,
    currentRef: atStart,
    namesOver: (connections, inventory) =>
      openTokenNames({
        aliases,
        isKnown: (ref) => inFiles.has(ref) || inventory().recordOf(ref) !== undefined,
        connectionsAt: (host) =>
          connections()
            .list()
            .filter(({ address }) => address === host)
            .map(({ id }) => ({ id, ...formerKeyOf(connections(), id) })),
        formerSlugs: ({ connection, project }) =>
          project === undefined ? [] : inventory().formerSlugs(connection, project),
      }),
  };
}

function formerKeyOf({ liveOf }: Pick<Connections, 'liveOf'>, id: ConnectionId) {
  const formerKey = liveOf(id)?.formerKey;
  return formerKey && { formerKey };
}
