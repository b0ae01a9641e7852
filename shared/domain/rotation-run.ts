import type { ApiFailure } from './api-failure';
import type { ConnectionId } from './connection-id';
import type { ManualConsumer } from './consumer';
import type { Delivery, DeliveryFailure } from './delivery';
import type { Instant } from './instant';
import type { RotationSubject } from './rotation-subject';
import type { TokenRef } from './token-ref';
import type { NotProvable } from './value-check';

declare const brand: unique symbol;

export type RunId = string;

/** Names one row of one run: `row_` and 32 hex digits. */
export type RowId = `row_${string}` & { readonly [brand]: 'RowId' };

const ROW_SHAPE = /^row_[0-9a-f]{32}$/;

export function parseRowId(raw: unknown): RowId | undefined {
  return typeof raw === 'string' && ROW_SHAPE.test(raw) ? (raw as RowId) : undefined;
}

/**
 * How far a row is. `verified` with no destination waits in the hand-over tray; `retiring` waits to be deleted.
 * `gone` is the only good end: the new token is proved and a fresh list shows that the old one is no longer there.
 * `left` is the other end: a person closed the row as it stood, or its turn found the token gone or changed.
 */
export type RotationStep =
  | 'planned'
  | 'creating'
  | 'ambiguous'
  | 'sealed'
  | 'verified'
  | 'delivered'
  | 'proved'
  | 'retiring'
  | 'deleting'
  | 'gone'
  | 'needs-you'
  | 'left';

/** What stands in the way of a row. Each has its sentence and its safe actions on the page. */
export type NeedReason =
  | 'changed-since-plan'
  | 'new-missing'
  /** The connection works with the old token itself. */
  | 'own-in-use'
  | 'create-refused'
  /** As many creates were sent as may be, and none gave a token to use: a person may start with as many again. */
  | 'create-limit'
  | 'create-unclear'
  /** A create was lost, and a token came meanwhile that may be what came of it, or somebody else's. */
  | 'orphan-unproved'
  /** Besides the token that the create answered with, another of its label and scope came. */
  | 'extra-found'
  /** The list has lost more than it should have, so that nothing can be concluded from what is not in it. */
  | 'list-unsure'
  /** What the journal says of the item cannot be, or other files know more of it: nothing is done without a person. */
  | 'records-disagree'
  | 'value-lost'
  | 'scope-differs'
  | 'label-differs'
  | 'seal-failed'
  | 'verify-failed'
  | 'delivery-failed'
  | 'delivery-unproved'
  | 'old-still-live'
  | 'delete-refused'
  | 'credential-refused'
  | 'unreachable'
  | 'journal-unwritable';

/** What a person may do about a row. Only what is safe in its state is ever offered. */
export type RowAction = 'try-again' | 'discard-new' | 'hand-over' | 'leave' | 'review-found' | 'not-ours';

/** A token that came while Rekey created one, and of which nobody has said yet whose it is. */
export interface UnexplainedToken {
  readonly ref: TokenRef;
  readonly label: string;
  /** Absent where the host does not say. */
  readonly createdAt?: Instant;
}

export interface Need {
  readonly reason: NeedReason;
  readonly failure?: DeliveryFailure;
  readonly actions: readonly RowAction[];
}

/** Why a row was passed over when its turn came: somebody deleted the token, or changed it, since the plan. */
export type PassedOver = 'gone' | 'changed';

/** An entry of the row's checklist, and whether a person has ticked it. */
export interface ChecklistItem extends ManualConsumer {
  readonly isTicked: boolean;
}

export interface RunRow extends RotationSubject {
  readonly id: RowId;
  /** The new token, once it is known which one it is. */
  readonly newRef?: TokenRef;
  readonly deliveries: readonly Delivery[];
  readonly checklist: readonly ChecklistItem[];
  readonly step: RotationStep;
  readonly need?: Need;
  /** Last four characters of the new value, once there is one. */
  readonly newLastFour?: string;
  /** When the fresh list last proved the old token gone. */
  readonly goneAt?: Instant;
  /** When the overlap ends; the old token is deleted then or later, if a person says so. */
  readonly until?: Instant;
  /** Why the host cannot prove that the new value works: its list shows the new token, and that is all. */
  readonly notProvable?: NotProvable;
  /** Reading back could not tell the new value from what was there before. */
  readonly weakerProof?: true;
  /** It was a person who said that the new value is stored. */
  readonly storedByPerson?: true;
  /** How a person knows that the new value works where it is used. */
  readonly attestedBecause?: string;
  /** Why the old token may be deleted though the checklist is open. */
  readonly overrideReason?: string;
  /** Why a person keeps the old token. */
  readonly keptBecause?: string;
  readonly passedOver?: PassedOver;
  /** True once a person has looked at the new value. */
  readonly wasRevealed?: true;
  /** True once the new value was put on the clipboard for a person. */
  readonly wasCopied?: true;
  /** True while the new value is held sealed, or in memory, for a hand-over. */
  readonly holdsValue: boolean;
  /** Tokens that may be of Rekey's making, or somebody else's: a person says which. */
  readonly unexplained?: readonly UnexplainedToken[];
  /** The label that the new token was given, where the host refused to have the same one twice. */
  readonly newLabel?: string;
}

