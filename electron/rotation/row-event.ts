import type { ManualConsumerId } from '../../shared/domain/consumer';
import type { DeliveryFailure, Receipt } from '../../shared/domain/delivery';
import type { Destination } from '../../shared/domain/destination';
import type { Instant } from '../../shared/domain/instant';
import type {
  NeedReason,
  PassedOver,
  RotationStep,
  RowAction,
  UnexplainedToken,
} from '../../shared/domain/rotation-run';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { NotProvable } from '../../shared/domain/value-check';

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
  /** The journal had lost the item; what is known of its successor comes from the vault and the list of own changes. */
  | {
      readonly kind: 'restored';
      readonly newRef?: TokenRef;
      readonly newLastFour?: string;
      readonly holdsValue: boolean;
    }
  | { readonly kind: 'create-unclear' }
  | { readonly kind: 'create-refused' }
  /** Written by earlier versions, which deleted an orphan without a person's consent. */
  | { readonly kind: 'orphan-found'; readonly orphan: TokenRef }
  | { readonly kind: 'orphan-removed' }
  | { readonly kind: 'unexplained-found'; readonly tokens: readonly UnexplainedToken[] }
  /** A person agreed, in main, that this very token is deleted. */
  | { readonly kind: 'removal-agreed'; readonly ref: TokenRef }
  | { readonly kind: 'unexplained-removed'; readonly ref: TokenRef }
  /** A person said, in main, that these are not of Rekey's making. */
  | { readonly kind: 'explained'; readonly refs: readonly TokenRef[] }
  | { readonly kind: 'none-made' }
  | { readonly kind: 'unwanted-made'; readonly newRef: TokenRef; readonly why?: UnwantedBecause }
  | { readonly kind: 'unwanted-removed' }
  | { readonly kind: 'sealed'; readonly newRef: TokenRef; readonly newLastFour?: string }
  /** Journals of before do not tell by what: an answer that any value might have got. */
  | { readonly kind: 'verified'; readonly by?: 'contrast' }
  /** The host gives the same answer to any value; its list shows the new token. */
  | { readonly kind: 'not-provable'; readonly why: NotProvable }
  /** A person says that the new value works where it is used, and how they know. */
  | { readonly kind: 'use-attested'; readonly reason: string }
  | { readonly kind: 'destinations-chosen'; readonly destinations: readonly Destination[] }
  | { readonly kind: 'delivery-intended'; readonly to: Destination }
  | { readonly kind: 'delivered-to'; readonly to: Destination; readonly receipt: Receipt }
  | { readonly kind: 'delivered' }
  | { readonly kind: 'proved'; readonly by: 'read-back' | 'weaker-read-back' | 'person' }
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
