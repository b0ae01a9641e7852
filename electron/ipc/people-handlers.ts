import type { ConnectionId } from '../../shared/domain/connection-id';
import type { ImportFailure } from '../../shared/domain/import-report';
import type { Channel } from '../../shared/ipc/channel-names';
import { err, ok, type Result } from '../../shared/result';
import type { Features } from './features';
import type { Handlers } from './serve';

type Channels = Extract<Channel, `people:${string}`>;

/** What is needed of the features, so that a test can stand in for them. */
export type PeopleFeatures = Pick<
  Features,
  'people' | 'chooseAuditLog' | 'chooseRegister' | 'fileSource' | 'demoAuditLog'
> & { readonly connections: Pick<Features['connections'], 'factsOf'> };

type Source = Result<Parameters<Features['people']['importLog']>[1], 'disk'>;

export function peopleHandlers({
  people,
  connections,
  chooseAuditLog,
  chooseRegister,
  fileSource,
  demoAuditLog,
}: PeopleFeatures): Pick<Handlers, Channels> {
  const known = async <Value, Failure>(
    connection: ConnectionId,
    work: () => Promise<Result<Value, Failure>>,
  ) =>
    connections.factsOf(connection) === undefined ? err({ kind: 'no-such-connection' as const }) : work();

  /** Lets a person choose a file, and hands its bytes on. */
  const fromFile = async <Value>(
    choose: () => Promise<string | undefined>,
    take: (source: Extract<Source, { ok: true }>['value']) => Promise<Result<Value, ImportFailure>>,
  ): Promise<Result<Value, ImportFailure>> => {
    const path = await choose();
    if (path === undefined) return err({ kind: 'declined' });
    const source = await fileSource(path);
    return source.ok ? take(source.value) : err({ kind: source.error });
  };

  return {
    'people:view': ({ connection }) => known(connection, async () => ok(await people.view(connection))),
    'people:add': ({ connection, name }) => known(connection, () => people.add(connection, name)),
    'people:merge': ({ connection, person, other }) =>
      known(connection, () => people.merge(connection, person, other)),
    'people:unmerge': ({ connection, alias }) => known(connection, () => people.unmerge(connection, alias)),
    'people:attest': ({ connection, ref, answer }) =>
      known(connection, () => people.attest(connection, ref, answer)),
    'people:import-log': ({ connection }) =>
      known(connection, () => fromFile(chooseAuditLog, (source) => people.importLog(connection, source))),
    'people:import-demo-log': ({ connection }) =>
      known(connection, async () => {
        // The demo's log says nothing of any other connection.
        const log = connections.factsOf(connection)?.isDemo === true ? await demoAuditLog() : undefined;
        return log === undefined ? err({ kind: 'declined' }) : people.importLog(connection, log);
      }),
    'people:import-register': ({ connection }) =>
      known(connection, () =>
        fromFile(chooseRegister, (source) => people.importRegister(connection, source)),
      ),
    'people:read-keys': ({ connection }) => known(connection, () => people.readKeys(connection)),
    'people:read-accounts': ({ connection }) => known(connection, () => people.readAccounts(connection)),
    'people:judge-account': ({ connection, name, verdict }) =>
      known(connection, () => people.judgeAccount(connection, name, verdict)),
    'people:stop': () => {
      people.stop();
      return Promise.resolve(ok(null));
    },
    'people:owner-source': ({ ref }) => Promise.resolve(ok(people.sourceOf(ref) ?? null)),
  };
}
