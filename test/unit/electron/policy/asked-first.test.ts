import { describe, expect, test } from 'vitest';

import { openPolicyDesk } from '../../../../electron/policy/policy-desk';
import type { PolicyStore } from '../../../../electron/policy/policy-store';
import type { NativeQuestion } from '../../../../electron/rotation/native-question';
import { BALANCED } from '../../../../shared/domain/age-policy';
import type { ExceptionDraft } from '../../../../shared/domain/exception-draft';
import { DAY_MS } from '../../../../shared/domain/instant';
import { OFF, PCI_HELPER, STRICT, YEARLY } from '../../../../shared/domain/policy-presets';
import { err, ok } from '../../../../shared/result';
import { connectionIdOf, daysAgo, NOW, refNumber, tokenWith } from '../../../support/token-records';
import { valueOf } from '../../../support/value-of';

const TOKENS = [
  tokenWith({ createdAt: daysAgo(100) }),
  tokenWith({ ref: refNumber(2), createdAt: daysAgo(10) }),
  tokenWith({ ref: refNumber(3), scope: 'status', label: 'badge', createdAt: daysAgo(400) }),
];
const DRAFT: ExceptionDraft = {
  subject: { kind: 'token', ref: refNumber(1), label: 'what the page says' },
  owner: 'm.roy',
  approver: 'a.lin',
  reason: 'the vendor pins it',
  until: NOW + 20 * DAY_MS,
};

type Answer = (question: NativeQuestion) => Promise<boolean> | boolean;

async function deskThat(answer: Answer, tokens = TOKENS) {
  const asked: NativeQuestion[] = [];
  const written: unknown[] = [];
  let now = NOW;
  const store: PolicyStore = {
    read: () => Promise.resolve(ok(undefined)),
    write: (state) => {
      written.push(state);
      return Promise.resolve(ok(null));
    },
  };
  let number = 0;
  const desk = await openPolicyDesk({
    store,
    note: () => Promise.resolve(ok(null)),
    now: () => now,
    randomId: () => (number += 1).toString(16).padStart(32, '0'),
    digest: (text) => text,
    tokens: () => Promise.resolve(tokens),
    nameOf: (connection) => (connection === connectionIdOf(1) ? 'acme' : undefined),
    confirmNatively: async (question) => {
      asked.push(question);
      return answer(question);
    },
    changed: () => undefined,
  });
  const pass = (time: number) => {
    now += time;
  };
  return { desk, asked, written, pass };
}

const yes = () => true;
const no = () => false;

describe('SECURITY X14: a policy that allows more', () => {
  test('is in force only after main has asked, naming by its own records what is let off', async () => {
    const { desk, asked } = await deskThat(yes);
    expect((await desk.apply(YEARLY)).ok).toBe(true);
    expect(asked).toEqual([
      {
        kind: 'loosen-policy',
        name: 'Yearly',
        before: 'Balanced',
        looser: ['all', 'view-builds', 'personal', 'unused'],
        loosened: { noLongerDue: 1, dueLater: 1 },
      },
    ]);
    expect(desk.rules().policy).toEqual(YEARLY);
  });

  test('is not in force where the person declines, and nothing is written', async () => {
    const { desk, asked, written } = await deskThat(no);
    expect(await desk.apply(OFF)).toEqual(err({ kind: 'declined' }));
    expect([asked.length, written, desk.rules().policy]).toEqual([1, [], BALANCED]);
  });

  test('is asked for though nothing is due now, and though main knows no token yet', async () => {
    const { desk, asked } = await deskThat(no, []);
    expect(await desk.apply(OFF)).toEqual(err({ kind: 'declined' }));
    expect(asked).toMatchObject([{ loosened: { noLongerDue: 0, dueLater: 0 } }]);
  });

  test('is not asked for where it could not be applied anyway', async () => {
    const { desk, asked } = await deskThat(yes);
    expect(await desk.apply({ ...OFF, name: 'Strict' })).toEqual(err({ kind: 'name-of-preset' }));
    expect(asked).toEqual([]);
  });

  test('is not in force where the rules were changed while the person was asked', async () => {
    const { desk } = await deskThat(async ({ kind }) => {
      if (kind === 'loosen-policy') await desk.apply(STRICT);
      return true;
    });
    expect(await desk.apply(YEARLY)).toEqual(err({ kind: 'changed-meanwhile' }));
    expect(desk.rules().policy).toEqual(STRICT);
  });

  test('is judged against the policy that is in force when its turn comes', async () => {
    const { desk, asked } = await deskThat(no);
    const [strict, helper] = await Promise.all([desk.apply(STRICT), desk.apply(PCI_HELPER)]);
    expect(strict.ok).toBe(true);
    expect(helper).toEqual(err({ kind: 'changed-meanwhile' }));
    expect([desk.rules().policy, asked]).toEqual([STRICT, []]);
  });

  test('is asked for one at a time', async () => {
    const { desk, asked } = await deskThat(async () => {
      expect(await desk.grant(DRAFT)).toEqual(err({ kind: 'busy' }));
      return true;
    });
    expect((await desk.apply(YEARLY)).ok).toBe(true);
    expect(asked).toHaveLength(1);
  });
});

