import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'playwright/test';

import { startDemoServer } from '../../electron/demo/demo-server';
import { DAY_MS } from '../../shared/domain/instant';
import { expectClean } from '../support/axe';
import { lineOf, logOf } from '../support/audit-log';
import { launchRekey } from '../support/launch';
import { connectTo, waitForLook } from '../support/walk';
import { choosePaths } from '../support/window-settings';

const NOW = Date.UTC(2026, 10, 24, 12);
const iso = (instant: number) => new Date(instant).toISOString();

test('files that are broken in every way are told line by line, and lose nothing that was known', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rekey-people-'));
  const server = await startDemoServer({
    profile: 'cloud',
    seed: 5,
    now: NOW,
    size: { projects: 6, tokens: 20 },
  });
  const [project, second] = server.state.projects;
  const [token] = project?.tokens ?? [];
  if (project === undefined || second === undefined || token === undefined)
    throw new Error('the demo has tokens');
  project.tokens = [
    { ...token, id: `${token.id}1`, label: 'twin', scope: 'all' },
    { ...token, id: `${token.id}2`, label: 'twin', scope: 'all' },
    { ...token, id: `${token.id}3`, label: 'prêt', scope: 'all' },
  ];
  second.tokens = [{ ...token, id: `${token.id}4`, label: 'two makers', scope: 'all' }];
  const at = iso(NOW - DAY_MS);
  const made = (slug: string, label: string, actor: string) =>
    lineOf({ at, actor, target: slug, payload: { label, scope: 'all' } });
  const log = logOf(
    made(project.slug, 'prêt', 'm-roy'),
    'x,"never closed',
    made(project.slug, 'twin', 'a.chen'),
    'too,few',
    made(second.slug, 'two makers', 'a.chen'),
    lineOf({ at: 'yesterday' }),
    made(second.slug, 'two makers', 'p.novak'),
  );
  const path = join(folder, 'log.csv');
  await writeFile(path, Buffer.from(log, 'latin1'));
  const { app, page, close, complaints } = await launchRekey({ now: NOW });
  await connectTo(page, server);
  await waitForLook(page);
  await page.getByRole('link', { name: 'Leavers' }).click();
  await page.getByRole('tab', { name: 'Leavers' }).press('ArrowRight');
  await choosePaths(app, path);
  await page.getByRole('button', { name: 'Import audit log …' }).press('Enter');
  const imported = page.getByRole('region', { name: 'Imported' });
  await expect(imported.getByRole('status')).toHaveText(
    'log.csv 8 lines read, 4 tokens made · 1 owner recovered · 2 conflicts for you to judge.',
  );
  await expect(page.getByRole('button', { name: 'Import audit log …' })).toBeFocused();
  await expect(imported).toContainText('was read as Latin-1');
  await expect(imported.getByRole('listitem')).toHaveText([
    'Line 3its quotation marks do not match',
    'Line 5it has more or fewer cells than the first line',
    'Line 7its date is none',
  ]);
  await expectClean(page, 'people-errors');

  await page.getByRole('button', { name: '2 conflicts …' }).click();
  const conflicts = page.getByRole('dialog', { name: '2 conflicts' });
  await expect(conflicts).toContainText('2 tokens carry this label');
  await expect(conflicts).toContainText('The log names 2 people: a.chen and p.novak.');
  await expectClean(page, 'people-conflicts');
  await conflicts.getByRole('button', { name: 'Close' }).click();

  await choosePaths(app, join(folder, 'other.csv'));
  await writeFile(join(folder, 'other.csv'), 'name,amount\nx,1\n');
  await page.getByRole('button', { name: 'Import audit log …' }).click();
  await expect(page.getByRole('alert')).toContainText(
    'its first line has no “action”, “actor”, “occurred_at”. Nothing was taken from it; what was known stays.',
  );
  await expect(page.getByRole('button', { name: '2 conflicts …' })).toBeVisible();

  await expect(page.getByText('“m-roy” and “m.roy” may be one person.')).toBeVisible();
  await page.getByRole('button', { name: 'They are one person: m-roy and m.roy' }).click();
  await expect(page.getByText('may be one person.')).toHaveCount(0);

  await writeFile(
    join(folder, 'register.csv'),
    '\uFEFFlabel,owner,created,expires\nlaptop,a.chen,2026-03-01,\nphone,,,\n',
  );
  await choosePaths(app, join(folder, 'register.csv'));
  await page.getByRole('button', { name: 'Import register …' }).click();
  await expect(imported.getByRole('status')).toHaveText('register.csv 1 line taken.');
  await expect(imported.getByRole('listitem')).toHaveText(['Line 3it has no owner']);
  await page.getByRole('button', { name: 'Details: a.chen' }).click();
  const person = page.getByRole('dialog', { name: 'a.chen' });
  await expect(person).toContainText('Ends by 2027-03-01 00:00 UTC at the latest');
  await person.getByRole('button', { name: 'Asked today: laptop' }).click();
  await expect(person).toContainText('Asked on 2026-11-24 12:00 UTC, not answered yet.');
  await person.getByRole('button', { name: 'They keep it: laptop' }).click();
  await expect(person).toContainText('answered on 2026-11-24 12:00 UTC by a.chen: they keep it.');
  await expectClean(page, 'person');
  await person.getByRole('combobox', { name: 'Another name of theirs' }).selectOption('p.novak');
  await person.getByRole('button', { name: 'They are one person' }).click();
  await person.getByRole('button', { name: 'Take apart: p.novak' }).click();
  await expect(person.getByRole('list', { name: 'Other names' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Make the checklist: a.chen' }).click();
  await expect(page.getByRole('list', { name: 'Checklist' })).toContainText('by a.chen: they keep it.');
  await page.getByRole('tab', { name: 'People' }).click();

  await page.emulateMedia({ colorScheme: 'dark' });
  await page.setViewportSize({ width: 900, height: 640 });
  await expectClean(page, 'people-dark-900');
  expect(complaints).toEqual([]);
  await close();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

test('the demo has its own audit log at hand, and its people leave nothing on disk', async () => {
  const { page, userData, close, complaints } = await launchRekey({ now: NOW });
  await page.getByRole('button', { name: 'Try the demo organisation' }).click();
  await waitForLook(page);
  await page.getByRole('link', { name: 'Leavers' }).click();
  await page.getByRole('tab', { name: 'People' }).click();
  await page.getByRole('button', { name: 'Use the demo organisation’s audit log' }).click();
  await expect(page.getByRole('region', { name: 'Imported' })).toContainText('owners recovered');
  await page.getByRole('button', { name: 'Make the checklist: r.silva' }).click();
  await expect(page.getByRole('heading', { level: 2, name: 'r.silva' })).toBeFocused();
  await page.setViewportSize({ width: 900, height: 640 });
  await expectClean(page, 'leavers-demo-900');
  expect((await readdir(userData)).filter((name) => /people|leavers/.test(name))).toEqual([]);
  expect(complaints).toEqual([]);
  await close();
});
