import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { openReminderDesk, type ReminderPorts } from '../../../../electron/reminders/reminder-desk';
import { openReminderFiles } from '../../../../electron/reminders/reminder-files';
import type { Organisation } from '../../../../electron/reminders/since-last-look';
import { BALANCED } from '../../../../shared/domain/age-policy';
import { DAY_MS } from '../../../../shared/domain/instant';
import { expectPrivate } from '../../../support/expect-private';
import { tempFolder } from '../../../support/temp-folder';
import { connectionIdOf, daysAgo, NOW, refNumber, tokenWith } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const acme = connectionIdOf(1);
const token = (number: number, age: number) =>
  tokenWith({
    ref: refNumber(number),
    label: `label ${number}`,
    createdAt: daysAgo(age),
    firstSeenAt: daysAgo(age),
  });

const organisation = (said: Partial<Organisation> = {}): Organisation => ({
  connection: acme,
  name: 'acme',
  takenAt: NOW,
  tokens: [token(1, 100), token(2, 85), token(3, 10)],
  ...said,
});

/** An app that can be opened again and again in one folder, at different times. */
async function life() {
  const folder = await tempFolder();
  const told: string[] = [];
  const badges: number[] = [];
  const open = async (days: number, said: Partial<ReminderPorts> = {}) => {
    const desk = await openReminderDesk({
      files: openReminderFiles(join(folder, 'reminders.json'), join(folder, 'told.json')),
      organisations: () => Promise.resolve([organisation()]),
      isRemembered: () => true,
      countsSince: () => Promise.resolve(undefined),
      rules: () => ({ policy: BALANCED, exceptions: [] }),
      warnSteps: () => [30, 15, 7, 1],
      clock: { now: () => NOW + days * DAY_MS, wait: () => Promise.resolve() },
      notifier: { isSupported: () => true, show: ({ title, body }) => told.push(`${title} | ${body}`) },
      showBadge: (count) => badges.push(count),
      ...said,
    });
    return desk;
  };
  return { folder, told, badges, open };
}

describe('reminders over several starts', () => {
  test('are shown once a step, however often the app is opened, in files of the person’s own', async () => {
    const { told, badges, open, folder } = await life();
    await (await open(0)).check();
    await (await open(0)).check();
    await (await open(4)).check();
    await (await open(5)).check();
    expect(told).toEqual([
      '1 token is due | acme: 1 due, 1 within 7 days',
      '1 token will be due soon | acme: 1 within a day',
      '1 token is due | acme: 1 due',
    ]);
    expect(badges).toEqual([1, 1, 1, 2]);
    await expectPrivate(join(folder, 'reminders.json'));
    await expectPrivate(join(folder, 'told.json'));
  });

  test('remember over a restart that an exception put a token off, which is due once more when that ends', async () => {
    const { told, open } = await life();
    const exception = {
      id: 'exc_0123456789abcdef',
      subject: { kind: 'token', ref: refNumber(1), label: 'label 1' },
      owner: 'm.roy',
      approver: 'a.lin',
      reason: 'the vendor pins it',
      grantedAt: NOW,
      until: NOW + 40 * DAY_MS,
    } as const;
    const one = () => Promise.resolve([organisation({ tokens: [token(1, 100)] })]);
    await (await open(0, { organisations: one })).check();
    await (
      await open(0, {
        organisations: one,
        rules: () => ({ policy: BALANCED, exceptions: [exception] }),
      })
    ).check();
    await (await open(40, { organisations: one })).check();
    expect(told).toEqual(['1 token is due | acme: 1 due', '1 token is due | acme: 1 due']);
  });

  test('that were off, or could not be shown, are told when they can be', async () => {
    const { told, badges, open } = await life();
    const off = await open(0);
    valueOf(await off.change({ isOn: false }));
    await off.check();
    expect([told, badges.at(-1)]).toEqual([[], 0]);
    const silent = { isSupported: () => false, show: () => told.push('shown in vain') };
    const deaf = await open(0, { notifier: silent });
    valueOf(await deaf.change({ isOn: true }));
    expect(deaf.test()).toEqual({ ok: false, error: 'not-supported' });
    expect(told).toEqual([]);
    await (await open(0)).check();
    expect(told).toHaveLength(1);
  });

  test('of a planned session come once, when its day has begun', async () => {
    const { told, open } = await life();
    const organisations = () => Promise.resolve([]);
    const nextSession = NOW + 2 * DAY_MS;
    valueOf(await (await open(0, { organisations })).change({ isOn: true, nextSession }));
    await (await open(1, { organisations })).check();
    expect(told).toEqual([]);
    await (await open(2, { organisations })).check();
    await (await open(3, { organisations })).check();
    expect(told).toEqual(['Rotation session | You planned it for 2026-11-26. No token is due now.']);
  });

  test('of a connection that is not remembered are told while the app is open, and not written down', async () => {
    const { told, open } = await life();
    const desk = await open(0, { isRemembered: () => false });
    await desk.check();
    await desk.check();
    await (await open(0, { isRemembered: () => false })).check();
    expect(told).toHaveLength(2);
  });

  test('are checked over and over until the app ends', async () => {
    const { badges, open } = await life();
    const end = new AbortController();
    let waits = 0;
    const clock = {
      now: () => NOW,
      wait: () => {
        waits += 1;
        if (waits === 3) end.abort();
        return Promise.resolve();
      },
    };
    await (await open(0, { clock })).run(end.signal);
    expect(badges).toHaveLength(3);
  });
});

describe('what changed since Rekey was last open', () => {
  test('is nothing on the first start', async () => {
    const { open } = await life();
    expect(await (await open(0)).since()).toBeUndefined();
  });

  test('is what became due, and what a look after it found', async () => {
    const { open } = await life();
    await (await open(0)).check();
    const asked: number[] = [];
    const counts = { new: 3, 're-created': 1, 'deleted-outside': 2, 'project-gone': 0 };
    const countsSince = (_connection: unknown, since: number) => {
      asked.push(since);
      return Promise.resolve({
        ...counts,
        'owner-changed': 5,
        'first-read': 7,
        'made-by-rekey': 1,
        'retired-by-rekey': 1,
      });
    };
    const before = await open(6, { countsSince });
    expect(await before.since()).toEqual({ since: NOW, fresh: 0, gone: 0, becameDue: 1 });
    expect(asked).toEqual([]);
    const looked = [organisation({ takenAt: NOW + 6 * DAY_MS })];
    const after = await open(6, { countsSince, organisations: () => Promise.resolve(looked) });
    expect(await after.since()).toEqual({ since: NOW, fresh: 4, gone: 3, becameDue: 1 });
    expect(asked).toEqual([NOW]);
  });
});
