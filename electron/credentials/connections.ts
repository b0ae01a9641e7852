import type { ApiFailure } from '../../shared/domain/api-failure';
import type { ConnectFailure, ConnectionFacts, CredentialPlace } from '../../shared/domain/connection';
import type { ConnectionId } from '../../shared/domain/connection-id';
import { err, ok, type Result } from '../../shared/result';
import type { CircleCiClient, HostFacts } from '../circleci/client';
import type { BookEntry, ConnectionBook } from './connection-book';
import { nameFor } from './connection-name';
import { openHostKeys } from './host-keys';
import { layerVaults } from './layered-vault';
import { connectionFor, isSameAccount } from './same-account';
import type { SecretValue } from './secret-value';
import type { Vault, VaultKey } from './vault';

/** A connection whose credential is at hand. */
export interface LiveConnection {
  readonly facts: ConnectionFacts;
  readonly client: CircleCiClient;
  readonly credential: SecretValue;
  /** The host's key, of the hashes by which tokens without ids are told apart; as secret as the credential. */
  readonly hashKey: SecretValue;
  /** The key that the connection had by itself, before keys were the host's. */
  readonly formerKey?: SecretValue;
}

/** What a person gave to connect: already in its proper form, not yet tried. */
export interface ConnectRequest {
  readonly address: string;
  readonly token: SecretValue;
  readonly name: string;
  readonly keep: 'keychain' | 'session';
  readonly isDemo: boolean;
  /** The token is of a form that project tokens have, too. */
  readonly mayBeProjectToken?: true;
}

export interface ConnectionsPorts {
  readonly book: ConnectionBook;
  readonly onDisk: Vault;
  readonly inMemory: Vault;
  readonly keychain: () => 'ready' | 'none' | 'weak';
  readonly clientFor: (address: string, token: SecretValue) => CircleCiClient;
  readonly idOf: (address: string, login: string) => ConnectionId;
  readonly randomKey: () => SecretValue;
  readonly changed: (all: readonly ConnectionFacts[]) => void;
}

/** Every connection, remembered or of this session. Facts go out; credentials stay. */
export interface Connections {
  readonly list: () => readonly ConnectionFacts[];
  readonly factsOf: (id: ConnectionId) => ConnectionFacts | undefined;
  readonly liveOf: (id: ConnectionId) => LiveConnection | undefined;
  /** Where the connection's secrets are kept, whether or not the credential could be read this time. */
  readonly vaultOf: (id: ConnectionId) => Vault;
  readonly isRemembered: (id: ConnectionId) => boolean;
  /** Reads the remembered credentials. Until it has, and where it cannot, they count as missing. */
  readonly unlock: () => Promise<void>;
  readonly connect: (request: ConnectRequest) => Promise<Result<ConnectionFacts, ConnectFailure>>;
  /**
   * Lets a connection work with another token of the same account from now on. The new one is tried and sealed first;
   * until then, and whenever that fails, the connection goes on with the old one.
   */
  readonly switchTo: (id: ConnectionId, token: SecretValue) => Promise<Result<null, SwitchFailure>>;
  /** Whether the connection works with this very token, as the host confirms. */
  readonly worksWith: (id: ConnectionId, token: SecretValue) => Promise<Result<boolean, ApiFailure>>;
  readonly forget: (id: ConnectionId) => Promise<void>;
}

/** `not-switched`: the token is of another account, or could not be kept. */
export type SwitchFailure = ApiFailure | { readonly kind: 'not-switched' };

interface Held {
  readonly entry: BookEntry;
  readonly isDemo: boolean;
  readonly live?: Omit<LiveConnection, 'facts'>;
}

const credentialKey = (id: ConnectionId): VaultKey => id as VaultKey;
/** Where connections had a key of their own. */
const formerKeyKey = (id: ConnectionId): VaultKey => `${id as VaultKey}_key`;

