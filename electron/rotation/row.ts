import type { Delivery, DeliveryFailure } from '../../shared/domain/delivery';
import type { ManualConsumer, ManualConsumerId } from '../../shared/domain/consumer';
import type { Instant } from '../../shared/domain/instant';
import type {
  NeedReason,
  PassedOver,
  RotationStep,
  RowAction,
  RowId,
  RunId,
  UnexplainedToken,
} from '../../shared/domain/rotation-run';
import type { RotationSubject } from '../../shared/domain/rotation-subject';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { NotProvable } from '../../shared/domain/value-check';
import type { UnwantedBecause } from './row-event';

/** What a row is about: fixed when the plan was confirmed. */
export interface RowSeed extends RotationSubject {
  readonly id: RowId;
  readonly checklist: readonly ManualConsumer[];
  /** The token that Rekey itself works with, whatever becomes of its places. Absent in journals of the first format's youth. */
  readonly isOwn?: true;
}

/** One token's rotation as far as it has come. Rebuilt from the journal; never holds a value. */
export interface Row extends RowSeed {
  readonly run: RunId;
  readonly step: RotationStep;
  /** The tokens that the list had before the create, so that a new one can be told. */
  readonly knownBefore: readonly TokenRef[];
  /** The label that was asked for last: the old one, or one with a suffix. */
  readonly askedLabel: string;
  /** When it was asked for last: what is older is not what came of it. */
  readonly askedAt?: Instant;
  readonly creates: number;
  /** How many of them had been sent when a person last tried again after the limit. */
  readonly createsBefore?: number;
  readonly newRef?: TokenRef;
  readonly newLastFour?: string;
  readonly unwantedBecause?: UnwantedBecause;
  readonly orphan?: TokenRef;
  /** Tokens that came during a create of this row, and that nobody has explained yet. */
  readonly unexplained?: readonly UnexplainedToken[];
  /** Tokens that a person said are not of Rekey's making. */
  readonly explained?: readonly TokenRef[];
  /** The answer to a create was lost, or what it made was removed, at least once: more of it may come to light. */
  readonly mayHaveMade?: true;
  readonly holdsValue: boolean;
  readonly wasRevealed: boolean;
  readonly wasCopied: boolean;
  /** A person has seen that no new token stands in the list, and wants another try. */
  readonly mayCreateAnew: boolean;
  readonly deliveries: readonly Delivery[];
  /** A place did not show the value that was written there: every place is written to again. */
  readonly mustRedeliver: boolean;
  readonly ticked: readonly ManualConsumerId[];
  /** Set by the trial of the new value: the host proved that it works, or cannot prove it. Neither in journals of before. */
  readonly validation?: 'works' | NotProvable;
  /** The place showed the same last four before the new value was written there, and no date of change. */
  readonly weakerProof?: true;
  /** A person said that the new value is stored. */
  readonly storedByPerson?: true;
  /** How a person knows that the new value works where it is used. */
  readonly attestedBecause?: string;
  readonly overrideReason?: string;
  readonly until?: Instant;
  readonly keptBecause?: string;
  readonly passedOver?: PassedOver;
  readonly goneAt?: Instant;
  readonly isUnproved?: true;
  /** What the journal says of it cannot be: it goes no further without a person. */
  readonly isDoubtful?: true;
  readonly need?: {
    readonly reason: NeedReason;
    readonly failure?: DeliveryFailure;
    readonly actions: readonly RowAction[];
    /** Where `try-again` goes on. */
    readonly from: RotationStep;
  };
}

export const newRow = (run: RunId, seed: RowSeed): Row => ({
  ...seed,
  ...(isOwnCredential(seed) && { isOwn: true as const }),
  run,
  step: 'planned',
  knownBefore: [],
  askedLabel: seed.label,
  creates: 0,
  holdsValue: false,
  wasRevealed: false,
  wasCopied: false,
  mayCreateAnew: false,
  deliveries: [],
  mustRedeliver: false,
  ticked: [],
});

/** True where nothing more will happen to the row by itself or by a person. */
export const isClosed = ({ step }: Pick<Row, 'step'>): boolean => step === 'gone' || step === 'left';

/** How many entries of the checklist still stand between the old token and its deletion. */
export const openItemsOf = ({ checklist, ticked, overrideReason }: Row): number =>
  overrideReason === undefined ? checklist.filter(({ id }) => !ticked.includes(id)).length : 0;

/** True where neither the host nor the place proved the new value, and no person has said that it works. */
export const needsAttestation = (
  row: Pick<Row, 'validation' | 'weakerProof' | 'attestedBecause' | 'overrideReason'>,
): boolean => {
  const isUnproved = isNotProvable(row.validation) || row.weakerProof === true;
  return isUnproved && row.attestedBecause === undefined && row.overrideReason === undefined;
};

const isNotProvable = (validation: Row['validation']): validation is NotProvable =>
  validation !== undefined && validation !== 'works';

/** Why the new value is not provable on its host; nothing where it was proved, or not tried yet. */
export const notProvableOf = ({ validation }: Pick<Row, 'validation'>): NotProvable | undefined =>
  isNotProvable(validation) ? validation : undefined;

/** True for the token that Rekey itself works with. */
export const isOwnCredential = ({ isOwn, destinations }: Pick<RowSeed, 'isOwn' | 'destinations'>): boolean =>
  isOwn === true || destinations.some(({ kind }) => kind === 'this-connection');

/** True once the connection has been given the new value to work with. */
export const isSwitched = ({ deliveries }: Pick<Row, 'deliveries'>): boolean =>
  deliveries.some(({ receipt }) => receipt.kind === 'switched');

const MOST_CREATES = 4;

/** True when as many creates were sent as may be before a person says that more are wanted. */
export const isAtCreateLimit = ({ creates, createsBefore = 0 }: Row): boolean =>
  creates - createsBefore >= MOST_CREATES;
