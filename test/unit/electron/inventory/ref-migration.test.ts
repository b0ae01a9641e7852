import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { openConsumerMap } from '../../../../electron/delivery/consumer-map';
import { renameOrganisation } from '../../../../electron/demo/renames';
import type { DemoServer } from '../../../../electron/demo/demo-server';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import { look } from '../../../../electron/inventory/look';
import { migrateRefs } from '../../../../electron/inventory/migrate-refs';
import { openRefAliases } from '../../../../electron/inventory/ref-aliases';
import { similarSlugs } from '../../../../electron/inventory/similar-slugs';
import { openSnapshots, type Snapshot } from '../../../../electron/inventory/snapshots';
import { openTokenNames } from '../../../../electron/inventory/token-names';
import { formerRefOf, refOf } from '../../../../electron/inventory/token-refs';
import { encodeRecord, HEADER, withPayloads } from '../../../../electron/rotation/journal-lines';
import { openJournal } from '../../../../electron/rotation/journal';
import { parseRowId } from '../../../../shared/domain/rotation-run';
import type { TokenRef } from '../../../../shared/domain/token-ref';
import { clientOf, demoServer } from '../../../support/demo-client';
import { connectionFacts } from '../../../support/connection-facts';
import { tempFolder } from '../../../support/temp-folder';
import { connectionIdOf, must, NOW } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const DAY = 86_400_000;
const CONNECTION = connectionIdOf(1);
const OWN_KEY = new SecretValue('the connection’s own key');
const HOST_KEY = new SecretValue('the host’s key');

const inventory = (folder: string) => openSnapshots(join(folder, 'inventory'));

async function syncWith(server: DemoServer, folder: string, last?: Snapshot) {
  const aliases = await openRefAliases(join(folder, 'ref-aliases'));
  const known = new Set(last?.tokens.map(({ ref }) => ref));
  const names = openTokenNames({
    aliases,
    isKnown: (ref) => known.has(ref),
    connectionsAt: () => [{ id: CONNECTION, formerKey: OWN_KEY }],
    formerSlugs: ({ project }) =>
      last === undefined || project === undefined ? [] : similarSlugs(last, project),
  });
  const looked = await look(
    last,
    {
      connection: connectionFacts({ address: server.address, capabilities: listing }),
      client: clientOf(server),
      credential: server.token,
      hashKey: HOST_KEY,
      names,
      byHand: [],
      wait: () => new Promise(() => undefined),
      isOwnDeletion: () => false,
      now: NOW + DAY,
      heard: () => undefined,
    },
    new AbortController().signal,
  );
  expect(await aliases.idle()).toBe(true);
  return valueOf(looked).snapshot;
}

const listing = { ...connectionFacts({}).capabilities, personalTokens: 'listed' as const };

/** What was known of a server before refs were host-wide: each token under the ref that it had then. */
async function formerSnapshot(server: DemoServer, folder: string): Promise<Snapshot> {
  const now = await syncWith(server, await tempFolder());
  const isServer2 = server.state.profile === 'server-2';
  const rows = [
    ...server.state.projects.flatMap(({ slug, tokens }) =>
      tokens.map((token) => ({ kind: 'project' as const, project: slug, token })),
    ),
    ...server.state.personal.map((token) => ({ kind: 'personal' as const, project: undefined, token })),
  ];
  const former = new Map(
    rows.map(({ kind, project, token }) => {
      const row = isServer2 ? { value: new SecretValue(token.value) } : { id: token.id };
      const place = { connection: CONNECTION, kind, project: project as never };
      return [
        refOf({ host: server.address, ...place }, row, HOST_KEY),
        formerRefOf(place, row, OWN_KEY),
      ] as const;
    }),
  );
  const tokens = now.tokens.map((token) => ({
    ...token,
    ref: must(former.get(token.ref)),
    firstSeenAt: NOW - 400 * DAY,
  }));
  const snapshot = { ...now, tokens };
  await inventory(folder).save(CONNECTION, snapshot, 'beside');
  return snapshot;
}

/** A folder with files that name some tokens by their former refs. */
async function writeFiles(folder: string, [first, second]: readonly TokenRef[]): Promise<void> {
  await writeFile(
    join(folder, 'consumers.json'),
    JSON.stringify({
      format: 1,
      tokens: [{ ref: first, destinations: [], checklist: [], lastFour: 'abcd' }],
    }),
  );
  await writeFile(
    join(folder, 'own-work.jsonl'),
    `{"connection":"${CONNECTION}","ref":"${must(second)}","deed":"made"}\n`,
  );
  await writeFile(
    join(folder, 'rotation.journal'),
    HEADER +
      encodeRecord({
        kind: 'run-started',
        run: 'run_0123456789abcdef0123456789abcdef',
        connection: CONNECTION,
        organisation: 'acme',
        overlapHours: 24,
        at: NOW,
        rows: [
          {
            id: must(parseRowId(`row_${'0'.repeat(32)}`)),
            ref: must(first),
            kind: 'project',
            scope: 'all',
            newScope: 'all',
            label: 'deploy bot',
            destinations: [],
            checklist: [],
          },
        ],
      }),
  );
  await writeFile(join(folder, 'ledger.jsonl'), `{"token":"${must(first)}"}\n`);
}

