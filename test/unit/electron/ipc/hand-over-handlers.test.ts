import { expect, test } from 'vitest';

import { SecretValue } from '../../../../electron/credentials/secret-value';
import { handOverHandlers } from '../../../../electron/ipc/hand-over-handlers';
import type { RowFailure, RunRow } from '../../../../shared/domain/rotation-run';
import { ok, type Result } from '../../../../shared/result';
import { rowIdOf, runRowWith, runWith } from '../../../support/run-views';

const row = rowIdOf(1);
const VALUE = 'CCIPRJ_value_0123456789abcdef';

type Revealed = Result<SecretValue, RowFailure>;

function setUp(rows: readonly RunRow[] = []) {
  const protections: boolean[] = [];
  const copied: string[] = [];
  const answers: ((revealed: Revealed) => void)[] = [];
  const handlers = handOverHandlers({
    rotation: {
      reveal: () => new Promise<Revealed>((resolve) => answers.push(resolve)),
      copyValue: () => Promise.resolve(ok(new SecretValue(VALUE))),
      copyBadge: () => Promise.resolve(ok(new SecretValue(VALUE))),
      deliver: () => Promise.resolve(ok(null)),
      stored: () => Promise.resolve(ok(null)),
      runs: () => [runWith({ rows })],
    },
    connections: {
      factsOf: (id) => ({
        id,
        name: 'acme',
        address: 'https://circleci.com',
        login: 'm.roy',
        credential: 'keychain',
        isDemo: false,
        capabilities: {
          product: 'cloud',
          v2: true,
          v3: true,
          personalTokens: 'listed',
          deleteBy: 'id',
          listsCreationDates: true,
        },
      }),
    },
    clipboard: {
      clearsAfterSeconds: 30,
      copy: (secret) => {
        copied.push(secret.reveal());
        return Promise.resolve();
      },
      clearNow: () => Promise.resolve(),
    },
    protectScreen: (isOn) => {
      protections.push(isOn);
    },
  });
  const answer = (revealed: Revealed = ok(new SecretValue(VALUE))) => answers.shift()?.(revealed);
  return { handlers, protections, copied, answer };
}

test('SECURITY X9: the window is protected from the moment a value is given until it is put away', async () => {
  const { handlers, protections, answer } = setUp();
  const asked = handlers['handover:reveal']({ row });
  answer();
  expect(await asked).toEqual({ ok: true, value: { value: VALUE } });
  expect(protections).toEqual([true]);
  await handlers['handover:hide']({ row });
  expect(protections).toEqual([true, false]);
});

test('SECURITY X9: a value put away before it came is not given, and leaves no protection on', async () => {
  const { handlers, protections, answer } = setUp();
  const asked = handlers['handover:reveal']({ row });
  await handlers['handover:hide']({ row });
  answer();
  expect(await asked).toEqual({ ok: false, error: { kind: 'not-possible-now' } });
  expect(protections.at(-1)).toBe(false);
  expect(protections).not.toContain(true);
});

test('SECURITY X9: putting one value away does not bare another that is still shown', async () => {
  const { handlers, protections, answer } = setUp();
  const both = [
    handlers['handover:reveal']({ row }),
    handlers['handover:reveal']({ row: rowIdOf(2) }),
  ] as const;
  answer();
  answer();
  await Promise.all(both);
  await handlers['handover:hide']({ row });
  expect(protections.at(-1)).toBe(true);
  await handlers['handover:hide']({ row: rowIdOf(2) });
  expect(protections.at(-1)).toBe(false);
});

test('a badge is copied for a Status token alone, as Markdown or as its address', async () => {
  const { handlers, copied } = setUp([
    runRowWith({ step: 'retiring', holdsValue: true }, 1),
    runRowWith({ step: 'retiring', holdsValue: true, newScope: 'all', scope: 'all' }, 2),
  ]);
  expect((await handlers['handover:copy-badge']({ row, form: 'markdown' })).ok).toBe(true);
  expect((await handlers['handover:copy-badge']({ row, form: 'address' })).ok).toBe(true);
  expect(copied).toHaveLength(2);
  expect(copied[0]).toMatch(/^\[!\[CircleCI\]\(https:.+circle-token=CCIPRJ_value_.+\)\]\(.+\)$/);
  expect(copied[1]).toMatch(/^https:.+circle-token=CCIPRJ_value_/);
  const refused = await handlers['handover:copy-badge']({ row: rowIdOf(2), form: 'markdown' });
  expect(refused).toEqual({ ok: false, error: { kind: 'not-possible-now' } });
  expect(copied).toHaveLength(2);
});
