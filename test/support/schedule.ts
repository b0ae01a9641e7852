import fc from 'fast-check';

import type { DemoProfile } from '../../electron/demo/demo-state';
import type { Fault } from '../../electron/demo/fault';

/** One life of the app: after so many writes to the disk nothing happens any more, as if the power had gone. */
export interface Life {
  readonly writes: number;
  /** Whether the last write still made it to the disk before the end. */
  readonly isLastKept: boolean;
  /** What an impatient person does in this life, each a choice among what is offered. */
  readonly choices: readonly number[];
}

/** How one token is planned to be rotated. */
export interface PlannedRow {
  readonly to: 'project-variable' | 'context-variable' | 'two-places' | 'tray';
  readonly isNarrowed: boolean;
  readonly hasChecklist: boolean;
}

/** A whole history: what is planned, what goes wrong at the host, and when the app dies. Plain data, so that it prints. */
export interface Schedule {
  readonly profile: DemoProfile;
  readonly rows: readonly PlannedRow[];
  readonly withOwn: boolean;
  /** All tokens of a project have the same label and scope: only their ids tell them apart. */
  readonly hasTwins: boolean;
  readonly faults: readonly Fault[];
  readonly lives: readonly Life[];
  /** What the person does in the last life, in which nothing dies. */
  readonly lastChoices: readonly number[];
}

const trouble: fc.Arbitrary<Fault['trouble']> = fc.constantFrom<Fault['trouble']>(
  { kind: 'reset', when: 'after' },
  { kind: 'reset', when: 'before' },
  { kind: 'status', status: 500 },
  { kind: 'status', status: 401 },
  { kind: 'status', status: 403 },
  { kind: 'truncated' },
  { kind: 'html' },
  { kind: 'rate-limit', retryAfter: 1 },
  { kind: 'delete-ignored' },
  { kind: 'scope-changed' },
  { kind: 'duplicate-label' },
);

const fault: fc.Arbitrary<Fault> = fc.record({
  method: fc.constantFrom('GET' as const, 'POST' as const, 'DELETE' as const, 'PUT' as const),
  path: fc.constantFrom('/token', '/envvar', '/environment-variable', 'limit=1', '/me'),
  after: fc.nat(8),
  times: fc.integer({ min: 1, max: 4 }),
  trouble,
});

/** A create whose answer is lost, and a host that then cannot even be asked what came of it. */
const lostCreate: fc.Arbitrary<readonly Fault[]> = fc
  .record({
    creates: fc.nat(2),
    reads: fc.integer({ min: 1, max: 8 }),
    times: fc.integer({ min: 5, max: 7 }),
    when: fc.constantFrom('after', 'before'),
  })
  .map(({ creates, reads, times, when }) => [
    { method: 'POST', path: '/token$', after: creates, times: 1, trouble: { kind: 'reset', when } },
    { method: 'GET', path: '/token$', after: reads, times, trouble: { kind: 'status', status: 500 } },
  ]);

const plannedRow: fc.Arbitrary<PlannedRow> = fc.record({
  to: fc.constantFrom('project-variable', 'context-variable', 'two-places', 'tray'),
  isNarrowed: fc.boolean(),
  hasChecklist: fc.boolean(),
});

const choices = fc.array(fc.nat(99), { maxLength: 12 });

export const schedule: fc.Arbitrary<Schedule> = fc.record({
  profile: fc.constantFrom('cloud-time' as const, 'cloud' as const, 'server-2' as const),
  rows: fc.array(plannedRow, { minLength: 1, maxLength: 5 }),
  withOwn: fc.boolean(),
  hasTwins: fc.boolean(),
  faults: fc.oneof({ weight: 3, arbitrary: fc.array(fault, { maxLength: 3 }) }, lostCreate),
  lastChoices: choices,
  lives: fc.array(fc.record({ writes: fc.nat(30), isLastKept: fc.boolean(), choices }), { maxLength: 3 }),
});
