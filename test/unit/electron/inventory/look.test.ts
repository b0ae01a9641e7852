import { describe, expect, test } from 'vitest';

import type { CircleCiClient, DiscoveredProject, RemoteToken } from '../../../../electron/circleci/client';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import { look } from '../../../../electron/inventory/look';
import type { Snapshot } from '../../../../electron/inventory/snapshots';
import type { InventoryBatch } from '../../../../shared/domain/inventory';
import { err, ok } from '../../../../shared/result';
import { clientWith } from '../../../support/client-with';
import { discovered } from '../../../support/discovered';
import { connectionFacts } from '../../../support/connection-facts';
import { NOW, slugOf } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const connection = connectionFacts({});

const project = (name: string): DiscoveredProject => ({
  slug: slugOf(`gh/acme/${name}`),
  reportedBy: ['v1.1-projects'],
});
const row = (id: string, label = id): RemoteToken => ({ id, label, scope: 'all' });
const discovery = (names: readonly string[]) => () =>
  Promise.resolve(ok(discovered({ projects: names.map(project) })));

interface Told {
  readonly client: Partial<CircleCiClient>;
  readonly last?: Snapshot;
  readonly signal?: AbortSignal;
  readonly now?: number;
}

async function lookWith({ client, last, signal = new AbortController().signal, now = NOW }: Told) {
  const batches: InventoryBatch[] = [];
  const looked = await look(
    last,
    {
      connection,
      client: clientWith(client),
      credential: new SecretValue('x'.repeat(40)),
      hashKey: new SecretValue('key'),
      byHand: [],
      now,
      isOwnDeletion: () => false,
      wait: () => new Promise(() => undefined),
      heard: (batch) => batches.push(batch),
    },
    signal,
  );
  return { looked, batches };
}

const labelsOf = (snapshot: Snapshot) => snapshot.tokens.map(({ label }) => label).sort();
const outcomesOf = (snapshot: Snapshot) => snapshot.coverage.projects.map(({ outcome }) => outcome.kind);

describe('a look at a connection', () => {
  test('sends to the page, in batches, all that it found', async () => {
    const names = Array.from({ length: 45 }, (_, index) => `p${String(index)}`);
    const { looked, batches } = await lookWith({
      client: {
        discoverProjects: discovery(names),
        listProjectTokens: (slug) => Promise.resolve(ok([row(`${slug} a`), row(`${slug} b`)])),
      },
    });
    const { snapshot } = valueOf(looked);
    expect(snapshot.tokens).toHaveLength(90);
    expect(batches.flatMap(({ tokens }) => tokens)).toHaveLength(90);
    expect(batches.flatMap(({ projects }) => projects)).toHaveLength(45);
    expect(batches.at(-1)?.progress).toMatchObject({ done: 45, of: 45 });
  });

  test('a project that is refused is a line of the coverage, and the others are read', async () => {
    const { looked } = await lookWith({
      client: {
        discoverProjects: discovery(['open', 'closed', 'down']),
        listProjectTokens: (slug) =>
          Promise.resolve(
            slug.endsWith('open')
              ? ok([row('a')])
              : err(slug.endsWith('closed') ? { kind: 'forbidden', status: 403 } : { kind: 'offline' }),
          ),
      },
    });
    const { snapshot, failure } = valueOf(looked);
    expect(outcomesOf(snapshot)).toEqual(['read', 'refused', 'unreachable']);
    expect(failure).toBeUndefined();
  });

  test('the tokens of a project that cannot be read now are kept as they were last known', async () => {
    const discoverProjects = discovery(['api', 'jobs', 'web']);
    const before = await lookWith({
      client: { discoverProjects, listProjectTokens: (slug) => Promise.resolve(ok([row(slug)])) },
    });
    const after = await lookWith({
      last: valueOf(before.looked).snapshot,
      client: {
        discoverProjects,
        listProjectTokens: (slug) =>
          Promise.resolve(
            slug.endsWith('api')
              ? ok([])
              : slug.endsWith('jobs')
                ? ok([row(slug)])
                : err({ kind: 'server-error', status: 502 }),
          ),
      },
    });
    expect(labelsOf(valueOf(after.looked).snapshot)).toEqual(['gh/acme/jobs', 'gh/acme/web']);
  });

  test('a token keeps the day on which it was first seen', async () => {
    const client = {
      discoverProjects: discovery(['api']),
      listProjectTokens: () => Promise.resolve(ok([row('a')])),
    };
    const first = valueOf((await lookWith({ client })).looked).snapshot;
    const second = valueOf((await lookWith({ client, last: first, now: NOW + 1_000 })).looked).snapshot;
    expect(second.tokens[0]?.firstSeenAt).toBe(NOW);
    expect(second.tokens[0]?.ref).toBe(first.tokens[0]?.ref);
  });

  test('when the credential is refused in the middle, the look ends and says so, and asks no more', async () => {
    let asked = 0;
    const { looked } = await lookWith({
      client: {
        discoverProjects: discovery(Array.from({ length: 100 }, (_, index) => `p${String(index)}`)),
        listProjectTokens: () => {
          asked += 1;
          return Promise.resolve(err({ kind: 'unauthorized' }));
        },
      },
    });
    expect(valueOf(looked).failure).toEqual({ kind: 'unauthorized' });
    expect(asked).toBeLessThan(20);
  });

  test('a project that no source names any more is read all the same', async () => {
    const listProjectTokens: CircleCiClient['listProjectTokens'] = (slug) => Promise.resolve(ok([row(slug)]));
    const last = valueOf(
      (await lookWith({ client: { discoverProjects: discovery(['api', 'old']), listProjectTokens } })).looked,
    ).snapshot;
    const next = await lookWith({
      last,
      client: { discoverProjects: discovery(['api']), listProjectTokens },
    });
    expect(labelsOf(valueOf(next.looked).snapshot)).toEqual(['gh/acme/api', 'gh/acme/old']);
  });

  test('but where a source failed, a project known from the last look is asked again instead', async () => {
    const listProjectTokens: CircleCiClient['listProjectTokens'] = (slug) => Promise.resolve(ok([row(slug)]));
    const last = valueOf(
      (await lookWith({ client: { discoverProjects: discovery(['api', 'web']), listProjectTokens } })).looked,
    ).snapshot;
    const answer = { kind: 'failed' as const, failure: { kind: 'offline' as const } };
    const sources = [{ key: 'followed', kind: 'followed' as const, answer }];
    const next = await lookWith({
      last,
      client: {
        discoverProjects: () => Promise.resolve(ok(discovered({ projects: [project('api')], sources }))),
        listProjectTokens,
      },
    });
    expect(labelsOf(valueOf(next.looked).snapshot)).toEqual(['gh/acme/api', 'gh/acme/web']);
  });
});

