import type { Leaver, LeaverDecision, LeaverItemId } from '../../shared/domain/leaver';
import type { LedgerFact } from '../../shared/domain/ledger-fact';
import { shortName } from '../../shared/domain/leaver-words';
import type { NoteFact } from '../../shared/domain/ledger-entry';

type ItemState = Extract<LedgerFact, { readonly kind: 'leaver-item' }>['state'];

/** Writes down what became of a line of a checklist. */
export function noteItem(
  note: NoteFact,
  { id: leaver, connection, person, items }: Leaver,
  item: LeaverItemId,
  state: ItemState,
  reason = '',
): ReturnType<NoteFact> {
  const subject = items.find(({ id }) => id === item)?.subject;
  const about = subject === undefined ? {} : { about: shortName(subject) };
  return note({ kind: 'leaver-item', leaver, item, state, reason, person, ...about }, connection);
}

/**
 * Writes down what a person decided about lines of a checklist, all at once, and tells whether that is done; taking it back opens
 * them again.
 */
export async function noteDecision(
  note: NoteFact,
  leaver: Leaver,
  items: readonly LeaverItemId[],
  decision: LeaverDecision,
): Promise<boolean> {
  const state = decision.kind === 'open' ? 're-opened' : decision.kind;
  const reason = 'reason' in decision ? decision.reason : '';
  const noted = await Promise.all(items.map((item) => noteItem(note, leaver, item, state, reason)));
  return noted.every(({ ok }) => ok);
}
