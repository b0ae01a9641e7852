import type { ConnectionFacts } from '../shared/domain/connection';
import type { ConnectionId } from '../shared/domain/connection-id';
import type { NoteFact, NoteSoon } from '../shared/domain/ledger-entry';
import type { LedgerFact } from '../shared/domain/ledger-fact';
import type { Ledger } from './evidence/ledger';

/** The two ways to write a fact down. */
export interface Noting {
  readonly note: NoteFact;
  readonly noteSoon: NoteSoon;
}

/** Facts with who is behind them: the user of this computer, and the account of the connection concerned. */
export function openNoting(
  ledger: Pick<Ledger, 'note' | 'noteSoon'>,
  osUser: string,
  connectionOf: (id: ConnectionId) => ConnectionFacts | undefined,
): Noting {
  const by = (fact: LedgerFact, connection: ConnectionId | undefined) => {
    if (connection === undefined) return { fact, actor: { osUser } };
    const login = connectionOf(connection)?.login;
    return { fact, connection, actor: { osUser, ...(login !== undefined && { login }) } };
  };
  return {
    note: (fact, connection) => ledger.note(by(fact, connection)),
    noteSoon: (fact, connection) => {
      ledger.noteSoon(by(fact, connection));
    },
  };
}