test('SECURITY X14: a policy that only allows less, a kept policy and an exception that is ended ask nothing', async () => {
  const { desk, asked } = await deskThat(yes);
  await desk.apply(PCI_HELPER);
  await desk.apply({ ...STRICT, name: 'Ours', maxAgeDays: { ...STRICT.maxAgeDays, all: 1 } });
  await desk.saveOwn({ ...OFF, name: 'For later' });
  expect(asked).toEqual([]);
  const { id } = valueOf(await desk.grant(DRAFT));
  expect((await desk.endException(id, 'rotated after all')).ok).toBe(true);
  expect(asked).toHaveLength(1);
});

describe('SECURITY X14: an exception', () => {
  test('is granted only after main has asked, by the label that main knows', async () => {
    const { desk, asked } = await deskThat(yes);
    expect((await desk.grant(DRAFT)).ok).toBe(true);
    const { owner, approver, until } = DRAFT;
    const loosened = { noLongerDue: 1, dueLater: 0 };
    const { label, kind, scope, project } = tokenWith({});
    const subject = { kind: 'token', token: { label, kind, scope, project, connection: 'acme' } };
    expect(asked).toEqual([
      { kind: 'grant-exception', subject, covers: 1, known: 3, loosened, owner, approver, until },
    ]);
  });

  test('is kept under the label that main knows, whatever the page calls the token', async () => {
    const { desk, written } = await deskThat(yes);
    const { subject } = valueOf(await desk.grant(DRAFT));
    expect(subject).toEqual({ kind: 'token', ref: refNumber(1), label: 'deploy bot' });
    expect(JSON.stringify(written)).not.toContain('what the page says');
  });

  test('of a token that main does not know is asked for without the label of the page', async () => {
    const { desk, asked } = await deskThat(no);
    const subject = { kind: 'token', ref: refNumber(9), label: 'deploy bot' } as const;
    expect(await desk.grant({ ...DRAFT, subject })).toEqual(err({ kind: 'declined' }));
    expect(asked).toMatchObject([{ subject: { kind: 'token' }, covers: 0, known: 3 }]);
    expect(JSON.stringify(asked)).not.toContain('deploy bot');
    expect(desk.facts().exceptions).toEqual([]);
  });

  test('of a filter says how many tokens fit, of all that main knows', async () => {
    const { desk, asked } = await deskThat(yes);
    await desk.grant({ ...DRAFT, subject: { kind: 'filter', filter: { kind: 'project' } } });
    const filter = { label: 'BADGE', connection: connectionIdOf(1) };
    await desk.grant({ ...DRAFT, subject: { kind: 'filter', filter } });
    expect(asked).toMatchObject([
      { covers: 3, known: 3, loosened: { noLongerDue: 2, dueLater: 0 } },
      {
        subject: { kind: 'filter', filter, connection: 'acme' },
        covers: 1,
        known: 3,
        loosened: { noLongerDue: 0, dueLater: 0 },
      },
    ]);
  });

  test('is not granted where its end has come, or the rules are others, when the person has agreed', async () => {
    const late = await deskThat(() => {
      late.pass(21 * DAY_MS);
      return true;
    });
    expect(await late.desk.grant(DRAFT)).toEqual(err({ kind: 'already-over' }));
    const other = await deskThat(async () => {
      await other.desk.apply(STRICT);
      return true;
    });
    expect(await other.desk.grant(DRAFT)).toEqual(err({ kind: 'changed-meanwhile' }));
    expect(other.desk.facts().exceptions).toEqual([]);
  });

  test('is for a year at most, under a policy that says nothing of it too, and main asks nothing before it says so', async () => {
    const { desk, asked } = await deskThat(yes);
    expect(await desk.grant({ ...DRAFT, until: NOW + 365 * DAY_MS + 1 })).toEqual(
      err({ kind: 'too-long', mostDays: 365 }),
    );
    expect(asked).toEqual([]);
  });
});