export function openConnections(ports: ConnectionsPorts): Connections {
  const { book, onDisk, inMemory, keychain, clientFor, idOf, randomKey } = ports;
  const held = new Map<ConnectionId, Held>(
    book.entries().map((entry) => [entry.id, { entry, isDemo: false }]),
  );
  let isUnlocked = false;

  const placeOf = ({ entry, live }: Held): CredentialPlace => {
    if (live === undefined && (isUnlocked || entry.keep === 'session')) return 'missing';
    return entry.keep;
  };
  const factsOf = (one: Held): ConnectionFacts => {
    const { id, name, address, login, capabilities } = one.entry;
    return { id, name, address, login, capabilities, credential: placeOf(one), isDemo: one.isDemo };
  };
  const list = () => [...held.values()].map(factsOf);
  const tell = () => {
    ports.changed(list());
  };
  const sealed = layerVaults(onDisk, inMemory);
  const unsealed = layerVaults(inMemory, onDisk);
  const vaultFor = (keep: 'keychain' | 'session') => (keep === 'keychain' ? sealed : unsealed);
  const remember = () =>
    book.replace([...held.values()].filter(({ isDemo }) => !isDemo).map(({ entry }) => entry));

  const demoAddresses = new Set<string>();
  const isDemo = (address: string) => demoAddresses.has(address);
  const hostKeys = openHostKeys({ onDisk, inMemory, keychain, idOf, randomKey, isDemo });
  const keysOf = async ({ id, address, keep }: BookEntry) => {
    const former = await vaultFor(keep).get(formerKeyKey(id));
    const formerKey = former.ok ? former.value : undefined;
    const hashKey = await hostKeys.keyOf(address, formerKey);
    return { hashKey, ...(formerKey !== undefined && { formerKey }) };
  };

  const enliven = async (one: Held): Promise<Held> => {
    const { entry, live } = one;
    if (live !== undefined) return one;
    const vault = vaultFor(entry.keep);
    const credential = await vault.get(credentialKey(entry.id));
    if (!credential.ok) return one;
    const client = clientFor(entry.address, credential.value);
    return { ...one, live: { client, credential: credential.value, ...(await keysOf(entry)) } };
  };

  const keepCredential = async (
    { id, keep }: BookEntry,
    credential: SecretValue,
  ): Promise<Result<null, ConnectFailure>> => {
    if (!(await vaultFor(keep).put(credentialKey(id), credential)).ok) return err({ kind: 'storage' });
    // A credential that was kept elsewhere before must not outlive the choice.
    await (keep === 'keychain' ? inMemory : onDisk).drop(credentialKey(id));
    return ok(null);
  };

  /** Learns whose the connections of a host are that were made before that was asked. */
  const learnAccounts = async (address: string) => {
    for (const one of held.values()) {
      if (one.entry.address !== address || one.entry.userId !== undefined || one.live === undefined) continue;
      const { userId } = await one.live.client.whoIs(one.live.credential);
      if (userId !== undefined) held.set(one.entry.id, { ...one, entry: { ...one.entry, userId } });
    }
  };

  const adopt = async (
    request: ConnectRequest,
    facts: HostFacts,
    client: CircleCiClient,
  ): Promise<Result<ConnectionFacts, ConnectFailure>> => {
    const { address, token, keep, isDemo } = request;
    const { login, userId, capabilities } = facts;
    if (userId !== undefined) await learnAccounts(address);
    const account = { address, login, ...(userId !== undefined && { userId }) };
    const entries = [...held.values()].map(({ entry }) => entry);
    const id = connectionFor(account, entries, idOf);
    const entry: BookEntry = { ...account, id, name: nameFor(request, facts), capabilities, keep };
    const kept = await keepCredential(entry, token);
    if (!kept.ok) return kept;
    const before = held.get(id);
    if (isDemo) demoAddresses.add(address);
    const one: Held = { entry, isDemo, live: { client, credential: token, ...(await keysOf(entry)) } };
    held.set(id, one);
    if (!isDemo && !(await remember()).ok) {
      if (before === undefined) held.delete(id);
      else held.set(id, before);
      return err({ kind: 'storage' });
    }
    tell();
    return ok(factsOf(one));
  };

  return {
    list,
    factsOf: (id) => {
      const one = held.get(id);
      return one && factsOf(one);
    },
    liveOf: (id) => {
      const one = held.get(id);
      return one?.live && { ...one.live, facts: factsOf(one) };
    },
    vaultOf: (id) => vaultFor(held.get(id)?.entry.keep ?? 'session'),
    isRemembered: (id) => held.get(id)?.isDemo === false,
    unlock: async () => {
      for (const one of held.values()) held.set(one.entry.id, await enliven(one));
      isUnlocked = true;
      tell();
    },
    connect: async (request) => {
      const strength = keychain();
      if (request.keep === 'keychain' && strength !== 'ready') return err(noKeychain(strength));
      const client = clientFor(request.address, request.token);
      const probed = await client.probe();
      if (probed.ok) return adopt(request, probed.value, client);
      return err(withHint(probed.error, request));
    },
    switchTo: async (id, token) => {
      const one = held.get(id);
      if (one?.live === undefined) return err({ kind: 'not-switched' });
      const { entry, live } = one;
      const client = clientFor(entry.address, token);
      const probed = await client.probe();
      if (!probed.ok)
        return err(probed.error.kind === 'api' ? probed.error.failure : { kind: 'not-switched' });
      if (!isSameAccount(entry, probed.value)) return err({ kind: 'not-switched' });
      // A host that answers anyone would let Rekey give up a token that works for one that does not.
      if ((await client.checkPersonalToken(token)).kind !== 'works') return err({ kind: 'not-switched' });
      const kept = await vaultFor(entry.keep).put(credentialKey(id), token);
      if (!kept.ok) return err({ kind: 'not-switched' });
      held.set(id, { ...one, live: { ...live, client, credential: token } });
      tell();
      return ok(null);
    },
    worksWith: async (id, token) => {
      const live = held.get(id)?.live;
      if (live === undefined || !live.credential.equals(token)) return ok(false);
      // That a list is answered proves nothing of the token: a host may answer anyone.
      const check = await live.client.checkPersonalToken(token);
      if (check.kind === 'undecided' && check.failure !== undefined) return err(check.failure);
      return ok(check.kind === 'works');
    },
    forget: async (id) => {
      const one = held.get(id);
      if (one === undefined) return;
      const vault = vaultFor(one.entry.keep);
      await vault.drop(credentialKey(id));
      await vault.drop(formerKeyKey(id));
      held.delete(id);
      const { address } = one.entry;
      if (![...held.values()].some(({ entry }) => entry.address === address)) await hostKeys.forget(address);
      await remember();
      tell();
    },
  };
}

/** What is refused as a personal token may be a project's. */
function withHint(failure: ConnectFailure, { mayBeProjectToken }: ConnectRequest): ConnectFailure {
  const isRefused = failure.kind === 'api' && failure.failure.kind === 'unauthorized';
  return isRefused && mayBeProjectToken === true ? { ...failure, mayBeProjectToken } : failure;
}

function noKeychain(strength: 'none' | 'weak'): ConnectFailure {
  const why = ({ none: 'no-keyring', weak: 'weak-keyring' } as const)[strength];
  return { kind: 'no-keychain', why };
}
