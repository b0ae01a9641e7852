import fc from 'fast-check';

import type { HostFault, HostTrouble } from './host-trouble';

const BEFORE: readonly HostTrouble[] = [
  { kind: 'status', status: 500 },
  { kind: 'status', status: 401 },
  { kind: 'status', status: 403 },
  { kind: 'status', status: 404 },
  { kind: 'reset', when: 'before' },
  { kind: 'silent', when: 'before' },
  { kind: 'html' },
  { kind: 'rate-limit', retryAfter: 1 },
];

/** What is done, and not told. */
const AFTER: readonly HostTrouble[] = [
  { kind: 'reset', when: 'after' },
  { kind: 'silent', when: 'after' },
  { kind: 'status-after', status: 502 },
  { kind: 'status-after', status: 408 },
  { kind: 'truncated' },
];

const LIES: readonly HostTrouble[] = [
  { kind: 'arrives-twice' },
  { kind: 'scope-changed' },
  { kind: 'label-changed' },
  { kind: 'duplicate-label' },
  { kind: 'wrong-value' },
];

type Asked = readonly [
  method: NonNullable<HostFault['method']>,
  path: string,
  troubles: readonly HostTrouble[],
];

const ASKED: readonly Asked[] = [
  ['POST', '/token$', [...BEFORE, ...AFTER, ...LIES, ...LIES]],
  ['GET', '/token$', [...BEFORE, { kind: 'truncated' }]],
  ['DELETE', '/token/', [...BEFORE, ...AFTER, { kind: 'delete-ignored' }, { kind: 'delete-ignored' }]],
  ['GET', 'limit=1|/me$', BEFORE],
  ['POST', '/envvar', [...BEFORE, ...AFTER, { kind: 'write-ignored' }, { kind: 'write-ignored' }]],
  [
    'PUT',
    '/environment-variable',
    [...BEFORE, ...AFTER, { kind: 'write-ignored' }, { kind: 'write-ignored' }],
  ],
  ['GET', '/envvar|/environment-variable', [...BEFORE, { kind: 'truncated' }]],
];

/** Reads are patient: only trouble that lasts longer than they do is felt. */
const anyFault: fc.Arbitrary<HostFault> = fc
  .record({
    asked: fc.constantFrom(...ASKED),
    after: fc.nat(6),
    times: fc.constantFrom(1, 2, 6, 12),
    which: fc.nat(99),
  })
  .map(({ asked: [method, path, troubles], after, times, which }) => {
    const trouble = troubles[which % troubles.length] ?? { kind: 'html' };
    return { method, path, after, times, trouble };
  });

/** A create whose answer is lost, and a host that then cannot even be asked what came of it. */
const lostCreate: fc.Arbitrary<readonly HostFault[]> = fc
  .record({
    creates: fc.nat(2),
    reads: fc.integer({ min: 1, max: 8 }),
    times: fc.integer({ min: 5, max: 7 }),
    trouble: fc.constantFrom<HostTrouble>(
      { kind: 'reset', when: 'after' },
      { kind: 'reset', when: 'before' },
      { kind: 'silent', when: 'after' },
      { kind: 'silent', when: 'before' },
    ),
  })
  .map(({ creates, reads, times, trouble }) => [
    { method: 'POST', path: '/token$', after: creates, times: 1, trouble },
    { method: 'GET', path: '/token$', after: reads, times, trouble: { kind: 'status', status: 500 } },
  ]);

/** A network that sends creates a second time by itself, beside whatever else goes wrong. */
const sentTwice: fc.Arbitrary<readonly HostFault[]> = fc
  .record({
    after: fc.nat(3),
    times: fc.constantFrom(1, 2, 6),
    other: fc.option(anyFault, { nil: undefined }),
  })
  .map(({ after, times, other }) => [
    { method: 'POST', path: '/token$', after, times, trouble: { kind: 'arrives-twice' } },
    ...(other === undefined ? [] : [other]),
  ]);

/** Lists that leave rows out, beside deletes that are not carried out or creates that are lost. */
const shortLists: fc.Arbitrary<readonly HostFault[]> = fc
  .record({
    after: fc.nat(20),
    times: fc.integer({ min: 1, max: 3 }),
    from: fc.nat(9),
    method: fc.constantFrom('POST' as const, 'DELETE' as const),
    done: fc.nat(2),
  })
  .map(({ after, times, from, method, done }) => [
    { method: 'GET', path: '/token$', after, times, trouble: { kind: 'short-list', from } },
    {
      method,
      path: '/token',
      after: done,
      times: 1,
      trouble: method === 'POST' ? { kind: 'reset', when: 'after' } : { kind: 'delete-ignored' },
    },
  ]);

/** What goes wrong at the host in one history. */
export const hostFaults: fc.Arbitrary<readonly HostFault[]> = fc.oneof(
  { weight: 4, arbitrary: fc.array(anyFault, { maxLength: 4, size: 'max' }) },
  { weight: 1, arbitrary: lostCreate },
  { weight: 1, arbitrary: sentTwice },
  { weight: 2, arbitrary: shortLists },
);
