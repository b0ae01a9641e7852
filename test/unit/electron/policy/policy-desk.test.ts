import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { openPolicyDesk, type PolicyDeskPorts } from '../../../../electron/policy/policy-desk';
import { localPolicyStore, type PolicyStore } from '../../../../electron/policy/policy-store';
import { BALANCED } from '../../../../shared/domain/age-policy';
import { canonicalPolicy } from '../../../../shared/domain/canonical-policy';
import type { ExceptionDraft } from '../../../../shared/domain/exception-draft';
import { DAY_MS } from '../../../../shared/domain/instant';
import type { LedgerFact } from '../../../../shared/domain/ledger-fact';
import { MOST_EXCEPTIONS, type PolicyFacts } from '../../../../shared/domain/policy-facts';
import { incidentPolicy, STRICT } from '../../../../shared/domain/policy-presets';
import { err, ok } from '../../../../shared/result';
import { expectPrivate } from '../../../support/expect-private';
import { exceptionIdOf } from '../../../support/rules';
import { readSetAside } from '../../../support/read-set-aside';
import { tempFolder } from '../../../support/temp-folder';
import { must, NOW, refNumber } from '../../../support/token-records';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');

const DRAFT: ExceptionDraft = {
  subject: { kind: 'token', ref: refNumber(1), label: 'deploy bot' },
  owner: 'm.roy',
  approver: 'a.lin',
  reason: 'the vendor pins it',
  until: NOW + 20 * DAY_MS,
};

async function deskWith(said: Partial<PolicyDeskPorts> = {}, path?: string) {
  const noted: LedgerFact[] = [];
  const told: PolicyFacts[] = [];
  const file = path ?? join(await tempFolder(), 'policy.json');
  let number = 0;
  const desk = await openPolicyDesk({
    store: localPolicyStore(file),
    note: (fact) => {
      noted.push(fact);
      return Promise.resolve(ok(null));
    },
    now: () => NOW,
    randomId: () => (number += 1).toString(16).padStart(16, '0').padEnd(32, '0'),
    digest,
    tokens: () => Promise.resolve([]),
    nameOf: () => undefined,
    confirmNatively: () => Promise.resolve(true),
    changed: (facts) => told.push(facts),
    ...said,
  });
  return { desk, noted, told, file };
}

test('at first Balanced is in force, and nobody said since when', async () => {
  const { desk } = await deskWith();
  expect(desk.facts()).toEqual({
    policy: BALANCED,
    hash: digest(canonicalPolicy(BALANCED)),
    own: [],
    exceptions: [],
    kept: 'whole',
    now: NOW,
  });
});

test('a policy that is applied is written down with both hashes, told to the page, and in force after a restart', async () => {
  const { desk, noted, told, file } = await deskWith();
  const facts = must((await desk.apply(STRICT)).ok ? desk.facts() : undefined);
  expect(facts).toMatchObject({ policy: STRICT, since: NOW });
  expect(noted).toEqual([
    {
      kind: 'policy-changed',
      name: 'Strict',
      hash: facts.hash,
      before: digest(canonicalPolicy(BALANCED)),
    },
  ]);
  expect(told).toEqual([facts]);
  await expectPrivate(file);
  expect((await deskWith({}, file)).desk.facts()).toEqual(facts);
});

test('what the ledger does not take is not done', async () => {
  const { desk, told } = await deskWith({ note: () => Promise.resolve(err('unwritable')) });
  expect(await desk.apply(STRICT)).toEqual(err({ kind: 'ledger' }));
  expect(await desk.grant(DRAFT)).toEqual(err({ kind: 'ledger' }));
  expect(desk.facts()).toMatchObject({ policy: BALANCED, exceptions: [] });
  expect(told).toEqual([]);
});

test('what cannot be kept is not in force, and the ledger says that as well', async () => {
  const store: PolicyStore = {
    read: () => Promise.resolve(ok(undefined)),
    write: () => Promise.resolve(err('disk')),
  };
  const { desk, noted } = await deskWith({ store });
  expect(await desk.apply(STRICT)).toEqual(err({ kind: 'storage' }));
  expect(await desk.grant(DRAFT)).toEqual(err({ kind: 'storage' }));
  expect(desk.rules()).toMatchObject({ policy: BALANCED, exceptions: [] });
  expect(noted.map(({ kind }) => kind)).toEqual([
    'policy-changed',
    'policy-changed',
    'exception-granted',
    'exception-revoked',
  ]);
  expect(noted[1]).toMatchObject({ name: 'Balanced' });
});