test.each(['cloud', 'server-2'] as const)(
  'what old files know of tokens of %s is known under the new refs after the next start, also after a rename',
  async (profile) => {
    const folder = await tempFolder();
    const server = await demoServer({ profile });
    const before = await formerSnapshot(server, folder);
    await writeFiles(
      folder,
      before.tokens.map(({ ref }) => ref),
    );
    renameOrganisation(server.state, must(server.state.organisations[0]), 'acme-renamed');

    const during = await syncWith(server, folder, before);
    // Until all files change together, everything goes by the names that it had.
    expect(during.tokens.map(({ ref }) => ref).sort()).toEqual(before.tokens.map(({ ref }) => ref).sort());
    expect(during.tokens.every(({ firstSeenAt }) => firstSeenAt === NOW - 400 * DAY)).toBe(true);
    await inventory(folder).save(CONNECTION, during, 'beside');

    const aliases = await openRefAliases(join(folder, 'ref-aliases'));
    expect(await migrateRefs(folder, aliases, withPayloads)).toBe(true);
    const [first, second] = before.tokens.map(({ ref }) => aliases.currentOf(ref));
    expect(first).not.toBe(before.tokens[0]?.ref);
    const after = must(await inventory(folder).load(CONNECTION));
    expect(new Set(after.tokens.map(({ ref }) => ref))).toEqual(
      new Set(before.tokens.map(({ ref }) => aliases.currentOf(ref))),
    );
    expect((await openConsumerMap(join(folder, 'consumers.json'))).of(must(first)).lastFour).toBe('abcd');
    expect(await readFile(join(folder, 'own-work.jsonl'), 'utf8')).toContain(second);
    const journal = valueOf(await openJournal(join(folder, 'rotation.journal')));
    expect(JSON.stringify(journal.records)).toContain(first);
    await journal.close();
    // The ledger is read through the aliases, and stays as it was written.
    expect(await readFile(join(folder, 'ledger.jsonl'), 'utf8')).toContain(before.tokens[0]?.ref);
    expect(await readFile(join(folder, 'consumers.json.before-ids'), 'utf8')).toContain(
      before.tokens[0]?.ref,
    );

    const fresh = await syncWith(server, folder, after);
    expect(fresh.tokens.every(({ firstSeenAt }) => firstSeenAt === NOW - 400 * DAY)).toBe(true);
    expect(new Set(fresh.tokens.map(({ ref }) => ref))).toEqual(new Set(after.tokens.map(({ ref }) => ref)));
  },
);

test('a start that dies between two files is completed by the next, and a third changes nothing', async () => {
  const folder = await tempFolder();
  const server = await demoServer({ profile: 'cloud' });
  const before = await formerSnapshot(server, folder);
  const refs = before.tokens.map(({ ref }) => ref);
  await writeFiles(folder, refs);
  await syncWith(server, folder, before);
  // As it is after a death once the first files were rewritten.
  const consumers = await readFile(join(folder, 'consumers.json'), 'utf8');
  expect(await migrateRefs(folder, await openRefAliases(join(folder, 'ref-aliases')), withPayloads)).toBe(
    true,
  );
  await writeFile(join(folder, 'consumers.json'), consumers);
  const lines = await readFile(join(folder, 'ref-aliases'), 'utf8');
  await writeFile(join(folder, 'ref-aliases'), lines.replace('applied\n', ''));

  const again = await openRefAliases(join(folder, 'ref-aliases'));
  expect(again.isToApply).toBe(true);
  expect(await migrateRefs(folder, again, withPayloads)).toBe(true);
  const files = ['consumers.json', 'own-work.jsonl', 'rotation.journal'];
  const read = () => Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
  const texts = await read();
  for (const ref of refs) expect(texts.join('')).not.toContain(ref);
  const third = await openRefAliases(join(folder, 'ref-aliases'));
  expect(third.isToApply).toBe(false);
  expect(await migrateRefs(folder, third, withPayloads)).toBe(true);
  expect(await read()).toEqual(texts);
  expect((await readdir(folder)).filter((name) => name.endsWith('.before-ids')).sort()).toEqual(
    files.map((name) => `${name}.before-ids`).sort(),
  );
});

test('two connections that knew one token by two refs know it by one, with the usages of both', async () => {
  const folder = await tempFolder();
  const aliases = await openRefAliases(join(folder, 'ref-aliases'));
  const [one, other, current] = ['1', '2', '3'].map((digit) => `tok_${digit.repeat(32)}` as TokenRef);
  aliases.learn(must(one), must(current));
  aliases.learn(must(other), must(current));
  await aliases.idle();
  const usage = (variable: string) => ({ kind: 'project-variable', project: 'gh/acme/api', variable });
  await writeFile(
    join(folder, 'consumers.json'),
    JSON.stringify({
      format: 1,
      tokens: [
        { ref: one, destinations: [usage('A')], checklist: [] },
        { ref: other, destinations: [usage('A'), usage('B')], checklist: [] },
      ],
    }),
  );
  expect(await migrateRefs(folder, await openRefAliases(join(folder, 'ref-aliases')), withPayloads)).toBe(
    true,
  );
  const map = await openConsumerMap(join(folder, 'consumers.json'));
  expect(map.of(must(current)).destinations).toEqual([usage('A'), usage('B')]);
});
