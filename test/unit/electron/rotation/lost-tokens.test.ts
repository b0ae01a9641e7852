import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { CircleCiClient, RemoteToken } from '../../../../electron/circleci/client';
import { readForRef } from '../../../../electron/rotation/sure-reading';
import { openLists } from '../../../../electron/rotation/token-list';
import { parseProjectSlug } from '../../../../shared/domain/project-slug';
import type { TokenRef } from '../../../../shared/domain/token-ref';
import { ok } from '../../../../shared/result';
import { connectionIdOf, must, refNumber } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const project = must(parseProjectSlug('gh/acme/web'));
const remote = (id: string): RemoteToken => ({ id, label: id, scope: 'all' });
const refOf = ({ id }: RemoteToken): TokenRef => refNumber(Number(id));

/** One list of tokens numbered from 0, some of which the host can leave out, and whoever reads it. */
function aList(count: number, known = count) {
  const there = new Set(Array.from({ length: count }, (_, index) => index));
  let hidden: readonly number[] = [];
  const lists = openLists({
    refOf: (_connection, _kind, _project, token) => refOf(token),
    listRead: () => undefined,
    mayBeOwn: () => new Set(),
    knownIn: () => Promise.resolve(Array.from({ length: known }, (_, index) => refNumber(index))),
  });
  const client: Pick<CircleCiClient, 'listProjectTokens' | 'deleteProjectToken'> = {
    listProjectTokens: () =>
      Promise.resolve(
        ok([...there].filter((one) => !hidden.includes(one)).map((one) => remote(String(one)))),
      ),
    deleteProjectToken: () => Promise.resolve(ok(null)),
  };
  const place = { connection: connectionIdOf(1), kind: 'project', project, scope: 'all' } as const;
  const listFor = (row: number) => lists(place, client as CircleCiClient, `row ${String(row)}`);
  return {
    hide: (...which: readonly number[]) => {
      hidden = which;
    },
    deletedByAColleague: (which: number) => there.delete(which),
    lookFor: async (row: number) => valueOf(await readForRef(refNumber(row), listFor(row))).presence,
    plan: () => lists(place, client as CircleCiClient).read(),
    answer: (row: number) => listFor(row).answered(),
    remove: async (row: number) => {
      there.delete(row);
      await listFor(row).remove({ by: 'id', id: String(row) }, refNumber(row));
    },
  };
}

describe('a list that goes on hiding two tokens', () => {
  test('is believed by neither of their rows, whoever looked first', async () => {
    const list = aList(4);
    list.hide(1, 2);
    expect(await list.lookFor(1)).toBe('unsure');
    expect(await list.lookFor(2)).toBe('unsure');
    expect(await list.lookFor(1)).toBe('unsure');
  });

  test('is not believed because a plan was made of it', async () => {
    const list = aList(4);
    list.hide(1, 2);
    await list.plan();
    expect(await list.lookFor(1)).toBe('unsure');
  });

  test('is believed by nobody for as long as it hides them, in whatever order rows and plans read it', () =>
    fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.nat(5), { minLength: 2, maxLength: 5 }),
        fc.array(fc.oneof(fc.nat(5), fc.constant('plan' as const)), { minLength: 1, maxLength: 12 }),
        async (hidden, readers) => {
          const list = aList(6);
          list.hide(...hidden);
          for (const reader of readers)
            if (reader === 'plan') await list.plan();
            else expect(await list.lookFor(reader)).toBe(hidden.includes(reader) ? 'unsure' : 'present');
        },
      ),
    ));

  test('is believed again when it shows them', async () => {
    const list = aList(4);
    list.hide(1, 2);
    await list.lookFor(1);
    list.hide();
    expect(await list.lookFor(1)).toBe('present');
    list.hide(1);
    expect(await list.lookFor(1)).toBe('absent');
  });
});

describe('what a person answers', () => {
  test('to the row that is unsure lets it believe the list, and every other row of it', async () => {
    const list = aList(4);
    list.deletedByAColleague(0);
    list.deletedByAColleague(1);
    expect(await list.lookFor(1)).toBe('unsure');
    await list.answer(1);
    expect(await list.lookFor(1)).toBe('absent');
    expect(await list.lookFor(0)).toBe('absent');
  });

  test('to another row is no answer', async () => {
    const list = aList(4);
    list.hide(0, 1);
    await list.lookFor(1);
    await list.answer(2);
    expect(await list.lookFor(1)).toBe('unsure');
  });

  test('is said of what was missing then, and of nothing that has gone missing since', async () => {
    const list = aList(4);
    list.hide(0, 1);
    await list.lookFor(1);
    list.hide(0, 1, 2);
    await list.plan();
    await list.answer(1);
    expect(await list.lookFor(1)).toBe('unsure');
  });
});

test('a token that Rekey deleted, or that was found gone, is missed by no other row', async () => {
  const list = aList(4);
  await list.remove(0);
  list.deletedByAColleague(1);
  expect(await list.lookFor(1)).toBe('absent');
  list.deletedByAColleague(2);
  expect(await list.lookFor(2)).toBe('absent');
});

test('a token that only a plan’s reading showed is missed when it is gone', async () => {
  const list = aList(4, 3);
  await list.plan();
  list.hide(2, 3);
  expect(await list.lookFor(2)).toBe('unsure');
});
