import fc from 'fast-check';

import { BALANCED, type AgePolicy, type MaxAgeDays } from '../../shared/domain/age-policy';
import { DAY_MS } from '../../shared/domain/instant';
import {
  parseExceptionId,
  type ExceptionId,
  type PolicyException,
} from '../../shared/domain/policy-exception';
import { connectionIdOf, must, NOW, refNumber } from './token-records';

const days = fc.integer({ min: 1, max: 800 });
const limits: fc.Arbitrary<MaxAgeDays> = fc.record(
  { all: days, 'view-builds': days, status: days, personal: days },
  { requiredKeys: [] },
);

/** Any policy at all, incidents that have begun among them. */
export const anyPolicy: fc.Arbitrary<AgePolicy> = fc
  .record(
    {
      maxAgeDays: limits,
      unknownAgeDueAfterDays: fc.nat(400),
      warnSteps: fc.array(fc.integer({ min: 1, max: 365 }), { maxLength: 4 }),
      unusedDays: days,
      createdBefore: fc.integer({ min: 0, max: NOW }),
      longestExceptionDays: fc.nat(400),
    },
    { requiredKeys: ['maxAgeDays', 'unknownAgeDueAfterDays', 'warnSteps'] },
  )
  .map((said) => ({ ...BALANCED, unusedDays: 900, ...said, name: 'Ours' }))
  .map(({ unusedDays, ...policy }) => (unusedDays === 900 ? policy : { ...policy, unusedDays }));

export const exceptionIdOf = (number: number): ExceptionId =>
  must(parseExceptionId(`exc_${number.toString(16).padStart(16, '0')}`));

/** An exception that is as plain as can be, but for what a test says of it. */
export const exceptionWith = (said: Partial<PolicyException>): PolicyException => ({
  id: exceptionIdOf(1),
  subject: { kind: 'token', ref: refNumber(1), label: 'deploy bot' },
  owner: 'm.roy',
  approver: 'a.lin',
  reason: 'the vendor pins it',
  grantedAt: NOW - DAY_MS,
  until: NOW + 20 * DAY_MS,
  ...said,
});

/** Any exceptions, in force, over, ended or to come, for tokens and groups that there may be. */
export const anyExceptions: fc.Arbitrary<readonly PolicyException[]> = fc.array(
  fc
    .record(
      {
        subject: fc.oneof(
          fc.integer({ min: 0, max: 3 }).map((number) => ({
            kind: 'token' as const,
            ref: refNumber(number),
            label: '',
          })),
          fc.constantFrom(
            { kind: 'filter' as const, filter: { kind: 'personal' as const } },
            { kind: 'filter' as const, filter: { scopes: ['all', 'status'] as const } },
            { kind: 'filter' as const, filter: { connection: connectionIdOf(1), owner: '' } },
            { kind: 'filter' as const, filter: { label: 'DEPLOY', project: 'acme' } },
          ),
        ),
        grantedAt: fc.integer({ min: NOW - 400 * DAY_MS, max: NOW + 10 * DAY_MS }),
        until: fc.integer({ min: NOW - 100 * DAY_MS, max: NOW + 400 * DAY_MS }),
        ended: fc
          .integer({ min: NOW - 100 * DAY_MS, max: NOW })
          .map((at) => ({ at, reason: 'no longer needed' })),
      },
      { requiredKeys: ['subject', 'grantedAt', 'until'] },
    )
    .map(exceptionWith),
  { maxLength: 4 },
);
