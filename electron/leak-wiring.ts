import type { NoteFact } from '../shared/domain/ledger-entry';
import type { Clock } from './clock';
import type { Connections } from './credentials/connections';
import type { ConsumerMap } from './delivery/consumer-map';
import type { InventoryDesk } from './inventory/inventory-desk';
import type { TokenNames } from './inventory/token-names';
import { matchValues, type MatchSource } from './inventory/match-value';
import type { Announce } from './ipc/announce';
import { openLeakDesk, type LeakDesk } from './leaks/leak-desk';
import type { NativeQuestion } from './rotation/native-question';

interface LeakParts {
  readonly connections: Connections;
  readonly inventory: Pick<InventoryDesk, 'lastOf'>;
  readonly names: TokenNames;
  readonly consumers: ConsumerMap;
  readonly announce: Announce;
  readonly confirmNatively: (question: NativeQuestion) => Promise<boolean>;
  readonly note: NoteFact;
  readonly clock: Clock;
  readonly randomId: () => string;
}

/** The search for tokens that were found, joined to connections, inventories and the ledger. */
export function openLeaks(parts: LeakParts): LeakDesk {
  const { connections, inventory, names, consumers, announce, confirmNatively, note, clock, randomId } =
    parts;

  const sources = async (): Promise<readonly MatchSource[]> => {
    const live = connections.list().flatMap(({ id }) => connections.liveOf(id) ?? []);
    return Promise.all(
      live.map(async ({ facts, credential, hashKey }) => {
        const tokens = (await inventory.lastOf(facts.id))?.tokens ?? [];
        return { connection: facts.id, host: facts.address, names, tokens, credential, hashKey };
      }),
    );
  };

  return openLeakDesk({
    matcher: async () =>
      matchValues(await sources(), ({ ref, lastFour }) => lastFour ?? consumers.of(ref).lastFour),
    connectionOf: connections.factsOf,
    clientOf: (id) => connections.liveOf(id)?.client,
    someProject: async (id) =>
      (await inventory.lastOf(id))?.tokens.find(({ project }) => project !== undefined)?.project,
    maySend: (lastFour, host) => confirmNatively({ kind: 'send-found', lastFour, host }),
    progress: (progress) => {
      announce('leaks:scan-progress', progress);
    },
    expired: () => {
      announce('leaks:forgotten', null);
    },
    note,
    clock,
    randomId,
  });
}
