import { expect, test } from 'vitest';

import { SecretValue } from '../../../../electron/credentials/secret-value';
import { look } from '../../../../electron/inventory/look';
import type { Snapshot } from '../../../../electron/inventory/snapshots';
import { openTokenNames } from '../../../../electron/inventory/token-names';
import type { DemoServer } from '../../../../electron/demo/demo-server';
import { connectionFacts } from '../../../support/connection-facts';
import { clientOf, demoServer } from '../../../support/demo-client';
import { NOW } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const DAY = 86_400_000;

async function syncWith(server: DemoServer, key: string, now: number, last?: Snapshot) {
  const { capabilities } = connectionFacts({});
  const names = openTokenNames({
    aliases: { learn: () => undefined },
    isKnown: (ref) => last?.tokens.some((token) => token.ref === ref) === true,
    connectionsAt: () => [],
    formerSlugs: () => [],
  });
  const looked = await look(
    last,
    {
      connection: connectionFacts({
        address: server.address,
        capabilities: { ...capabilities, personalTokens: 'listed' },
      }),
      client: clientOf(server),
      credential: server.token,
      hashKey: new SecretValue(key),
      names,
      byHand: [],
      wait: () => new Promise(() => undefined),
      isOwnDeletion: () => false,
      now,
      heard: () => undefined,
    },
    new AbortController().signal,
  );
  return valueOf(looked).snapshot;
}

test('a new hash key on a host without ids restarts no first-seen date, and keeps what tokens are called', async () => {
  const server = await demoServer({ profile: 'server-2' });
  const before = await syncWith(server, 'one key', NOW);
  const after = await syncWith(server, 'another key', NOW + DAY, before);
  expect(after.tokens.map(({ ref }) => ref).sort()).toEqual(before.tokens.map(({ ref }) => ref).sort());
  expect(after.tokens.every(({ firstSeenAt }) => firstSeenAt === NOW)).toBe(true);
});

test('under a new hash key, a token that took the place of another is a new one', async () => {
  const server = await demoServer({ profile: 'server-2' });
  const before = await syncWith(server, 'one key', NOW);
  const [project] = server.state.projects.filter(({ tokens }) => tokens.length > 0);
  const [first] = project?.tokens ?? [];
  if (project === undefined || first === undefined) throw new Error('the demo has tokens');
  const value = `${'0'.repeat(36)}${first.value.slice(-4)}`;
  project.tokens = [{ ...first, value, createdAt: NOW + DAY / 2 }, ...project.tokens.slice(1)];
  const after = await syncWith(server, 'another key', NOW + DAY, before);
  const fresh = after.tokens.filter(({ firstSeenAt }) => firstSeenAt !== NOW);
  expect(fresh.map(({ label }) => label)).toEqual([first.label]);
});
