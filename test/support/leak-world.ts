import type { CircleCiClient, Identity } from '../../electron/circleci/client';
import type { SecretValue } from '../../electron/credentials/secret-value';
import { openLeakDesk, type LeakPorts } from '../../electron/leaks/leak-desk';
import type { FoundMatch, FoundToken } from '../../shared/domain/found-token';
import type { LedgerFact } from '../../shared/domain/ledger-fact';
import type { ValueCheck } from '../../shared/domain/value-check';
import { ok } from '../../shared/result';
import { clientWith } from './client-with';
import { connectionFacts } from './connection-facts';
import { connectionIdOf, must, slugOf } from './token-records';
import { valueOf } from './value-of';

/** The only connection of the desk. */
export const acme = connectionIdOf(1);

/** What is so where values are looked for. */
export interface LeakWorld {
  readonly alive?: Readonly<Record<string, Identity>>;
  readonly project?: ValueCheck;
  readonly matches?: readonly FoundMatch[];
  readonly hasProject?: boolean;
  readonly maySend?: LeakPorts['maySend'];
  readonly matcher?: LeakPorts['matcher'];
}

/** The search for tokens in such a world, and what it did. */
export function leakDesk(world: LeakWorld = {}) {
  const { alive = {}, project = { kind: 'refused' }, matches = [], hasProject = true } = world;
  const { maySend = () => Promise.resolve(true), matcher = () => Promise.resolve(() => matches) } = world;
  const used: string[] = [];
  const facts: LedgerFact[] = [];
  let expired = 0;
  let endOfTime: () => void = () => undefined;
  const client: CircleCiClient = clientWith({
    whoIs: (value: SecretValue) => {
      used.push(`me ${value.reveal()}`);
      return Promise.resolve(alive[value.reveal()] ?? { check: { kind: 'refused' } });
    },
    checkProjectToken: (slug, value) => {
      used.push(`${slug} ${value.reveal()}`);
      return Promise.resolve(project);
    },
  });
  let last = 0;
  const ports: LeakPorts = {
    matcher,
    maySend,
    connectionOf: (id) => (id === acme ? connectionFacts({ id: acme, login: 'm.roy' }) : undefined),
    clientOf: () => client,
    someProject: () => Promise.resolve(hasProject ? slugOf('gh/acme/web') : undefined),
    progress: () => undefined,
    note: (fact) => {
      facts.push(fact);
      return Promise.resolve(ok(null));
    },
    clock: {
      wait: (_milliseconds, signal) =>
        new Promise((resolve) => {
          endOfTime = resolve;
          signal?.addEventListener('abort', () => {
            resolve();
          });
        }),
    },
    randomId: () => (last += 1).toString(16).padStart(32, '0'),
    expired: () => (expired += 1),
  };
  const leaks = openLeakDesk(ports);
  return {
    leaks,
    used,
    facts,
    expired: () => expired,
    passTenMinutes: () => {
      endOfTime();
    },
    check: async (text: string): Promise<FoundToken> => {
      const [found] = valueOf(await leaks.paste(text));
      return valueOf(await leaks.check(must(found).id, acme));
    },
  };
}
