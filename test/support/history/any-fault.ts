import fc from 'fast-check';

import type { HostFault, HostTrouble } from './host-trouble';

const TROUBLES: readonly HostTrouble[] = [
  { kind: 'reset', when: 'after' },
  { kind: 'reset', when: 'before' },
  { kind: 'silent', when: 'after' },
  { kind: 'silent', when: 'before' },
  { kind: 'status-after', status: 502 },
  { kind: 'status-after', status: 408 },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 401 },
  { kind: 'status', status: 403 },
  { kind: 'status', status: 404 },
  { kind: 'truncated' },
  { kind: 'html' },
  { kind: 'rate-limit', retryAfter: 1 },
  { kind: 'delete-ignored' },
  { kind: 'scope-changed' },
  { kind: 'label-changed' },
  { kind: 'duplicate-label' },
];

const anyFault: fc.Arbitrary<HostFault> = fc.record({
  method: fc.constantFrom('GET' as const, 'POST' as const, 'DELETE' as const, 'PUT' as const),
  path: fc.constantFrom('/token', '/envvar', '/environment-variable', 'limit=1', '/me'),
  after: fc.nat(8),
  times: fc.integer({ min: 1, max: 4 }),
  trouble: fc.constantFrom(...TROUBLES),
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
  { weight: 4, arbitrary: fc.array(anyFault, { maxLength: 3 }) },
  { weight: 1, arbitrary: lostCreate },
  { weight: 2, arbitrary: shortLists },
);
