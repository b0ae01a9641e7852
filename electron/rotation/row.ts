import type { Delivery, DeliveryFailure, Receipt } from '../../shared/domain/delivery';
import type { Destination } from '../../shared/domain/destination';
import type { ManualConsumer, ManualConsumerId } from '../../shared/domain/consumer';
import type { Instant } from '../../shared/domain/instant';
import type { ProjectSlug } from '../../shared/domain/project-slug';
import type {
  NeedReason,
  PassedOver,
  RotationStep,
  RowAction,
  RowId,
  RunId,
} from '../../shared/domain/rotation-run';
import type { TokenKind, TokenScope } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';

/** What a row is about: fixed when the plan was confirmed. */
export interface RowSeed {
  readonly id: RowId;
  readonly ref: TokenRef;
  readonly kind: TokenKind;
  readonly scope: TokenScope;
  /** The scope of the new token: the old one's, or a narrower one. */
  readonly newScope: TokenScope;
  readonly label: string;
  readonly project?: ProjectSlug;
  readonly projectName?: string;
  readonly destinations: readonly Destination[];
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
  readonly newRef?: TokenRef;
  readonly newLastFour?: string;
  readonly unwantedBecause?: UnwantedBecause;
  readonly orphan?: TokenRef;
  readonly holdsValue: boolean;
  readonly wasRevealed: boolean;
  readonly wasCopied: boolean;
  /** A person has seen that no new token stands in the list, and wants another try. */
  readonly mayCreateAnew: boolean;
  readonly deliveries: readonly Delivery[];
  /** A place did not show the value that was written there: every place is written to again. */
  readonly mustRedeliver: boolean;
  readonly ticked: readonly ManualConsumerId[];
  readonly overrideReason?: string;
  readonly until?: Instant;
  readonly keptBecause?: string;
  readonly passedOver?: PassedOver;
  readonly goneAt?: Instant;
  readonly isUnproved?: true;
  readonly need?: {
    readonly reason: NeedReason;
    readonly failure?: DeliveryFailure;
    readonly actions: readonly RowAction[];
    /** Where `try-again` goes on. */
    readonly from: RotationStep;
  };
}

/** Why a new token is removed again before anybody relies on it. */
export type UnwantedBecause = 'scope-differs' | 'label-differs' | 'seal-failed';

/** What can happen to a row. Each is in the journal before the effect that it announces, or after the one it reports. */
export type RowEvent =
  | { readonly kind: 'passed-over'; readonly why: PassedOver }
  | {
      readonly kind: 'create-intended';
      readonly knownBefore: readonly TokenRef[];
      readonly label: string;
      readonly at?: Instant;
    }
  | { readonly kind: 'create-unclear' }
  | { readonly kind: 'create-refused' }
  | { readonly kind: 'orphan-found'; readonly orphan: TokenRef }
  | { readonly kind: 'orphan-removed' }
  | { readonly kind: 'none-made' }
  | { readonly kind: 'unwanted-made'; readonly newRef: TokenRef; readonly why?: UnwantedBecause }
  | { readonly kind: 'unwanted-removed' }
  | { readonly kind: 'sealed'; readonly newRef: TokenRef; readonly newLastFour?: string }
  | { readonly kind: 'verified' }
  | { readonly kind: 'destinations-chosen'; readonly destinations: readonly Destination[] }
  | { readonly kind: 'delivery-intended'; readonly to: Destination }
  | { readonly kind: 'delivered-to'; readonly to: Destination; readonly receipt: Receipt }
  | { readonly kind: 'delivered' }
  | { readonly kind: 'proved'; readonly by: 'read-back' | 'person' }
  | { readonly kind: 'ticked' | 'unticked'; readonly item: ManualConsumerId }
  | { readonly kind: 'overridden'; readonly reason: string }
  | { readonly kind: 'retired'; readonly until: Instant }
  | { readonly kind: 'kept-longer'; readonly until: Instant }
  | { readonly kind: 'retirement-cancelled'; readonly reason: string }
  | { readonly kind: 'delete-intended' }
  | { readonly kind: 'delete-undone' }
  | { readonly kind: 'gone'; readonly at: Instant }
  | {
      readonly kind: 'needs';
      readonly reason: NeedReason;
      readonly failure?: DeliveryFailure;
      readonly actions: readonly RowAction[];
      readonly from: RotationStep;
    }
  | { readonly kind: 'tried-again' }
  | { readonly kind: 'handed-to-tray' }
  | { readonly kind: 'revealed' }
  | { readonly kind: 'copied' }
  | { readonly kind: 'discard-intended' }
  | { readonly kind: 'undone'; readonly to: Destination }
  /** `isUnproved`: a person left it without knowing how its tokens stand, and the ledger says so. */
  | { readonly kind: 'left'; readonly isUnproved?: true };

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

/** True for the token that Rekey itself works with. */
export const isOwnCredential = ({ isOwn, destinations }: Pick<RowSeed, 'isOwn' | 'destinations'>): boolean =>
  isOwn === true || destinations.some(({ kind }) => kind === 'this-connection');

/** True once the connection has been given the new value to work with. */
export const isSwitched = ({ deliveries }: Pick<Row, 'deliveries'>): boolean =>
  deliveries.some(({ receipt }) => receipt.kind === 'switched');