/** `interrupted`: the app ended in mid-run; the rows are safe, and `Resume` goes on with the planned ones. */
export type RunPhase = 'running' | 'pausing' | 'paused' | 'stopping' | 'interrupted' | 'ended';

/** One bulk rotation as the page sees it. */
export interface RunView {
  readonly id: RunId;
  readonly connection: ConnectionId;
  readonly organisation: string;
  readonly startedAt: Instant;
  readonly endedAt?: Instant;
  readonly phase: RunPhase;
  readonly rows: readonly RunRow[];
}

/** What changed in a run: its own facts, and the rows that are not as they were. */
export interface RunChange extends RunView {
  readonly settled: number;
  readonly of: number;
}

export interface RunTotals {
  readonly done: number;
  readonly needsYou: number;
  readonly waiting: number;
  readonly left: number;
  readonly closed: number;
}

/** Adds up to the number of rows. `waiting`: in the hand-over tray or waiting to be deleted. `left`: still to do. */
export function totalRun(run: Pick<RunView, 'rows'>): RunTotals {
  const totals = { done: 0, needsYou: 0, waiting: 0, left: 0, closed: 0 };
  for (const row of run.rows) totals[bucketOf(row)] += 1;
  return totals;
}

/** True for a row whose new value works and has been delivered nowhere yet: a person must take it. */
export const waitsForHandOver = (row: RunRow): boolean =>
  row.step === 'verified' && row.destinations.length === 0 && row.holdsValue;

/** How many entries of the checklist stand between the old token and its deletion. */
export const openItems = ({ checklist, overrideReason }: RunRow): number =>
  overrideReason === undefined ? checklist.filter(({ isTicked }) => !isTicked).length : 0;

/** True while neither the host nor the place has proved the new value, and no person has said that it works. */
export const needsAttestation = (row: RunRow): boolean =>
  (row.notProvable !== undefined || row.weakerProof === true) &&
  row.attestedBecause === undefined &&
  row.overrideReason === undefined;

/** True while something that a person has to do stands between the old token and its deletion. */
export const isBlocked = (row: RunRow): boolean => openItems(row) > 0 || needsAttestation(row);

function bucketOf(row: RunRow): keyof RunTotals {
  if (row.step === 'gone') return 'done';
  if (row.step === 'needs-you') return 'needsYou';
  if (row.step === 'left') return 'closed';
  return row.step === 'retiring' || waitsForHandOver(row) ? 'waiting' : 'left';
}

/** How a run ended: `done` only when every row is proved; `needs-you` when nothing has come far enough to count. */
export type RunOutcome = 'done' | 'partly' | 'needs-you';

export function outcomeOf(run: Pick<RunView, 'rows'>): RunOutcome {
  const totals = totalRun(run);
  if (totals.done === run.rows.length) return 'done';
  return totals.needsYou > 0 && totals.done + totals.waiting === 0 ? 'needs-you' : 'partly';
}

/**
 * What a person types to delete old tokens: the organisation and the count, as `acme 14`; `DELETE` for a single Admin or
 * personal token.
 */
export function deletionWords(organisation: string, rows: readonly Pick<RunRow, 'kind' | 'scope'>[]): string {
  const [only] = rows;
  const isGrave = only !== undefined && (only.kind === 'personal' || only.scope === 'all');
  return rows.length === 1 && isGrave ? 'DELETE' : `${organisation} ${String(rows.length)}`;
}

/** Why a hand-over, a deletion or a row action did not happen. */
export type RowFailure =
  | { readonly kind: 'no-such-row' }
  | { readonly kind: 'not-possible-now' }
  | { readonly kind: 'declined' }
  | { readonly kind: 'busy' }
  | { readonly kind: 'typed-differently' }
  /** A checklist is open: nothing is deleted before it is ticked, or a person overrides it with a reason. */
  | { readonly kind: 'checklist-open'; readonly count: number }
  /** Neither the host nor the place proved the new value: nothing is deleted before a person says how they know that it works. */
  | { readonly kind: 'attestation-open'; readonly count: number }
  /** Another row that is not finished is written to the same variable. */
  | { readonly kind: 'place-taken' }
  /** The list still shows a token that may be of our making: it would be forgotten. */
  | { readonly kind: 'stray-left' }
  /** The connection works with this new token: discarding it would cut Rekey off. */
  | { readonly kind: 'in-use' }
  /** The old token is no longer there: the new one may be the only one that works. */
  | { readonly kind: 'old-gone' }
  | { readonly kind: 'value-lost' }
  | { readonly kind: 'journal-unwritable' }
  | { readonly kind: 'ledger-unwritable' }
  | { readonly kind: 'credential-missing' }
  | { readonly kind: 'unproved' }
  | { readonly kind: 'api'; readonly failure: ApiFailure };
