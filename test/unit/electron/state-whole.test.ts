import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { FetchPort } from '../../../electron/circleci/fetch-port';
import type { Core } from '../../../electron/core';
import { encodeRecord } from '../../../electron/rotation/journal-lines';
import { BEFORE_CIPHER, beforeFolder } from '../../support/before-folder';
import { coreOver } from '../../support/core-over';
import { must } from '../../support/token-records';

/** A network that is down, and that remembers what was sent to it that could change anything. */
function downNetwork() {
  const changes: string[] = [];
  const send: FetchPort = (address, { method }) => {
    if (method !== 'GET') changes.push(`${method} ${address}`);
    return Promise.reject(new TypeError('fetch failed'));
  };
  return { changes, send };
}

/** Starts over a folder as the window does. */
async function started(folder: string) {
  const { changes, send } = downNetwork();
  const core = await coreOver(folder, { cipher: BEFORE_CIPHER, fetch: send });
  await core.connections.unlock();
  await core.rotation.recover();
  return { core, changes };
}

const itemsOf = (core: Core) => core.rotation.runs().flatMap(({ rows }) => rows);
const open = (core: Core) => itemsOf(core).filter(({ step }) => step !== 'gone' && step !== 'left');
const kindsOf = async (core: Core) => (await core.problems()).map(({ kind }) => kind);

async function linesOf(folder: string, file: string): Promise<string[]> {
  return (await readFile(join(folder, file), 'utf8')).split('\n').slice(0, -1);
}

describe('a rotation journal that was lost while other files know of open items', () => {
  test.each([
    ['emptied', (path: string) => writeFile(path, '')],
    ['removed', (path: string) => rm(path)],
    ['zeroed', (path: string) => writeFile(path, Buffer.alloc(20_000))],
  ])('is told of when it was %s, and every item stands again, stopped', async (_how, lose) => {
    const folder = await beforeFolder();
    const before = open(await coreOver(folder, { cipher: BEFORE_CIPHER })).map(({ ref }) => ref);
    await lose(join(folder, 'rotation.journal'));
    const { core, changes } = await started(folder);
    expect(await kindsOf(core)).toContain('restored');
    // An item that had not begun left no trace, and lost nothing.
    const known = open(core).map(({ ref }) => ref);
    expect(before.filter((ref) => !known.includes(ref))).toHaveLength(1);
    expect(new Set(open(core).map(({ step }) => step))).toEqual(new Set(['needs-you']));
    expect(new Set(open(core).map(({ need }) => need?.reason))).toEqual(new Set(['records-disagree']));
    expect(changes).toEqual([]);
  });

  test('gives back the sealed value: it can be handed over, or its token discarded with consent', async () => {
    const folder = await beforeFolder();
    await writeFile(join(folder, 'rotation.journal'), '');
    const { core } = await started(folder);
    const whole = open(core).filter(({ holdsValue, newRef }) => holdsValue && newRef !== undefined);
    expect(whole.length).toBeGreaterThanOrEqual(5);
    for (const { need } of whole) expect(need?.actions).toEqual(['hand-over', 'discard-new']);
    const { id } = must(whole[0]);
    expect((await core.rotation.act(id, 'hand-over')).ok).toBe(true);
    expect(itemsOf(core).find((item) => item.id === id)).toMatchObject({
      step: 'verified',
      holdsValue: true,
    });
    expect((await core.rotation.reveal(id)).ok).toBe(true);
  });

  test('is told of once: the next start finds the items in their place', async () => {
    const folder = await beforeFolder();
    await writeFile(join(folder, 'rotation.journal'), '');
    const first = await started(folder);
    const count = open(first.core).length;
    await first.core.close();
    const { core } = await started(folder);
    expect(open(core)).toHaveLength(count);
    expect(await kindsOf(core)).not.toContain('restored');
  });

  test('keeps what was in it, where it was more than the torn end of a line', async () => {
    const folder = await beforeFolder();
    const path = join(folder, 'rotation.journal');
    await writeFile(path, Buffer.alloc(300));
    const { core } = await started(folder);
    expect(await core.problems()).toContainEqual(
      expect.objectContaining({ kind: 'set-aside', file: 'rotation.journal' }),
    );
  });
});

