import type { Instant } from './instant';
import {
  closedCount,
  tokenOf,
  type Leaver,
  type LeaverDecision,
  type LeaverItem,
  type LeaverItemId,
  type LeaverItemState,
} from './leaver';
import { twinsOf } from './leaver-recheck';
import type { TokenRecord } from './token';
import type { TokenRef } from './token-ref';

/** Whether Rekey could rotate what a line is about: CircleCI lists it, and it is not proved gone. */
export const canRotate = ({ subject, state }: LeaverItem): boolean => {
  const token = tokenOf(subject);
  return token !== undefined && token.isByHand !== true && state.kind !== 'rotated';
};

/** The checklist after a decision about some of its lines; `undefined` where that cannot be decided about one of them. */
export function decideItems(
  leaver: Leaver,
  ids: readonly LeaverItemId[],
  decision: LeaverDecision,
  tokens: readonly TokenRecord[],
  now: Instant,
): Leaver | undefined {
  const chosen = new Set(ids);
  const found = leaver.items.filter(({ id }) => chosen.has(id));
  if (leaver.signedOff !== undefined || found.length !== chosen.size) return undefined;
  if (!found.every((item) => isPossible(item, decision))) return undefined;
  const state = stateOf(decision, now);
  return {
    ...leaver,
    items: leaver.items.map((item) => {
      if (!chosen.has(item.id)) return item;
      const token = tokenOf(item.subject);
      return { ...item, state, twins: token === undefined ? [] : twinsOf(token, tokens) };
    }),
  };
}

/** What was rotated to its proof stays so: there is nothing left that could be decided. */
function isPossible(item: LeaverItem, decision: LeaverDecision): boolean {
  if (item.state.kind === 'rotated') return false;
  return decision.kind !== 'to-rotate' || canRotate(item);
}

const stateOf = (decision: LeaverDecision, at: Instant): LeaverItemState =>
  decision.kind === 'open' ? { kind: 'open' } : { ...decision, at };

/** Closes the lines whose old tokens a run has proved gone, whatever was decided about them while they were open. */
export function closeRotated(
  leaver: Leaver,
  gone: ReadonlySet<TokenRef>,
  tokens: readonly TokenRecord[],
  now: Instant,
): Leaver {
  const isProved = ({ subject, state }: LeaverItem) => {
    const token = tokenOf(subject);
    return (
      token !== undefined && gone.has(token.ref) && (state.kind === 'open' || state.kind === 'to-rotate')
    );
  };
  if (!leaver.items.some(isProved)) return leaver;
  const items = leaver.items.map((item) => {
    const token = tokenOf(item.subject);
    if (token === undefined || !isProved(item)) return item;
    return { ...item, state: { kind: 'rotated' as const, at: now }, twins: twinsOf(token, tokens) };
  });
  return { ...leaver, items };
}

/** The checklist signed off by somebody; `undefined` while a line is open, or when it is signed off already. */
export function signOff(leaver: Leaver, by: string, at: Instant): Leaver | undefined {
  const isReady = closedCount(leaver) === leaver.items.length && leaver.signedOff === undefined;
  return isReady && by.trim() !== '' ? { ...leaver, signedOff: { by, at } } : undefined;
}
