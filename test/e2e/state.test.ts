import { mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { expect, test } from 'playwright/test';

import { answerDialogs, askedDialogs, launchRekey } from '../support/launch';
import { must } from '../support/token-records';

const folders: string[] = [];
const newFolder = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'rekey-state-'));
  folders.push(folder);
  return folder;
};
test.afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))));

const BEFORE = join(import.meta.dirname, '..', 'fixtures', 'before', 'user-data');

test('an emptied journal and a register that cannot be read are told of above every section, and the items stand again', async () => {
  const userData = await newFolder();
  for (const name of await readdir(BEFORE, { recursive: true, withFileTypes: true })) {
    if (!name.isFile()) continue;
    const at = join(userData, name.parentPath.slice(BEFORE.length));
    await mkdir(at, { recursive: true });
    await writeFile(join(at, name.name), await readFile(join(name.parentPath, name.name)));
  }
  await writeFile(join(userData, 'rotation.journal'), '');
  await writeFile(join(userData, 'register.json'), 'half a regis');
  const { page, close } = await launchRekey({ userData });
  const told = page.getByRole('alert').filter({ hasText: 'register.json' });
  await expect(told).toContainText('was set aside on');
  await expect(told).toContainText('The rotation journal had lost');
  await page.screenshot({ path: 'test-results/screens/state-problems.png' });
  await page.getByRole('link', { name: 'Rotation' }).click();
  await expect(page.getByText('Needs you').first()).toBeVisible();
  await page.screenshot({ path: 'test-results/screens/state-restored.png' });
  await told.getByRole('button', { name: 'Dismiss what did not fit when Rekey started' }).click();
  await expect(told).toHaveCount(0);
  await close();
});

test('a folder that another computer has is opened only after a person took it over, and let go of at the end', async () => {
  const userData = await newFolder();
  const lock = join(userData, 'rekey.lock');
  const theirs = { host: 'workstation', machine: 'm-2', boot: 'b', process: 4711, since: 1_780_000_000_000 };
  await writeFile(lock, JSON.stringify({ ...theirs, nonce: 'theirs' }));
  const { app, close } = await launchRekey({
    userData,
    first: ({ dialog }) => {
      const asked: unknown[] = [];
      Reflect.set(globalThis, 'askedDialogs', asked);
      Reflect.set(dialog, 'showMessageBox', (...given: unknown[]) => {
        asked.push(given.at(-1));
        return Promise.resolve({ response: 1, checkboxChecked: false });
      });
    },
  });
  const [question] = await askedDialogs(app);
  expect(must(question).message).toBe('Rekey is open on workstation');
  expect(must(question).detail).toContain('2026-05-28');
  expect(must(question).defaultId).toBe(0);
  expect(JSON.parse(await readFile(lock, 'utf8'))).not.toMatchObject({ host: 'workstation' });
  await answerDialogs(app, 'go');
  await close();
  expect(await readdir(userData)).not.toContain('rekey.lock');
});

test('preferences with a key of another version keep their views and destinations', async () => {
  const userData = await newFolder();
  const file = join(userData, 'preferences.json');
  const kept = JSON.parse(await readFile(join(BEFORE, 'preferences.json'), 'utf8')) as object;
  await writeFile(file, JSON.stringify({ ...kept, sidebar: { isOpen: true } }));
  const { close } = await launchRekey({ userData });
  await close();
  const after = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  expect(after).toMatchObject({ sidebar: { isOpen: true } });
  expect(after['targets']).toHaveLength(2);
  expect((after['page'] as { views: unknown[] }).views).toHaveLength(2);
});
