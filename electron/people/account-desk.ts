import {
  MOST_ACCOUNTS,
  type AccountsFailure,
  type AccountVerdict,
  type ReadAccounts,
} from '../../shared/domain/accounts';
import type { ConnectionId } from '../../shared/domain/connection-id';
import { gatherAccounts, type NamedAccount } from '../../shared/domain/gather-accounts';
import { scrub } from '../../shared/domain/ledger-entry';
import { LONGEST_NAME, type PeopleFailure } from '../../shared/domain/people';
import { seenName } from '../../shared/domain/seen-name';
import { err, ok, type Result } from '../../shared/result';
import type { PeoplePorts } from './people-ports';
import type { UnderWay } from './under-way';

/** The accounts that a connection's own one works with, and what a person says of each. */
export interface AccountDesk {
  readonly readAccounts: (connection: ConnectionId) => Promise<Result<null, AccountsFailure>>;
  /** Says what an account is, or, without a verdict, takes back what was said. */
  readonly judgeAccount: (
    connection: ConnectionId,
    name: string,
    verdict?: AccountVerdict,
  ) => Promise<Result<null, PeopleFailure>>;
}

export function openAccountDesk(ports: PeoplePorts, underWay: UnderWay): AccountDesk {
  const { book, clock } = ports;
  return {
    readAccounts: (connection) =>
      underWay.run(connection, async (signal, progress): Promise<Result<null, AccountsFailure>> => {
        const isListed = ports.factsOf(connection)?.capabilities.v2 === true;
        const listed = isListed ? await ports.listAccounts(connection, signal) : ok([]);
        if (signal.aborted) return err({ kind: 'stopped' });
        if (!listed.ok) return err({ kind: 'api', failure: listed.error });
        progress(1);
        const all = gatherAccounts(listed.value.map(safe));
        const accounts: ReadAccounts = {
          readAt: clock.now(),
          isListed,
          count: all.length,
          accounts: all.slice(0, MOST_ACCOUNTS),
        };
        const kept = await book.change(connection, (state) => ({ ...state, accounts }));
        return kept.ok ? ok(null) : err({ kind: kept.error });
      }),
    judgeAccount: async (connection, asked, verdict) => {
      const { accounts, verdicts } = book.of(connection);
      const known = [...(accounts?.accounts ?? []), ...verdicts].find(isCalled(asked));
      if (known === undefined) return err({ kind: 'no-such-account' });
      const { name } = known;
      const kept = await book.change(connection, (state) => ({
        ...state,
        verdicts: [
          ...state.verdicts.filter((one) => !isCalled(name)(one)),
          ...(verdict === undefined ? [] : [{ name, verdict }]),
        ],
      }));
      return kept.ok ? kept : err({ kind: kept.error });
    },
  };
}

const isCalled = (name: string) => {
  const key = seenName(name);
  return (one: { readonly name: string }) => seenName(one.name) === key;
};

const safe = ({ name, slug }: NamedAccount): NamedAccount => ({
  name: safeText(name),
  ...(slug !== undefined && { slug: safeText(slug) }),
});

const safeText = (text: string) => scrub(text).slice(0, LONGEST_NAME);
