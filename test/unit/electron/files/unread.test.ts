import { mkdir, readFile, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { openConnectionBook } from '../../../../electron/credentials/connection-book';
import { openConsumerMap } from '../../../../electron/delivery/consumer-map';
import { openOwnWork } from '../../../../electron/inventory/own-work';
import { openPersonalRegister } from '../../../../electron/inventory/personal-register';
import { err } from '../../../../shared/result';
import { hastyClock } from '../../../support/demo-client';
import { tempFolder } from '../../../support/temp-folder';
import { connectionIdOf, NOW, refNumber } from '../../../support/token-records';

const acme = connectionIdOf(1);

/** Opens what keeps its facts in a file while the disk will not give it, and answers when the file is there again. */
async function openedUnread<Opened>(open: (path: string) => Promise<Opened>) {
  const path = join(await tempFolder(), 'kept.json');
  await mkdir(path);
  const opened = await open(path);
  await rmdir(path);
  await writeFile(path, 'kept');
  return { opened, kept: () => readFile(path, 'utf8') };
}

test('a register that could not be read takes no entry, and loses none', async () => {
  const { opened, kept } = await openedUnread((path) =>
    openPersonalRegister(
      path,
      () => true,
      () => '1',
    ),
  );
  expect(await opened.add(acme, { label: 'laptop', owner: 'm.roy' }, NOW)).toEqual(err('storage'));
  await opened.forget(acme);
  expect(await kept()).toBe('kept');
});

test('a map of consumers that could not be read remembers until the app ends, and overwrites nothing', async () => {
  const { opened, kept } = await openedUnread(openConsumerMap);
  const entry = { destinations: [], checklist: [], lastFour: 'abcd' };
  await opened.remember(refNumber(1), entry);
  expect(opened.of(refNumber(1))).toEqual(entry);
  expect(await kept()).toBe('kept');
});

test('what Rekey did itself, where it could not be read, is added to and never written over, and that is told', async () => {
  const { opened, kept } = await openedUnread((path) =>
    openOwnWork(path, { isRemembered: () => true, clock: hastyClock }),
  );
  expect(opened.kept).toBe('unreadable');
  opened.note(acme, { ref: refNumber(1), deed: 'made' });
  await opened.idle();
  const [before, ...added] = (await kept()).split('\n');
  expect(before).toBe('kept');
  expect(added.join('\n')).toContain(refNumber(1));
  const whole = await kept();
  await opened.forget(acme);
  expect(opened.of(acme).made.size).toBe(0);
  expect(await kept()).toBe(whole);
});

test('a book of connections that could not be read is not replaced', async () => {
  const { opened, kept } = await openedUnread(openConnectionBook);
  expect(await opened.replace([])).toEqual(err('disk'));
  expect(await kept()).toBe('kept');
});
