import type { DemoServer } from '../../electron/demo/demo-server';
import type { Fault, Trouble } from '../../electron/demo/fault';
import type { Snapshot } from '../../electron/inventory/snapshots';
import { totalCoverage, type CoverageTotals } from '../../shared/domain/coverage';
import { CONNECTION, inventoryBench } from './inventory-bench';
import { must } from './token-records';
import { valueOf } from './value-of';

/** Few enough that none is forbidden; a project of each VCS is among them. */
export const SIZE = { projects: 12, tokens: 55 };

export const HTML: Trouble = { kind: 'html' };
export const status = (code: number): Trouble => ({ kind: 'status', status: code });
export const shrunk = (keeps: number): Trouble => ({ kind: 'shrunk', keeps });
export const at = (path: string, trouble: Trouble): Fault => ({ method: 'GET', path, trouble });

export const COLLABORATIONS = '/api/v2/me/collaborations';
export const V1_LIST = '/api/v1.1/projects';
export const PERSONAL = '/user/token';
export const TOKENS = '/api/v1.1/project/.*/token$';

interface State extends CoverageTotals {
  readonly tokens: number;
  readonly unseen: number;
}

/** The inventory over a server, synced with whatever trouble a test wants. */
export async function syncBench(server: DemoServer, folder: string) {
  const bench = await inventoryBench(server, folder);
  const last = async () => must(await bench.desk.lastOf(CONNECTION));
  return {
    ...bench,
    sync: async (faults: readonly Fault[] = []): Promise<State> => {
      server.setFaults(faults);
      valueOf(await bench.desk.sync(CONNECTION));
      return stateOf(await last());
    },
    last,
  };
}

const stateOf = ({ tokens, coverage }: Snapshot): State => ({
  tokens: tokens.length,
  unseen: tokens.filter(({ lastSeenAt }) => lastSeenAt !== undefined).length,
  ...totalCoverage([coverage]),
});
