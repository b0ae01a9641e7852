import type { DeliveryFailure } from '../../shared/domain/delivery';
import type { NeedReason, RotationStep, RowAction } from '../../shared/domain/rotation-run';
import { isSwitched, type Row } from './row';
import type { RecordEvent } from './row-world';

/** What a person may do, per reason, where nothing below says otherwise. */
const ACTIONS: Readonly<Record<NeedReason, readonly RowAction[]>> = {
  'changed-since-plan': ['leave'],
  'new-missing': ['try-again', 'leave'],
  'own-in-use': ['try-again', 'leave'],
  'create-refused': ['try-again', 'leave'],
  'create-limit': ['try-again', 'leave'],
  'create-unclear': ['try-again', 'leave'],
  'orphan-unproved': ['review-found', 'not-ours', 'leave'],
  'extra-found': ['review-found', 'not-ours'],
  'list-unsure': ['try-again'],
  'records-disagree': ['leave'],
  'value-lost': ['discard-new', 'leave'],
  'scope-differs': ['try-again', 'discard-new'],
  'label-differs': ['try-again', 'discard-new'],
  'seal-failed': ['try-again', 'discard-new'],
  'verify-failed': ['try-again', 'discard-new'],
  'delivery-failed': ['try-again', 'hand-over'],
  'delivery-unproved': ['try-again', 'hand-over'],
  'old-still-live': ['try-again', 'leave'],
  'delete-refused': ['try-again', 'leave'],
  'credential-refused': ['try-again'],
  unreachable: ['try-again'],
  'journal-unwritable': [],
};

/** The new value is sealed, and no old token has been touched: it can still be given up. */
const HAS_VALUE: ReadonlySet<RotationStep> = new Set(['sealed', 'verified', 'delivered', 'proved']);

export interface NeedOptions {
  readonly failure?: DeliveryFailure | undefined;
  /** Where `try-again` goes on; the row's own step where it is not said. */
  readonly from?: RotationStep;
}

/** Stops a row with a reason. A host that refuses the credential, or cannot be reached, is the reason before any other. */
export function need(
  row: Row,
  reason: NeedReason,
  record: RecordEvent,
  { failure, from = row.step }: NeedOptions = {},
): Promise<Row> {
  const first = failure === undefined ? reason : (overriding(failure) ?? reason);
  const actions = actionsFor(row, first, from, failure);
  return record(row, { kind: 'needs', reason: first, actions, from, ...(failure && { failure }) });
}

/** Whether a person may take the value instead. Rekey's own token must first be taken up by Rekey, or it would lose its ground. */
export const mayHandOver = (row: Row): boolean => row.isOwn !== true || isSwitched(row);

/**
 * At most three, and only what is safe where the row then stands. Every row has a way to its end: what cannot be finished can
 * be discarded or left, and leaving asks again where it might forget a token.
 */
function actionsFor(
  row: Row,
  reason: NeedReason,
  from: RotationStep,
  failure: DeliveryFailure | undefined,
): readonly RowAction[] {
  if (from === 'planned') return ['try-again', 'leave'];
  if (OF_LIST.has(reason) && failure?.kind === 'forbidden') return ['try-again', 'leave'];
  if (reason === 'unreachable' && HAS_VALUE.has(from)) return ['try-again', 'discard-new'];
  const actions = ACTIONS[reason];
  return actions.includes('hand-over') && !mayHandOver(row) ? ['try-again', 'discard-new'] : actions;
}

/** For these, the failure is the list's: “forbidden” means that nothing of it may ever be seen again. */
const OF_LIST: ReadonlySet<NeedReason> = new Set([
  'unreachable',
  'create-unclear',
  'scope-differs',
  'label-differs',
  'seal-failed',
]);

function overriding(failure: DeliveryFailure): NeedReason | undefined {
  if (failure.kind === 'unauthorized') return 'credential-refused';
  return UNREACHED.has(failure.kind) ? 'unreachable' : undefined;
}

const UNREACHED: ReadonlySet<DeliveryFailure['kind']> = new Set([
  'offline',
  'certificate',
  'timed-out',
  'too-slow',
  'rate-limited',
  'server-error',
]);
