import { expect, test, type Page } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import type { DriftReport, LookFacts } from '../../shared/domain/drift-report';
import type { Instant } from '../../shared/domain/instant';
import { finishByBridge, inventoryOf, rotateByBridge, tokensOf, untilAtRest } from '../support/bridge-walk';
import { answerDialogs, launchRekey } from '../support/launch';
import { changeOutside } from '../support/server-changes';
import { connectTo, waitForLook } from '../support/walk';

const SIZE = { projects: 12, tokens: 60 };

const driftOf = (page: Page, since?: Instant): Promise<DriftReport | string> =>
  page.evaluate(async (then) => {
    const connections = await window.bridge['connections:list'](null);
    const connection = connections.ok ? connections.value[0]?.id : undefined;
    if (connection === undefined) return 'no connection';
    const drift = await window.bridge['inventory:drift']({
      connection,
      ...(then !== undefined && { since: then }),
    });
    return drift.ok ? drift.value : drift.error.kind;
  }, since);

const keptOf = (page: Page): Promise<readonly LookFacts[]> =>
  page.evaluate(async () => {
    const connections = await window.bridge['connections:list'](null);
    const connection = connections.ok ? connections.value[0]?.id : undefined;
    const kept = connection && (await window.bridge['inventory:snapshots']({ connection }));
    return kept?.ok === true ? kept.value : [];
  });

const lookAgain = (page: Page) =>
  page.evaluate(async () => {
    const connections = await window.bridge['connections:list'](null);
    for (const { id } of connections.ok ? connections.value : [])
      await window.bridge['inventory:sync']({ connection: id });
  });

const toldOf = (report: DriftReport | string) =>
  typeof report === 'string'
    ? [report]
    : report.changes.map(({ kind, token }) => `${kind} ${token.project ?? ''} ${token.label}`);

test('what somebody changed at CircleCI is told after the next look, and after a restart', async () => {
  const userData = test.info().outputPath('user-data');
  const server = await startDemoServer({ profile: 'cloud-time', seed: 4, now: Date.now(), size: SIZE });
  const first = await launchRekey({ userData });
  await connectTo(first.page, server);
  await waitForLook(first.page);
  expect(await driftOf(first.page)).toBe('nothing-to-compare');
  await lookAgain(first.page);
  expect(toldOf(await driftOf(first.page))).toEqual([]);

  const changes = changeOutside(server);
  await lookAgain(first.page);
  expect(toldOf(await driftOf(first.page))).toEqual(changes);
  await first.close();

  const second = await launchRekey({ userData });
  expect(toldOf(await driftOf(second.page))).toEqual(changes);
  const kept = await keptOf(second.page);
  expect(kept.map(({ tokens }) => tokens)).toEqual([60, 60]);
  expect(toldOf(await driftOf(second.page, kept[1]?.takenAt))).toEqual(changes);
  expect(await driftOf(second.page, 1)).toBe('no-such-snapshot');
  await second.close();
  await server.stop();
});

test('what Rekey itself made and deleted is said to be its own doing, even after its runs are closed', async () => {
  const userData = test.info().outputPath('user-data');
  const server = await startDemoServer({ profile: 'cloud-time', seed: 4, now: Date.now(), size: SIZE });
  const { app, page, close } = await launchRekey({ userData });
  await answerDialogs(app, 'go');
  await connectTo(page, server);
  await waitForLook(page);
  const before = await tokensOf(page);
  const chosen = before.filter(({ project, scope }) => project !== undefined && scope === 'all').slice(0, 2);
  await rotateByBridge(page, chosen, 'ROTATED');
  await untilAtRest(page);
  await finishByBridge(page);
  await lookAgain(page);
  await close();

  const again = await launchRekey({ userData });
  const report = await driftOf(again.page);
  expect(typeof report === 'string' ? report : report.counts).toMatchObject({
    'made-by-rekey': 2,
    'retired-by-rekey': 2,
    'deleted-outside': 0,
    're-created': 0,
    new: 0,
  });
  await again.close();
  await server.stop();
});

test('projects that failed are read anew without a whole look, and the inventory follows', async () => {
  const server = await startDemoServer({ profile: 'cloud-time', seed: 4, now: Date.now(), size: SIZE });
  const [project] = server.state.projects.filter(
    ({ isForbidden, slug, tokens }) => !isForbidden && !slug.startsWith('circleci/') && tokens.length > 1,
  );
  if (project === undefined) throw new Error('too small');
  server.setFaults([{ method: 'GET', path: `${project.slug}/token`, trouble: { kind: 'html' } }]);
  const { page, close, complaints } = await launchRekey();
  await connectTo(page, server);
  await waitForLook(page);
  const before = (await tokensOf(page)).length;
  server.setFaults([]);
  const requests = server.state.requests.length;
  const lineOf = async () =>
    (await inventoryOf(page))?.coverage?.projects.find((one) => one.project === project.slug);
  const line = await lineOf();
  if (line === undefined) throw new Error('the project is not known');
  await page.evaluate(
    ({ connection, project: slug }) => window.bridge['inventory:retry']({ connection, projects: [slug] }),
    line,
  );
  expect((await lineOf())?.outcome).toEqual({ kind: 'read', tokens: project.tokens.length });
  expect(server.state.requests).toHaveLength(requests + 1);
  expect(await tokensOf(page)).toHaveLength(before + project.tokens.length);
  expect(complaints).toEqual([]);
  await close();
  await server.stop();
});
