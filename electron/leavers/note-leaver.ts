import type { Leaver, LeaverDecision, LeaverItemId } from '../../shared/domain/leaver';
import type { LedgerFact } from '../../shared/domain/ledger-fact';
import type { NoteFact } from '../../shared/domain/ledger-entry';

type ItemState = Extract<LedgerFact, { readonly kind: 'leaver-item' }>['state'];

/** Writes down what became of a line of a checklist. */
export async function noteItem(
  note: NoteFact,
  { id: leaver, connection }: Leaver,
  item: LeaverItemId,
  state: ItemState,
  reason = '',
): Promise<void> {
  await note({ kind: 'leaver-item', leaver, item, state, reason }, connection);
}

/** Writes down what a person decided about lines of a checklist; taking it back opens them again. */
export async function noteDecision(
  note: NoteFact,
  leaver: Leaver,
  items: readonly LeaverItemId[],
  decision: LeaverDecision,
): Promise<void> {
  const state = decision.kind === 'open' ? 're-opened' : decision.kind;
  const reason = 'reason' in decision ? decision.reason : '';
  for (const item of items) await noteItem(note, leaver, item, state, reason);
}
