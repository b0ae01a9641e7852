import fc from 'fast-check';

import type { DemoProfile } from '../../electron/demo/demo-state';
import type { OverlapHours } from '../../shared/domain/rotation-plan';
import { hostFaults } from './history/any-fault';
import type { HostFault } from './history/host-trouble';

/** One thing that a person does, a choice among what is offered; `withNext`: without waiting for it. */
export interface Choice {
  readonly deed: number;
  readonly withNext: boolean;
}

/** One life of the app: after so many writes to the disk nothing happens any more, as if the power had gone. */
export interface Life {
  readonly writes: number;
  /** How much of the last write still made it to the disk before the end. */
  readonly lastWrite: 'kept' | 'lost' | 'torn';
  /** From this write on the journal takes nothing more, though the app lives. */
  readonly journalFailsAt?: number;
  /** Before this life, the journal was put back: to this share (of 100) of its records, with the vault of then or not. */
  readonly rolledBack?: { readonly to: number; readonly withVault: boolean };
  /** `session`: the values of the life before were only in memory. */
  readonly vault: 'well' | 'refuses-once' | 'locked' | 'session';
  /** What an impatient person does in this life. */
  readonly choices: readonly Choice[];
}

/** How one token is planned to be rotated. */
export interface PlannedRow {
  /** Which of the tokens that are left to choose from. */
  readonly pick: number;
  readonly to: 'project-variable' | 'context-variable' | 'two-places' | 'tray';
  readonly isNarrowed: boolean;
  readonly hasChecklist: boolean;
}

/** What a second administrator does to tokens, at the same moment as another does something to the same list. */
export type IntruderAct =
  | 'delete-old'
  | 'delete-new'
  | 'twin'
  | 'rename-old'
  | 'rename-new'
  | 'overwrite'
  | 'project-gone'
  | 'revoke';

/**
 * What a second administrator does at the host. `shown`: right before a reading that shows it. `any`: right before or after
 * any request for the list, be it the create or the delete itself.
 */
export interface Intrusion {
  readonly at: number;
  readonly moment: 'shown' | 'before-any' | 'after-any';
  readonly deed: IntruderAct;
}

/** A whole history: what is planned, what goes wrong at the host, and when the app dies. Plain data, so that it prints. */
export interface Schedule {
  readonly profile: DemoProfile;
  readonly rows: readonly PlannedRow[];
  readonly withOwn: boolean;
  /** What the host answers to values, where hosts differ. */
  readonly answers: {
    readonly isPublic: boolean;
    readonly unknownToken: 401 | 404;
    readonly statusScope: 'forbidden' | 'as-unknown';
  };
  /** All tokens of a project have the same label and scope: only their ids tell them apart. */
  readonly hasTwins: boolean;
  readonly overlapHours: OverlapHours;
  readonly faults: readonly HostFault[];
  readonly intrusions: readonly Intrusion[];
  readonly lives: readonly Life[];
  /** What the person does in the last life, in which nothing dies. */
  readonly lastChoices: readonly Choice[];
}

const plannedRow: fc.Arbitrary<PlannedRow> = fc.record({
  pick: fc.nat(30),
  to: fc.constantFrom('project-variable', 'context-variable', 'two-places', 'tray'),
  isNarrowed: fc.boolean(),
  hasChecklist: fc.boolean(),
});

const intrusion: fc.Arbitrary<Intrusion> = fc.record({
  at: fc.nat(40),
  moment: fc.constantFrom('shown', 'before-any', 'after-any'),
  deed: fc.oneof(
    { weight: 3, arbitrary: fc.constant('twin' as const) },
    {
      weight: 7,
      arbitrary: fc.constantFrom<IntruderAct>(
        'delete-old',
        'delete-new',
        'rename-old',
        'rename-new',
        'overwrite',
        'project-gone',
        'revoke',
      ),
    },
  ),
});

const choices: fc.Arbitrary<readonly Choice[]> = fc.array(
  fc.record({ deed: fc.nat(99), withNext: fc.boolean() }),
  { minLength: 2, maxLength: 14, size: 'max' },
);

const life: fc.Arbitrary<Life> = fc.record(
  {
    writes: fc.nat(60),
    lastWrite: fc.constantFrom('kept', 'lost', 'torn'),
    journalFailsAt: fc.nat(40),
    rolledBack: fc.record({ to: fc.integer({ min: 1, max: 100 }), withVault: fc.boolean() }),
    vault: fc.oneof(
      { weight: 3, arbitrary: fc.constant('well' as const) },
      {
        weight: 2,
        arbitrary: fc.constantFrom('refuses-once' as const, 'locked' as const, 'session' as const),
      },
    ),
    choices,
  },
  { requiredKeys: ['writes', 'lastWrite', 'vault', 'choices'] },
);

export const schedule: fc.Arbitrary<Schedule> = fc.record({
  profile: fc.constantFrom('cloud-time' as const, 'cloud' as const, 'server-2' as const),
  rows: fc.array(plannedRow, { minLength: 1, maxLength: 5 }),
  withOwn: fc.boolean(),
  answers: fc.record({
    isPublic: fc.boolean(),
    unknownToken: fc.constantFrom(401 as const, 404 as const),
    statusScope: fc.constantFrom('forbidden' as const, 'as-unknown' as const),
  }),
  hasTwins: fc.boolean(),
  overlapHours: fc.constantFrom(0 as const, 24 as const),
  faults: hostFaults,
  intrusions: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.array(intrusion, { minLength: 1, maxLength: 4 }) },
  ),
  lastChoices: choices,
  lives: fc.array(life, { maxLength: 3, size: 'max' }),
});