describe('an exception', () => {
  test('is granted, ended with a reason, and stays known as ended', async () => {
    const { desk, noted, file } = await deskWith();
    const granted = await desk.grant(DRAFT);
    const id = exceptionIdOf(1);
    expect(granted).toEqual(ok({ id, ...DRAFT, grantedAt: NOW }));
    const ended = await desk.endException(id, 'rotated after all');
    expect(ended).toEqual(
      ok({ id, ...DRAFT, grantedAt: NOW, ended: { at: NOW, reason: 'rotated after all' } }),
    );
    expect(await desk.endException(id, 'again')).toEqual(err({ kind: 'already-over' }));
    expect(await desk.endException(exceptionIdOf(9), 'none')).toEqual(err({ kind: 'no-such-exception' }));
    const { owner, approver, until } = DRAFT;
    expect(noted).toEqual([
      { kind: 'exception-granted', exception: id, owner, approver, reason: DRAFT.reason, until },
      { kind: 'exception-revoked', exception: id, owner, approver, reason: 'rotated after all', until },
    ]);
    expect((await deskWith({}, file)).desk.facts().exceptions).toEqual(desk.facts().exceptions);
  });

  test('is refused where the policy in force does not allow it', async () => {
    const { desk } = await deskWith();
    await desk.apply(STRICT);
    expect(await desk.grant({ ...DRAFT, until: NOW + 31 * DAY_MS })).toEqual(
      err({ kind: 'too-long', mostDays: 30 }),
    );
    await desk.apply(incidentPolicy(NOW));
    expect(await desk.grant(DRAFT)).toEqual(err({ kind: 'none-allowed' }));
  });

  test('takes the place of the oldest that has ended, where there is no other room', async () => {
    const { desk } = await deskWith();
    for (let number = 0; number < MOST_EXCEPTIONS; number += 1) await desk.grant(DRAFT);
    expect(await desk.grant(DRAFT)).toEqual(err({ kind: 'too-many' }));
    const [first] = desk.facts().exceptions;
    await desk.endException(must(first).id, 'rotated');
    expect((await desk.grant(DRAFT)).ok).toBe(true);
    expect(desk.facts().exceptions).toHaveLength(MOST_EXCEPTIONS);
    expect(desk.facts().exceptions).not.toContainEqual(expect.objectContaining({ id: must(first).id }));
  });
});

test('own policies are kept by name, replaced, taken away, and never called like a preset that they are not', async () => {
  const { desk } = await deskWith();
  const ours = { ...BALANCED, name: 'Ours', unusedDays: 10 };
  await desk.saveOwn(ours);
  await desk.saveOwn({ ...BALANCED, name: 'A first' });
  await desk.saveOwn({ ...ours, unusedDays: 20 });
  expect(desk.facts().own.map(({ name, unusedDays }) => [name, unusedDays])).toEqual([
    ['A first', 90],
    ['Ours', 20],
  ]);
  expect(await desk.saveOwn({ ...ours, name: 'Strict' })).toEqual(err({ kind: 'name-of-preset' }));
  expect(await desk.removeOwn('Nobody')).toEqual(err({ kind: 'no-such-policy' }));
  await desk.removeOwn('Ours');
  expect(desk.facts().own.map(({ name }) => name)).toEqual(['A first']);
});

test('a file that cannot be understood is set aside and never overwritten, and the facts say so', async () => {
  const file = join(await tempFolder(), 'policy.json');
  await writeFile(file, '{"format":2}');
  const { desk } = await deskWith({}, file);
  expect(desk.facts()).toMatchObject({ policy: BALANCED, kept: 'set-aside' });
  await desk.apply(STRICT);
  expect(await readSetAside(file)).toEqual(['{"format":2}']);
});

test('a file that cannot be read now is not written over', async () => {
  const store: PolicyStore = {
    read: () => Promise.resolve(err('disk')),
    write: () => Promise.resolve(ok(null)),
  };
  const { desk, noted } = await deskWith({ store });
  expect(desk.facts().kept).toBe('unreadable');
  expect(await desk.apply(STRICT)).toEqual(err({ kind: 'storage' }));
  expect(noted).toEqual([]);
});
