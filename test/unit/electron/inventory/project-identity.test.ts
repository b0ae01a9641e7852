import { expect, test } from 'vitest';

import { look } from '../../../../electron/inventory/look';
import type { Snapshot } from '../../../../electron/inventory/snapshots';
import { SecretValue } from '../../../../electron/credentials/secret-value';
import type { DemoOrganisation } from '../../../../electron/demo/demo-state';
import { renameOrganisation, renameProject, transferProject } from '../../../../electron/demo/renames';
import type { DemoServer } from '../../../../electron/demo/demo-server';
import { clientOf, demoServer } from '../../../support/demo-client';
import { connectionFacts } from '../../../support/connection-facts';
import { must, NOW } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const DAY = 86_400_000;

async function syncWith(server: DemoServer, last?: Snapshot, now = NOW): Promise<Snapshot> {
  const looked = await look(
    last,
    {
      connection: connectionFacts({ address: server.address }),
      client: clientOf(server),
      credential: server.token,
      hashKey: new SecretValue('key'),
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

const projectTokens = ({ state }: DemoServer) =>
  state.projects.flatMap(({ isForbidden, tokens }) => (isForbidden ? [] : tokens));
const githubOf = ({ state }: DemoServer): DemoOrganisation =>
  must(state.organisations.find(({ host }) => host === 'github'));
const ofProjects = ({ tokens }: Snapshot) => tokens.filter(({ kind }) => kind === 'project');

test('a project that one list names by UUIDs and another by short ids is one project, and its tokens are listed once', async () => {
  const server = await demoServer();
  const snapshot = await syncWith(server);
  const slugs = snapshot.coverage.projects.map(({ project }) => project);
  expect(new Set(slugs).size).toBe(slugs.length);
  expect(slugs.filter((slug) => slug.startsWith('circleci/')).sort()).toEqual(
    server.state.projects.flatMap(({ slug }) => (slug.startsWith('circleci/') ? [slug] : [])).sort(),
  );
  expect(ofProjects(snapshot)).toHaveLength(projectTokens(server).length);
});

test('a renamed organisation keeps the refs and the first-seen dates of its tokens, and remembers its former slugs', async () => {
  const server = await demoServer({ profile: 'cloud' });
  const before = await syncWith(server);
  renameOrganisation(server.state, githubOf(server), 'acme-renamed');
  const after = await syncWith(server, before, NOW + 30 * DAY);
  const firstSeen = new Map(before.tokens.map(({ ref, firstSeenAt }) => [ref, firstSeenAt]));
  expect(ofProjects(after)).toHaveLength(ofProjects(before).length);
  for (const { ref, firstSeenAt } of after.tokens) expect(firstSeen.get(ref)).toBe(firstSeenAt);
  const renamed = after.coverage.projects.find(({ project }) => project.startsWith('gh/acme-renamed/'));
  expect(renamed?.aliases).toEqual([renamed?.project.replace('acme-renamed', 'acme')]);
});

test('a renamed and then transferred project keeps its refs, and remembers both former slugs', async () => {
  const server = await demoServer();
  const project = must(server.state.projects.find(({ slug }) => slug.startsWith('gh/')));
  const first = project.slug;
  const before = await syncWith(server);
  renameProject(project, 'renamed');
  const between = await syncWith(server, before, NOW + DAY);
  const second = project.slug;
  transferProject(project, must(server.state.organisations.find(({ host }) => host === 'bitbucket')));
  const after = await syncWith(server, between, NOW + 2 * DAY);
  const line = must(after.coverage.projects.find(({ project: slug }) => slug === project.slug));
  expect(new Set(line.aliases)).toEqual(new Set([first, second]));
  expect(after.tokens.map(({ ref }) => ref).sort()).toEqual(before.tokens.map(({ ref }) => ref).sort());
  expect(after.tokens.every(({ firstSeenAt }) => firstSeenAt === NOW)).toBe(true);
});

test('a slug that another project took over is no alias of the project that had it before', async () => {
  const server = await demoServer();
  const [one, other] = server.state.projects.filter(({ slug }) => slug.startsWith('gh/'));
  const before = await syncWith(server);
  const taken = must(one).name;
  renameProject(must(one), 'moved-away');
  renameProject(must(other), taken);
  const after = await syncWith(server, before, NOW + DAY);
  const moved = must(after.coverage.projects.find(({ project }) => project === must(one).slug));
  expect(moved.aliases ?? []).not.toContain(must(other).slug);
  expect(ofProjects(after)).toHaveLength(projectTokens(server).length);
});