describe('a rotation journal that was put back to an earlier moment', () => {
  test('deletes nothing and creates nothing by itself, and says which items it concerns', async () => {
    const folder = await beforeFolder();
    const path = join(folder, 'rotation.journal');
    const lines = await linesOf(folder, 'rotation.journal');
    const item = must(lines.find((line) => line.includes('"kind":"gone"')));
    const id = must(/"row":"(row_[0-9a-f]+)"/.exec(item)?.[1]);
    const at = lines.findIndex((line) => line.includes(id) && line.includes('"kind":"create-intended"'));
    await writeFile(path, `${lines.slice(0, at + 1).join('\n')}\n`);
    const { core, changes } = await started(folder);
    expect(await kindsOf(core)).toContain('held');
    expect(itemsOf(core).find((one) => one.id === id)).toMatchObject({
      step: 'needs-you',
      need: { reason: 'records-disagree', actions: ['leave'] },
    });
    expect(changes).toEqual([]);
  });
});

describe('an order of records that cannot be', () => {
  test.each([
    [
      'a value that is verified and was never sealed',
      'sealed',
      (lines: string[], at: number) => lines.toSpliced(at, 1),
    ],
    [
      'a line that is there twice',
      'sealed',
      (lines: string[], at: number) => lines.toSpliced(at, 0, must(lines[at])),
    ],
  ])('stops that item and no other: %s', async (_what, kind, change) => {
    const folder = await beforeFolder();
    const untouched = itemsOf(await coreOver(folder, { cipher: BEFORE_CIPHER }));
    const lines = await linesOf(folder, 'rotation.journal');
    const waiting = must(untouched.find(({ step }) => step === 'verified'));
    const at = lines.findIndex((line) => line.includes(waiting.id) && line.includes(`"kind":"${kind}"`));
    await writeFile(join(folder, 'rotation.journal'), `${change(lines, at).join('\n')}\n`);
    const core = await coreOver(folder, { cipher: BEFORE_CIPHER });
    for (const item of itemsOf(core)) {
      if (item.id === waiting.id) expect(item.need?.reason).toBe('records-disagree');
      else expect(item).toEqual(untouched.find(({ id }) => id === item.id));
    }
  });

  test('a run that is written as closed while an item is open is kept, and the item stopped', async () => {
    const folder = await beforeFolder();
    const core = await coreOver(folder, { cipher: BEFORE_CIPHER });
    const run = must(core.rotation.runs().find(({ rows }) => rows.some(({ step }) => step === 'retiring')));
    await core.close();
    const path = join(folder, 'rotation.journal');
    const closed = encodeRecord({ kind: 'run-closed', run: run.id, at: 1 });
    await writeFile(path, `${await readFile(path, 'utf8')}${closed}`);
    const { core: again } = await started(folder);
    expect(again.rotation.runs().map(({ id }) => id)).toContain(run.id);
  });
});

type Damage = {
  readonly how: 'removed' | 'doubled' | 'moved' | 'truncated';
  readonly at: number;
  readonly to: number;
};

const anyDamage: fc.Arbitrary<Damage> = fc.record({
  how: fc.constantFrom('removed', 'doubled', 'moved', 'truncated'),
  at: fc.nat(),
  to: fc.nat(),
});

function damaged(lines: readonly string[], { how, at, to }: Damage): string {
  const index = at % lines.length;
  const line = must(lines[index]);
  const without = lines.toSpliced(index, 1);
  if (how === 'removed') return `${without.join('\n')}\n`;
  if (how === 'doubled') return `${lines.toSpliced(index, 0, line).join('\n')}\n`;
  if (how === 'moved') return `${without.toSpliced(to % lines.length, 0, line).join('\n')}\n`;
  return [...lines.slice(0, index), line.slice(0, to % (line.length + 1))].join('\n');
}

test.each(['rotation.journal', 'own-work.jsonl', 'ledger.jsonl'])(
  'with any line of %s removed, doubled, moved or cut, the app opens, nothing is deleted, and every open item is shown or told of',
  async (file) => {
    const whole = await beforeFolder();
    const before = open(await coreOver(whole, { cipher: BEFORE_CIPHER }));
    const untraced = new Set(before.filter(({ step }) => step === 'planned').map(({ ref }) => ref));
    await fc.assert(
      fc.asyncProperty(anyDamage, async (damage) => {
        const folder = await beforeFolder();
        await writeFile(join(folder, file), damaged(await linesOf(folder, file), damage));
        const { core, changes } = await started(folder);
        expect(changes.filter((change) => change.startsWith('DELETE'))).toEqual([]);
        const shown = new Set(open(core).map(({ ref }) => ref));
        const problems = await core.problems();
        const isToldOf = problems.some(({ kind }) => kind === 'lost' || kind === 'journal');
        for (const { ref } of before) expect(shown.has(ref) || isToldOf || untraced.has(ref)).toBe(true);
        await core.close();
      }),
      { numRuns: 8 },
    );
  },
);
