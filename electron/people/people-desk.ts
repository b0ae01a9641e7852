import type { Attestation, Attested } from '../../shared/domain/attestation';
import type { ConnectionId } from '../../shared/domain/connection-id';
import { alikePeople, merged, personNamed, unmerged } from '../../shared/domain/gather-people';
import { scrub } from '../../shared/domain/ledger-entry';
import { offerAccounts } from '../../shared/domain/offer-accounts';
import {
  LONGEST_NAME,
  type PeopleFailure,
  type PeopleView,
  type PersonFacts,
} from '../../shared/domain/people';
import type { TokenRef } from '../../shared/domain/token-ref';
import { err, type Result } from '../../shared/result';
import { knownPeople } from './known-people';
import type { PeoplePorts } from './people-ports';
import { withNames, type PeopleState } from './people-state';

type Done = Promise<Result<null, PeopleFailure>>;

/** Everybody whom a connection knows of, and what they said. */
export interface PeopleDesk {
  readonly view: (connection: ConnectionId) => Promise<PeopleView>;
  readonly add: (connection: ConnectionId, name: string) => Done;
  /** Says that two people are one; nobody but a person says so. */
  readonly merge: (connection: ConnectionId, person: string, other: string) => Done;
  readonly unmerge: (connection: ConnectionId, alias: string) => Done;
  /** Writes down that somebody was asked about a personal token, or, with an answer, what they said. */
  readonly attest: (
    connection: ConnectionId,
    ref: TokenRef,
    answer?: { readonly by: string; readonly said: Attested },
  ) => Done;
  /** Who is known by this name; nothing where nobody is. */
  readonly personOf: (connection: ConnectionId, name: string) => Promise<PersonFacts | undefined>;
}

export function openPeopleDesk(ports: PeoplePorts): PeopleDesk {
  const { book, note, clock } = ports;

  const isKnown = async (connection: ConnectionId, name: string) =>
    (await knownPeople(ports, connection)).people.some((person) => person.name === name);
  const change = async (connection: ConnectionId, how: (state: PeopleState) => PeopleState): Done => {
    const kept = await book.change(connection, how);
    return kept.ok ? kept : err({ kind: kept.error });
  };

  return {
    view: async (connection) => {
      const { people } = await knownPeople(ports, connection);
      const last = await ports.lastOf(connection);
      const { conflicts, conflictCount, attestations, imports, keys, accounts, verdicts } =
        book.of(connection);
      return {
        people,
        alike: alikePeople(people),
        registered: (last?.tokens ?? []).filter(({ source }) => source === 'by-hand'),
        attestations,
        conflicts,
        conflictCount,
        imports,
        ...(keys !== undefined && {
          keys: {
            readAt: keys.readAt,
            projects: keys.projects,
            read: keys.read,
            nameless: keys.userKeys.filter(({ login }) => login === undefined).length,
          },
        }),
        ...(accounts !== undefined && {
          accounts: {
            ...accounts,
            accounts: offerAccounts(accounts.accounts, {
              verdicts,
              names: people.flatMap(({ name, aliases }) => [name, ...aliases]),
              login: ports.factsOf(connection)?.login,
              projects: (last?.coverage.projects ?? []).map(({ project }) => project),
            }),
          },
        }),
      };
    },
    add: (connection, typed) => {
      const name = scrub(typed.trim()).slice(0, LONGEST_NAME);
      return change(connection, (state) => ({
        ...state,
        names: withNames(state.names, [{ name, source: 'by-hand' }]),
      }));
    },
    merge: async (connection, person, other) => {
      const { aliases } = book.of(connection);
      if (personNamed(person, aliases) === personNamed(other, aliases)) return err({ kind: 'same-person' });
      if (!(await isKnown(connection, person)) || !(await isKnown(connection, other)))
        return err({ kind: 'no-such-person' });
      const done = await change(connection, (state) => ({
        ...state,
        aliases: merged(state.aliases, person, other),
      }));
      if (done.ok) await note({ kind: 'people-merged', person, alias: other }, connection);
      return done;
    },
    unmerge: (connection, alias) =>
      book.of(connection).aliases.some((one) => one.alias === alias)
        ? change(connection, (state) => ({ ...state, aliases: unmerged(state.aliases, alias) }))
        : Promise.resolve(err({ kind: 'no-such-person' })),
    attest: async (connection, ref, answer) => {
      const tokens = (await ports.lastOf(connection))?.tokens ?? [];
      const token = tokens.find((one) => one.ref === ref && one.kind === 'personal');
      if (token === undefined) return err({ kind: 'no-such-token' });
      const at = clock.now();
      const before = book.of(connection).attestations.find((one) => one.ref === ref);
      const asked = answer === undefined || before === undefined ? at : before.askedAt;
      const told = answer && { at, by: scrub(answer.by.trim()), said: answer.said };
      const tell = (now: Attestation | undefined) =>
        change(connection, (state) => ({
          ...state,
          attestations: [...state.attestations.filter((one) => one.ref !== ref), ...(now ? [now] : [])],
        }));
      const done = await tell({ ref, askedAt: asked, ...(told && { answer: told }) });
      if (!done.ok || told === undefined) return done;
      const { by, said } = told;
      const fact = { kind: 'attested', token: ref, label: token.label, by, answer: said } as const;
      if ((await note(fact, connection)).ok) return done;
      // Nobody's word counts that is not in the ledger.
      await tell(before);
      return err({ kind: 'ledger' });
    },
    personOf: async (connection, name) => (await knownPeople(ports, connection)).personOf(name),
  };
}