describe('a look that is stopped', () => {
  test('while projects are still being named keeps what it read, and the next names everything anew', async () => {
    const stopping = new AbortController();
    const stopped = await lookWith({
      signal: stopping.signal,
      client: {
        discoverProjects: (signal, named) =>
          new Promise((resolve) => {
            named?.([project('early')]);
            signal?.addEventListener('abort', () => {
              resolve(err({ kind: 'cancelled' }));
            });
          }),
        listProjectTokens: (slug) => {
          setImmediate(() => {
            stopping.abort();
          });
          return Promise.resolve(ok([row(slug)]));
        },
      },
    });
    const { snapshot, failure } = valueOf(stopped.looked);
    expect(failure).toEqual({ kind: 'cancelled' });
    expect(labelsOf(snapshot)).toEqual(['gh/acme/early']);

    const listProjectTokens: CircleCiClient['listProjectTokens'] = (slug) => Promise.resolve(ok([row(slug)]));
    const next = await lookWith({
      last: snapshot,
      client: { discoverProjects: discovery(['early', 'late']), listProjectTokens },
    });
    expect(labelsOf(valueOf(next.looked).snapshot)).toEqual(['gh/acme/early', 'gh/acme/late']);
    expect(valueOf(next.looked).snapshot.coverage.failedSources).toEqual([]);
  });

  test('keeps what it read, and the next goes on with the projects that are missing', async () => {
    const stopping = new AbortController();
    const names = Array.from({ length: 40 }, (_, index) => `p${String(index)}`);
    const stopped = await lookWith({
      signal: stopping.signal,
      client: {
        discoverProjects: discovery(names),
        listProjectTokens: (slug, signal) => {
          if (slug.endsWith('/p5')) stopping.abort();
          return Promise.resolve(signal?.aborted ? err({ kind: 'cancelled' }) : ok([row(slug)]));
        },
      },
    });
    const { snapshot, failure } = valueOf(stopped.looked);
    expect(failure).toEqual({ kind: 'cancelled' });
    const readAtFirst = snapshot.tokens.length;
    expect(readAtFirst).toBeGreaterThan(0);
    expect(readAtFirst).toBeLessThan(40);

    const asked: string[] = [];
    const resumed = await lookWith({
      last: snapshot,
      client: {
        listProjectTokens: (slug) => {
          asked.push(slug);
          return Promise.resolve(ok([row(slug)]));
        },
      },
    });
    expect(asked).toHaveLength(40 - readAtFirst);
    expect(valueOf(resumed.looked).snapshot.tokens).toHaveLength(40);
  });
});
