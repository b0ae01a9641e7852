import type { AuditConflict, AuditMatch, ConflictKind, Recovered, TokenMade } from './audit-log';
import { candidateFinder, type RefOfId } from './audit-candidates';
import { firstTold, groupByTime, hostDate, type Group } from './audit-groups';
import { pushTo } from './push-to';
import type { TokenRecord } from './token';
import type { TokenRef } from './token-ref';

/**
 * Lays an audit log beside an inventory. An owner is recovered where one token and one person match; what is ambiguous is
 * told with both sides' facts, and never guessed.
 */
export function matchAuditLog(
  events: readonly TokenMade[],
  tokens: readonly TokenRecord[],
  refOfId: RefOfId,
): AuditMatch {
  const candidatesOf = candidateFinder(tokens, refOfId);
  const likes = new Map<readonly TokenRecord[], TokenMade[]>();
  for (const event of withoutRepeats(events)) pushTo(likes, candidatesOf(event), event);
  const { groups, outOfTime } = groupByTime(tokens, likes);
  const recovered: Recovered[] = [];
  const conflicts: AuditConflict[] = [];
  for (const group of groups) {
    const verdict = judge(group);
    if ('kind' in verdict) conflicts.push(verdict);
    else recovered.push(verdict);
  }
  for (const { token, events: told } of outOfTime) conflicts.push(conflictOf('dates-differ', [token], told));
  const unmatched = [...likes].reduce(
    (sum, [alike, told]) => sum + (alike.length === 0 ? told.length : 0),
    0,
  );
  return { recovered: recovered.sort(byRef), conflicts: conflicts.sort(inOrder), unmatched };
}

function judge({ tokens, events }: Group): Recovered | AuditConflict {
  const [token, ...others] = tokens;
  const [event] = events;
  if (token === undefined || event === undefined) throw new Error('a group has a token and an event');
  if (others.length > 0) return conflictOf('several-tokens', tokens, events);
  const people = new Set(events.map(({ actor }) => actor));
  if (token.owner !== undefined) people.add(token.owner.name);
  if (people.size > 1) return conflictOf('several-people', tokens, events);
  // Of several events by one person, nobody knows which of them made the token that is there.
  const isDated = hostDate(token) === undefined && events.length === 1;
  return { ref: token.ref, owner: event.actor, ...(isDated && { createdAt: event.at }) };
}

function withoutRepeats(events: readonly TokenMade[]): readonly TokenMade[] {
  const keyOf = ({ id, at, actor, projects, label, tokenId }: TokenMade) =>
    id ?? JSON.stringify([at, actor, projects, label, tokenId]);
  const byKey = new Map<string, TokenMade>();
  for (const event of events) {
    const known = byKey.get(keyOf(event));
    if (known === undefined || event.line < known.line) byKey.set(keyOf(event), event);
  }
  return [...byKey.values()];
}

function conflictOf(
  kind: ConflictKind,
  tokens: readonly TokenRecord[],
  events: readonly TokenMade[],
): AuditConflict {
  const [first] = tokens;
  if (first?.project === undefined) throw new Error('only tokens of projects are matched');
  return {
    kind,
    label: first.label,
    project: first.project,
    ...(first.projectName !== undefined && { projectName: first.projectName }),
    tokens: [...tokens].sort(byRef).map((token) => {
      const createdAt = hostDate(token);
      return {
        ref: token.ref,
        ...(createdAt !== undefined && { createdAt }),
        ...(token.owner !== undefined && { owner: token.owner.name }),
      };
    }),
    events: firstTold(events).map(({ line, at, actor }) => ({ line, at, actor })),
  };
}

const byRef = (a: { readonly ref: TokenRef }, b: { readonly ref: TokenRef }) => (a.ref < b.ref ? -1 : 1);

const inOrder = (a: AuditConflict, b: AuditConflict) =>
  (a.events[0]?.line ?? 0) - (b.events[0]?.line ?? 0) ||
  a.kind.localeCompare(b.kind) ||
  ((a.tokens[0]?.ref ?? '') < (b.tokens[0]?.ref ?? '') ? -1 : 1);
