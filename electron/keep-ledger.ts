import { join } from 'node:path';

import type { ConnectionFacts } from '../shared/domain/connection';
import type { ConnectionId } from '../shared/domain/connection-id';
import type { Clock } from './clock';
import type { Vault } from './credentials/vault';
import { openLedger } from './evidence/ledger';
import { openLedgerDesk, type LedgerDesk } from './evidence/ledger-desk';
import { openSealedHead } from './evidence/sealed-head';
import type { Announce } from './ipc/announce';
import { openNoting, type Noting } from './note-facts';
import type { NativeQuestion } from './rotation/native-question';

export interface LedgerSurroundings {
  readonly userData: string;
  /** Where its end is kept too. */
  readonly vault: Vault;
  readonly hasKeychain: () => boolean;
  readonly clock: Clock;
  readonly announce: Announce;
  readonly confirmNatively: (question: NativeQuestion) => Promise<boolean>;
  readonly osUser: string;
  readonly connectionOf: (id: ConnectionId) => ConnectionFacts | undefined;
}

/** Puts the ledger together: the ways to write into it, and all that can be asked of it. */
export function keepLedger(surroundings: LedgerSurroundings): Noting & { readonly desk: LedgerDesk } {
  const { userData, vault, hasKeychain, clock, announce, confirmNatively, osUser, connectionOf } =
    surroundings;
  const path = join(userData, 'ledger.jsonl');
  const ledger = openLedger({
    path,
    now: clock.now,
    wait: clock.wait,
    sealed: openSealedHead(vault, hasKeychain),
    grown: () => {
      announce('ledger:grown', null);
    },
  });
  const noting = openNoting(ledger, osUser, connectionOf);
  const desk = openLedgerDesk({
    path,
    ledger,
    note: noting.note,
    osUser,
    now: clock.now,
    nameOf: (id) => connectionOf(id)?.name,
    verifying: (done) => {
      announce('ledger:verifying', { done });
    },
    confirmNew: (aside) => confirmNatively({ kind: 'start-new-ledger', aside }),
  });
  return { ...noting, desk };
}
