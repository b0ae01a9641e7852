import type { Channel } from '../../shared/ipc/channel-names';
import { err, ok } from '../../shared/result';
import type { Features } from './features';
import type { Handlers } from './serve';

type Channels = Extract<Channel, `ledger:${string}`>;
type Needed = Pick<Features, 'ledger' | 'nameLedgerFile'>;

/** What was done, whether it is whole, and a copy of it; the page never names a file. */
export function ledgerHandlers({ ledger, nameLedgerFile }: Needed): Pick<Handlers, Channels> {
  return {
    'ledger:page': async ({ from, most, ...query }) => ok(await ledger.page(query, from, most)),
    'ledger:verify': async () => ok(await ledger.verify()),
    'ledger:export': async () => {
      const { head, trouble } = await ledger.state();
      if (trouble !== undefined) return err({ kind: 'not-whole' });
      const path = await nameLedgerFile(head);
      return path === undefined ? err({ kind: 'declined' }) : ledger.exportTo(path);
    },
    'ledger:start-new': () => ledger.startNew(),
  };
}
