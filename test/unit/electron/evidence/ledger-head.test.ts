import { appendFile, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { openMemoryVault } from '../../../../electron/credentials/memory-vault';
import type { Ledger } from '../../../../electron/evidence/ledger';
import { openSealedHead } from '../../../../electron/evidence/sealed-head';
import type { Vault } from '../../../../electron/credentials/vault';
import { err } from '../../../../shared/result';
import { by, ledgerAt, verifyText } from '../../../support/ledgers';
import { tempFolder } from '../../../support/temp-folder';
import { valueOf } from '../../../support/value-of';

const forget = (name: string) => by({ kind: 'connection-forgotten', name });

async function ledgerOf(count: number, vault: Vault = openMemoryVault()) {
  const path = join(await tempFolder(), 'ledger.jsonl');
  const ledger = ledgerAt(path, vault);
  for (let number = 1; number <= count; number += 1) valueOf(await ledger.note(forget(String(number))));
  await ledger.idle();
  return { path, ledger, vault, text: await readFile(path, 'utf8').catch(() => '') };
}

const noKeychain: Pick<Vault, 'get' | 'put'> = {
  get: () => Promise.resolve(err('no-keychain')),
  put: () => Promise.resolve(err('no-keychain')),
};

describe('the end of a ledger, kept under the keychain', () => {
  test('shows that a ledger was cut off, at the next start', async () => {
    const { path, vault, text } = await ledgerOf(3);
    await writeFile(path, text.split('\n').slice(0, 2).join('\n') + '\n');
    const { trouble, head } = await ledgerAt(path, vault).look();
    expect(trouble).toEqual({ kind: 'truncated', expected: 3 });
    expect(head.entries).toBe(2);
  });

  test('shows that a ledger was removed', async () => {
    const { path, vault } = await ledgerOf(2);
    await rm(path);
    expect((await ledgerAt(path, vault).look()).trouble).toEqual({ kind: 'truncated', expected: 2 });
  });

  test('shows that a chain was written anew: its last entry is another', async () => {
    const { path, vault } = await ledgerOf(3);
    const other = await ledgerOf(2);
    valueOf(await other.ledger.note(forget('somebody else')));
    await writeFile(path, await readFile(other.path));
    expect((await ledgerAt(path, vault).look()).trouble).toEqual({ kind: 'altered', line: 3 });
  });

  test('is behind the file where the app ended before it was kept, which is no trouble', async () => {
    const { path, vault } = await ledgerOf(2);
    const unsealed: Vault = { ...vault, put: () => Promise.resolve(err('disk')) };
    const ledger = ledgerAt(path, unsealed);
    valueOf(await ledger.note(forget('3')));
    await ledger.idle();
    expect(ledger.state(await ledger.look()).keeping).toBe('unwritable');
    const opened = ledgerAt(path, vault);
    const reading = await opened.look();
    expect(reading.trouble).toBeUndefined();
    expect(opened.state(reading)).toMatchObject({ keeping: 'kept', head: { entries: 3 } });
  });

  test('is asked for once, and kept once for many entries', async () => {
    const inner = openMemoryVault();
    const asked: string[] = [];
    const vault: Vault = {
      ...inner,
      get: (key) => {
        asked.push('get');
        return inner.get(key);
      },
      put: (key, secret) => {
        asked.push('put');
        return inner.put(key, secret);
      },
    };
    const path = join(await tempFolder(), 'ledger.jsonl');
    let rested: () => void = () => undefined;
    const ledger = ledgerAt(path, vault, {
      wait: () =>
        new Promise((resolve) => {
          rested = resolve;
        }),
    });
    for (let number = 0; number < 10; number += 1) valueOf(await ledger.note(forget(String(number))));
    expect(asked).toEqual(['get']);
    rested();
    await ledger.idle();
    expect(asked).toEqual(['get', 'put']);
  });

  test('that cannot be read is said to be so until the app ends, though a new one is kept', async () => {
    const inner = openMemoryVault();
    const { path } = await ledgerOf(2, inner);
    const spoilt: Vault = { ...inner, get: () => Promise.resolve(err('unreadable')) };
    const ledger = ledgerAt(path, spoilt);
    valueOf(await ledger.note(forget('3')));
    await ledger.idle();
    expect(ledger.state(await ledger.look()).keeping).toBe('unreadable');
    const next = ledgerAt(path, inner);
    expect(next.state(await next.look())).toMatchObject({ keeping: 'kept', head: { entries: 3 } });
  });

  test('is not covered up where the keychain answers only after the ledger was cut off and written to', async () => {
    const inner = openMemoryVault();
    const { path, text } = await ledgerOf(4, inner);
    await writeFile(path, text.split('\n').slice(0, 2).join('\n') + '\n');
    let isLocked = true;
    const late: Vault = {
      ...inner,
      get: (key) => (isLocked ? Promise.resolve(err('no-keychain')) : inner.get(key)),
      put: (key, secret) => (isLocked ? Promise.resolve(err('no-keychain')) : inner.put(key, secret)),
    };
    const ledger = ledgerAt(path, late);
    valueOf(await ledger.note(forget('anew')));
    await ledger.idle();
    isLocked = false;
    valueOf(await ledger.note(forget('once more')));
    await ledger.idle();
    expect((await ledgerAt(path, inner).look()).trouble).toBeDefined();
  });

  test.each<[string, (ledger: Ledger) => void]>([
    ['before there are any', () => undefined],
    ['after one that somebody waits for', (ledger) => void ledger.note(forget('1'))],
    [
      'after one that nobody waits for',
      (ledger) => {
        ledger.noteSoon(forget('1'));
      },
    ],
  ])('is known not to be kept without a keychain, however entries come: %s', async (_when, come) => {
    const path = join(await tempFolder(), 'ledger.jsonl');
    const vault = { ...openMemoryVault(), put: noKeychain.put };
    // Nothing is sealed until then: whoever looks does not have to wait for it.
    const wait = () => new Promise<void>(() => undefined);
    const ledger = ledgerAt(path, vault, { sealed: openSealedHead(vault, () => false), wait });
    come(ledger);
    expect(ledger.state(await ledger.look()).keeping).toBe('no-keychain');
  });

  test('cannot be kept without a keychain, and the state says so', async () => {
    const { ledger } = await ledgerOf(1, { ...openMemoryVault(), ...noKeychain });
    const reading = await ledger.look();
    expect(reading.trouble).toBeUndefined();
    expect(ledger.state(reading).keeping).toBe('no-keychain');
  });
});

test('where its end turns out not to be keepable, whoever looks at the ledger is told', async () => {
  const path = join(await tempFolder(), 'ledger.jsonl');
  const told: string[] = [];
  const put: Vault['put'] = () => Promise.resolve(err('no-keychain'));
  const ledger = ledgerAt(path, { ...openMemoryVault(), put }, { grown: () => told.push('grown') });
  valueOf(await ledger.note(forget('1')));
  await ledger.idle();
  expect(told).toEqual(['grown', 'grown']);
  expect(ledger.state(await ledger.look()).keeping).toBe('no-keychain');
});

describe('a ledger that is cut off while the app runs', () => {
  test('is noticed without a keychain too, by what was written a moment ago', async () => {
    const { path, ledger, text } = await ledgerOf(3, { ...openMemoryVault(), ...noKeychain });
    await writeFile(path, text.split('\n').slice(0, 1).join('\n') + '\n');
    expect(await ledger.note(forget('4'))).toEqual(err('unwritable'));
    expect((await ledger.look()).trouble).toEqual({ kind: 'truncated', expected: 3 });
  });

  test('takes entries again once the file is as it was', async () => {
    const { path, ledger, text } = await ledgerOf(2);
    await writeFile(path, text.slice(0, -30));
    expect(await ledger.note(forget('lost'))).toEqual(err('unwritable'));
    await writeFile(path, text);
    valueOf(await ledger.note(forget('3')));
    expect(valueOf(verifyText(await readFile(path, 'utf8'))).entries).toHaveLength(3);
  });
});

describe('a new ledger beside one that is not whole', () => {
  test('says what the one before was, takes what was waiting, and leaves that one as it was', async () => {
    const { path, vault, text } = await ledgerOf(3);
    const altered = text.replace('"name":"2"', '"name":"9"');
    await writeFile(path, altered);
    const ledger = ledgerAt(path, vault);
    ledger.noteSoon(forget('meanwhile'));
    expect(ledger.state(await ledger.look())).toMatchObject({
      trouble: { kind: 'altered', line: 3 },
      waiting: 1,
    });
    valueOf(await ledger.beginAnew('aside.jsonl', { osUser: 'mara' }));
    expect(await readFile(join(path, '..', 'aside.jsonl'), 'utf8')).toBe(altered);
    const { entries } = valueOf(verifyText(await readFile(path, 'utf8')));
    expect(entries.map(({ fact }) => fact)).toMatchObject([
      { kind: 'ledger-begun', was: 'altered', entries: 3 },
      { kind: 'connection-forgotten', name: 'meanwhile' },
    ]);
    await ledger.idle();
    expect((await ledgerAt(path, vault).look()).trouble).toBeUndefined();
  });

  test('is never begun while there is nothing wrong, nor over a ledger that was set aside before', async () => {
    const { path, ledger, text } = await ledgerOf(2);
    expect(await ledger.beginAnew('aside.jsonl', { osUser: 'mara' })).toEqual(err('is-whole'));
    await writeFile(join(path, '..', 'aside.jsonl'), 'evidence');
    await writeFile(path, text.slice(2));
    expect(await ledger.beginAnew('aside.jsonl', { osUser: 'mara' })).toEqual(err('unwritable'));
    expect(await readFile(join(path, '..', 'aside.jsonl'), 'utf8')).toBe('evidence');
    expect(await readFile(path, 'utf8')).toBe(text.slice(2));
    expect(await readdir(join(path, '..'))).toHaveLength(2);
  });
});

test('a fact that the union does not have is not written: the ledger would not verify any more', async () => {
  const { ledger, path, text } = await ledgerOf(1);
  const odd = { kind: 'deletion-confirmed', count: 1.5 } as const;
  expect(await ledger.note(by(odd))).toEqual(err('unwritable'));
  ledger.noteSoon(by(odd));
  await ledger.idle();
  expect(await readFile(path, 'utf8')).toBe(text);
});

test('a line longer than any entry is no reason to read on', async () => {
  const { path, vault } = await ledgerOf(1);
  await appendFile(path, 'x'.repeat(300_000));
  expect((await ledgerAt(path, vault).look()).trouble).toEqual({ kind: 'altered', line: 2 });
});
