import { readingOf } from './coverage';
import {
  isClosed,
  tokenOf,
  type Leaver,
  type LeaverItem,
  type LeaverItemId,
  type LeaverToken,
  type Reopened,
} from './leaver';
import { checklistOf, itemIdOf, namedToken, ownSubjects } from './leaver-checklist';
import type { LeaverKnowledge } from './leaver-knowledge';
import type { TokenRecord } from './token';
import type { TokenRef } from './token-ref';

/** A checklist after a look, and the lines that are open again or new. */
export interface Rechecked {
  readonly leaver: Leaver;
  readonly reopened: readonly LeaverItemId[];
}

/**
 * Lays a new look beside a checklist. A closed line is open again where its token is still listed, or where one with the same
 * project, label and scope was made by somebody else than Rekey; what was seen before it
 * was closed proves nothing. What is newly known to be theirs joins the list. A
 * signed-off list with such a line is no longer signed off.
 */
export function recheckLeaver(leaver: Leaver, known: LeaverKnowledge): Rechecked {
  const present = presenceOf(known);
  const reopened: LeaverItemId[] = [];
  const listed = new Set(leaver.items.map(({ id }) => id));
  const items = leaver.items.map((item) => {
    const found = reappearance(item, present, known);
    if (found === undefined || (found.id !== item.id && listed.has(found.id))) return item;
    listed.add(found.id);
    reopened.push(found.id);
    return found;
  });
  const fresh = checklistOf(known).filter(
    ({ id, subject }) => !listed.has(id) && present.own.has(id) && subject.kind !== 'unknown',
  );
  reopened.push(...fresh.map(({ id }) => id));
  const { signedOff, ...rest } = { ...leaver, items: [...items, ...fresh], checkedAt: known.takenAt };
  if (signedOff === undefined) return { leaver: rest, reopened };
  return reopened.length === 0
    ? { leaver: { ...rest, signedOff }, reopened }
    : { leaver: { ...rest, earlierSignOffs: [...rest.earlierSignOffs, signedOff] }, reopened };
}

/** The tokens that share a token's project, label and scope just now, and it among them. */
export const twinsOf = (token: LeaverToken, tokens: readonly TokenRecord[]): readonly TokenRef[] =>
  tokens.filter((other) => twinKey(other) === twinKey(token)).map(({ ref }) => ref);

interface Presence {
  readonly byRef: ReadonlyMap<TokenRef, TokenRecord>;
  readonly byTwinKey: ReadonlyMap<string, readonly TokenRecord[]>;
  readonly own: ReadonlySet<LeaverItemId>;
}

function presenceOf(known: LeaverKnowledge): Presence {
  // What is kept of a list that could not be read this time proves nothing.
  const reading = readingOf(known.coverage);
  const listed = known.tokens.filter(
    (token) => token.source === 'host' && token.lastSeenAt === undefined && reading(token) === 'read',
  );
  return {
    byRef: new Map(listed.map((token) => [token.ref, token])),
    byTwinKey: grouped(listed),
    own: new Set(ownSubjects(known).map(itemIdOf)),
  };
}

function grouped(tokens: readonly TokenRecord[]): ReadonlyMap<string, readonly TokenRecord[]> {
  const groups = new Map<string, TokenRecord[]>();
  for (const token of tokens) {
    const group = groups.get(twinKey(token));
    if (group === undefined) groups.set(twinKey(token), [token]);
    else group.push(token);
  }
  return groups;
}

function reappearance(item: LeaverItem, present: Presence, known: LeaverKnowledge): LeaverItem | undefined {
  const { state, subject } = item;
  // What does not apply to this person was never said to be gone.
  if (!isClosed(item) || state.kind === 'not-applicable') return undefined;
  const seenAt = subject.kind === 'checkout-key' ? (known.keys?.readAt ?? 0) : known.takenAt;
  if (subject.kind === 'unknown' || seenAt <= closedAt(item)) return undefined;
  const token = tokenOf(subject);
  if (token === undefined) return present.own.has(item.id) ? openAgain(item, 'still-there') : undefined;
  if (present.byRef.has(token.ref)) return openAgain(item, 'still-there');
  const back = present.byTwinKey
    .get(twinKey(token))
    ?.find(({ ref }) => !item.twins.includes(ref) && !known.ownDeeds.made.has(ref));
  if (back === undefined || !('token' in subject)) return undefined;
  const again = { ...subject, token: namedToken(back) };
  return openAgain({ ...item, id: itemIdOf(again), subject: again }, 'came-back');
}

const openAgain = (item: LeaverItem, reopened: Reopened): LeaverItem => ({
  ...item,
  state: { kind: 'open', reopened },
});

const closedAt = ({ state }: LeaverItem) => ('at' in state ? state.at : 0);

const twinKey = ({ project, label, scope }: Pick<TokenRecord, 'project' | 'label' | 'scope'>) =>
  `${project ?? ''}\n${scope}\n${label}`;
