import type { ConnectionId } from '../../shared/domain/connection-id';
import type { Instant } from '../../shared/domain/instant';
import type { LedgerHead, NoteFact } from '../../shared/domain/ledger-entry';
import type {
  LedgerExport,
  LedgerFailure,
  LedgerPage,
  LedgerQuery,
  LedgerState,
} from '../../shared/domain/ledger-state';
import { err, ok, type Result } from '../../shared/result';
import { exportLedger } from './export-ledger';
import type { Ledger } from './ledger';
import { openLedgerPages } from './ledger-pages';

/** Everything that can be asked of the ledger. */
export interface LedgerDesk {
  readonly page: (query: LedgerQuery, from: number, most: number) => Promise<LedgerPage>;
  readonly verify: () => Promise<LedgerState>;
  readonly state: () => Promise<LedgerState>;
  /** Where the chain ends now, after all that was noted. */
  readonly head: () => Promise<LedgerHead>;
  readonly exportTo: (path: string) => Promise<Result<LedgerExport, LedgerFailure>>;
  readonly startNew: () => Promise<Result<LedgerState, LedgerFailure>>;
  readonly idle: () => Promise<boolean>;
}

export interface LedgerDeskPorts {
  readonly path: string;
  readonly ledger: Ledger;
  readonly note: NoteFact;
  readonly osUser: string;
  readonly now: () => Instant;
  readonly nameOf: (id: ConnectionId) => string | undefined;
  readonly verifying: (done: number) => void;
  /** Main's own question, before a ledger is set aside under this name. */
  readonly confirmNew: (aside: string) => Promise<boolean>;
}

export function openLedgerDesk(ports: LedgerDeskPorts): LedgerDesk {
  const { path, ledger, note, osUser, now, nameOf, verifying, confirmNew } = ports;
  const pages = openLedgerPages(path, nameOf);
  const state = async () => ledger.state(await ledger.look());

  return {
    page: async (query, from, most) => {
      const reading = await ledger.look();
      return { ...(await pages.find(reading, query, from, most)), state: ledger.state(reading) };
    },
    verify: async () => {
      const reading = await ledger.verify((bytes, of) => {
        verifying(bytes / of);
      });
      return ledger.state(reading);
    },
    state,
    head: async () => (await ledger.look()).head,
    exportTo: async (to) => {
      const exported = await exportLedger(path, await ledger.look(), to);
      if (!exported.ok) return exported;
      const noted = await note({ kind: 'exported', what: 'ledger', sha256: exported.value.sha256 });
      return noted.ok ? exported : err({ kind: 'disk' });
    },
    startNew: async () => {
      if ((await ledger.look()).trouble === undefined) return err({ kind: 'is-whole' });
      const aside = asideName(now());
      if (!(await confirmNew(aside))) return err({ kind: 'declined' });
      const begun = await ledger.beginAnew(aside, { osUser });
      if (!begun.ok) return err({ kind: begun.error === 'is-whole' ? 'is-whole' : 'disk' });
      return ok(await state());
    },
    idle: ledger.idle,
  };
}

/** As `ledger-set-aside-20261124-140209.jsonl`: to the second, which is never the name of another. */
const asideName = (instant: Instant) =>
  `ledger-set-aside-${new Date(instant).toISOString().slice(0, 19).replaceAll(/[-:]/g, '').replace('T', '-')}.jsonl`;
