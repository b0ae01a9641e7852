import type { DeliveryFailure } from '../../shared/domain/delivery';
import type { NeedReason, RotationStep, RowAction } from '../../shared/domain/rotation-run';
import { isSwitched, type Row } from './row';
import type { RecordEvent } from './row-world';

/**
 * What a person may do, per reason; at most two, and only what is safe where the row then stands. A row is only ever left
 * alone where no new token of ours would be forgotten by it.
 */
const ACTIONS: Readonly<Record<NeedReason, readonly RowAction[]>> = {
  'changed-since-plan': ['leave'],
  // The old token may be gone: what is left is the value, which must not be given up.
  'new-missing': ['try-again'],
  'own-in-use': ['try-again', 'leave'],
  'create-refused': ['try-again', 'leave'],
  'create-unclear': ['try-again', 'leave'],
  'list-unsure': ['try-again'],
  'value-lost': ['discard-new'],
  'scope-differs': ['discard-new'],
  'seal-failed': ['discard-new'],
  'verify-failed': ['try-again', 'discard-new'],
  'delivery-failed': ['try-again', 'hand-over'],
  'delivery-unproved': ['try-again', 'hand-over'],
  'old-still-live': ['try-again', 'leave'],
  'delete-refused': ['try-again', 'leave'],
  'credential-refused': ['try-again'],
  unreachable: ['try-again'],
  'journal-unwritable': [],
};

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
  const actions =
    (first !== reason || reason === 'list-unsure') && from === 'planned'
      ? (['try-again', 'leave'] as const)
      : actionsFor(row, first);
  return record(row, { kind: 'needs', reason: first, actions, from, ...(failure && { failure }) });
}

/** Whether a person may take the value instead. Rekey's own token must first be taken up by Rekey, or it would lose its ground. */
export const mayHandOver = (row: Row): boolean => row.isOwn !== true || isSwitched(row);

function actionsFor(row: Row, reason: NeedReason): readonly RowAction[] {
  const actions = ACTIONS[reason];
  return actions.includes('hand-over') && !mayHandOver(row) ? ['try-again', 'discard-new'] : actions;
}

function overriding(failure: DeliveryFailure): NeedReason | undefined {
  if (failure.kind === 'unauthorized') return 'credential-refused';
  const isReach =
    failure.kind === 'offline' || failure.kind === 'timed-out' || failure.kind === 'rate-limited';
  return isReach || failure.kind === 'server-error' ? 'unreachable' : undefined;
}
