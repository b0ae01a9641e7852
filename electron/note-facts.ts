import type { ConnectionFacts } from '../shared/domain/connection';
import type { ConnectionId } from '../shared/domain/connection-id';
import type { LedgerMemory, NoteFact, NoteSoon } from '../shared/domain/ledger-entry';
import type { LedgerFact } from '../shared/domain/ledger-fact';
import type { Ledger } from './evidence/ledger';

/** The ways to write facts down. */
export interface Noting {
  readonly note: NoteFact;
  readonly noteSoon: NoteSoon;
  /** Writes down what some other memory knows and the ledger does not, before all that is noted from now on. */
  readonly catchUp: (memory: () => LedgerMemory) => Promise<void>;
  /** Resolves when all that was noted is on disk, or was refused: true where nothing was. */
  readonly idle: () => Promise<boolean>;
}

/** Facts with who is behind them: the user of this computer, and the account of the connection concerned. */
export function openNoting(
  ledger: Pick<Ledger, 'note' | 'noteSoon' | 'catchUp' | 'idle'>,
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
    noteSoon: (fact, connection, at) => {
      ledger.noteSoon({ ...by(fact, connection), ...(at !== undefined && { at }) });
    },
    catchUp: (memory) =>
      ledger.catchUp(() => {
        const { heard, missing } = memory();
        return {
          heard,
          missing: () => missing().map(({ fact, connection, at }) => ({ ...by(fact, connection), at })),
        };
      }),
    idle: ledger.idle,
  };
}
