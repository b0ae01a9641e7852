import { confirmedNames, spellingOf } from '../../shared/domain/confirm-names';
import type { ConnectionId } from '../../shared/domain/connection-id';
import { gatherPeople, personNamed } from '../../shared/domain/gather-people';
import type { PersonFacts, SeenName } from '../../shared/domain/people';
import type { TokenRecord } from '../../shared/domain/token';
import type { PeoplePorts } from './people-ports';

/** Everybody whom a connection knows of, from all sources. */
export interface KnownPeople {
  readonly people: readonly PersonFacts[];
  /** The person with this name among theirs; of a confirmed account also where others spell it otherwise. */
  readonly personOf: (name: string) => PersonFacts | undefined;
}

/** Joins what the inventory, the book and the connection itself say of people. */
export async function knownPeople(
  { book, factsOf, lastOf }: Pick<PeoplePorts, 'book' | 'factsOf' | 'lastOf'>,
  connection: ConnectionId,
): Promise<KnownPeople> {
  const tokens = (await lastOf(connection))?.tokens ?? [];
  const { names, aliases, keys, verdicts } = book.of(connection);
  const login = factsOf(connection)?.login;
  const self: readonly SeenName[] = login === undefined ? [] : [{ name: login, source: 'connection' }];
  const seen = [...self, ...names, ...ownersOf(tokens)];
  const confirmed = confirmedNames(verdicts);
  const spelled = confirmed.length === 0 ? (name: string) => name : spellingOf(seen, aliases);
  const people = gatherPeople(
    [...seen, ...confirmed.map((name) => ({ name: spelled(name), source: 'collaborations' as const }))],
    aliases,
    {
      tokens: tokens.flatMap(({ owner }) => owner?.name ?? []),
      keys: (keys?.userKeys ?? []).flatMap(({ login: of }) => of ?? []),
    },
  );
  return {
    people,
    personOf: (asked) => {
      const name = personNamed(confirmed.includes(asked) ? spelled(asked) : asked, aliases);
      return people.find((person) => person.name === name);
    },
  };
}

const SOURCES = { self: 'token', 'by-hand': 'register', 'audit-log': 'audit-log' } as const;

const ownersOf = (tokens: readonly TokenRecord[]): readonly SeenName[] =>
  tokens.flatMap(({ owner }) =>
    owner === undefined ? [] : [{ name: owner.name, source: SOURCES[owner.source] }],
  );
