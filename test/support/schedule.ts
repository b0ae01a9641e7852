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
  readonly faults: readonly Fault[];
  readonly lives: readonly Life[];
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
  faults: fc.array(fault, { maxLength: 3 }),
  lives: fc.array(fc.record({ writes: fc.nat(30), isLastKept: fc.boolean(), choices }), { maxLength: 3 }),
});
