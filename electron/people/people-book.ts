import type { ConnectionId } from '../../shared/domain/connection-id';
import type { OwnerSource } from '../../shared/domain/people';
import type { TokenRef } from '../../shared/domain/token-ref';
import { err, ok, type Result } from '../../shared/result';
import { jsonFile } from '../files/json-file';
import { oneAtATime } from '../files/one-at-a-time';
import { PEOPLE_FILE } from './people-schema';
import { NOBODY, type PeopleState, type RecoveredBy } from './people-state';

/** What is known of people, by connection. A file of this computer's, or in time a team's database. */
export interface PeopleBook {
  readonly of: (connection: ConnectionId) => PeopleState;
  /** Makes of what is known what a change makes of it; what cannot be kept is not changed. */
  readonly change: (
    connection: ConnectionId,
    change: (state: PeopleState) => PeopleState,
  ) => Promise<Result<null, 'storage'>>;
  readonly recoveredOf: (ref: TokenRef) => RecoveredBy | undefined;
  /** The import that told who made a token. */
  readonly sourceOf: (ref: TokenRef) => OwnerSource | undefined;
  readonly forget: (connection: ConnectionId) => Promise<void>;
}

/** Opens the book kept in a file. `isRemembered`: the demo's people are known as long as the app runs, and are not written. */
export async function openPeopleBook(
  path: string,
  isRemembered: (connection: ConnectionId) => boolean,
): Promise<PeopleBook> {
  const file = jsonFile(path, PEOPLE_FILE);
  const read = await file.read();
  const states = new Map<ConnectionId, PeopleState>();
  const recovered = new Map<TokenRef, { readonly told: RecoveredBy; readonly connection: ConnectionId }>();
  const inOrder = oneAtATime();

  const take = (connection: ConnectionId, state: PeopleState) => {
    for (const { ref } of states.get(connection)?.recovered ?? []) recovered.delete(ref);
    states.set(connection, state);
    for (const told of state.recovered) recovered.set(told.ref, { told, connection });
  };
  for (const { connection, ...state } of (read.ok && read.value?.connections) || []) take(connection, state);

  const write = (connections: ReadonlyMap<ConnectionId, PeopleState>) =>
    file.write({
      format: 1,
      connections: [...connections]
        .filter(([connection]) => isRemembered(connection))
        .map(([connection, state]) => ({ connection, ...copied(state) })),
    });

  return {
    of: (connection) => states.get(connection) ?? NOBODY,
    change: (connection, change) =>
      inOrder(async () => {
        const next = change(states.get(connection) ?? NOBODY);
        if (isRemembered(connection) && !(await write(new Map(states).set(connection, next))).ok)
          return err('storage');
        take(connection, next);
        return ok(null);
      }),
    recoveredOf: (ref) => recovered.get(ref)?.told,
    sourceOf: (ref) => {
      const known = recovered.get(ref);
      const source = known && states.get(known.connection)?.imports[known.told.from];
      return known && source && { ref, owner: known.told.owner, file: source.file, at: source.at };
    },
    forget: (connection) =>
      inOrder(async () => {
        if (!states.has(connection)) return;
        take(connection, NOBODY);
        states.delete(connection);
        await write(states);
      }),
  };
}

/** The same in lists that a file may be made of. */
const copied = ({ keys, accounts, conflicts, ...state }: PeopleState) => ({
  names: [...state.names],
  aliases: [...state.aliases],
  imports: [...state.imports],
  recovered: [...state.recovered],
  conflicts: conflicts.map((one) => ({ ...one, tokens: [...one.tokens], events: [...one.events] })),
  conflictCount: state.conflictCount,
  attestations: [...state.attestations],
  verdicts: [...state.verdicts],
  ...(keys !== undefined && { keys: { ...keys, userKeys: [...keys.userKeys] } }),
  ...(accounts !== undefined && {
    accounts: {
      ...accounts,
      accounts: accounts.accounts.map(({ name, slugs }) => ({ name, slugs: [...slugs] })),
    },
  }),
});
