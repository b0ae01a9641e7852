import type { AuditConflict, AuditMatch, ConflictKind, Recovered, TokenMade } from './audit-log';
import { candidateFinder, type RefOfId } from './audit-candidates';
import type { Instant } from './instant';
import type { TokenRecord } from './token';
import type { TokenRef } from './token-ref';

/** An event is written when the token is made: the two clocks agree within this. */
export const SAME_TIME_MS = 5 * 60_000;
const MOST_EVENTS_TOLD = 20;

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
  const groups = openGroups();
  const refused = new Map<TokenRef, { readonly token: TokenRecord; readonly events: TokenMade[] }>();
  let unmatched = 0;
  for (const event of withoutRepeats(events)) {
    const candidates = candidatesOf(event);
    const inTime = candidates.filter((token) => isInTime(token, event));
    if (candidates.length === 0) unmatched += 1;
    else if (inTime.length > 0) groups.add(inTime, event);
    else {
      for (const token of candidates) {
        const known = refused.get(token.ref) ?? { token, events: [] };
        known.events.push(event);
        refused.set(token.ref, known);
      }
    }
  }
  const recovered: Recovered[] = [];
  const conflicts: AuditConflict[] = [];
  for (const group of groups.all()) {
    for (const { ref } of group.tokens) refused.delete(ref);
    const verdict = judge(group);
    if ('kind' in verdict) conflicts.push(verdict);
    else recovered.push(verdict);
  }
  for (const { token, events: told } of refused.values())
    conflicts.push(conflictOf('dates-differ', [token], told));
  return { recovered: recovered.sort(byRef), conflicts: conflicts.sort(inOrder), unmatched };
}

interface Group {
  readonly tokens: readonly TokenRecord[];
  readonly events: readonly TokenMade[];
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

/** Tokens that share an event belong together: which of them is meant cannot be told. */
function openGroups() {
  const groupOf = new Map<TokenRef, { tokens: Map<TokenRef, TokenRecord>; events: TokenMade[] }>();
  return {
    add: (tokens: readonly TokenRecord[], event: TokenMade) => {
      const known = new Set(tokens.flatMap(({ ref }) => groupOf.get(ref) ?? []));
      const [first = { tokens: new Map<TokenRef, TokenRecord>(), events: [] }, ...rest] = known;
      for (const other of rest) {
        for (const [ref, token] of other.tokens) first.tokens.set(ref, token);
        for (const told of other.events) first.events.push(told);
      }
      for (const token of tokens) first.tokens.set(token.ref, token);
      first.events.push(event);
      for (const ref of first.tokens.keys()) groupOf.set(ref, first);
    },
    all: (): readonly Group[] =>
      [...new Set(groupOf.values())].map(({ tokens, events }) => ({ tokens: [...tokens.values()], events })),
  };
}

const hostDate = ({ createdAt, createdFrom }: TokenRecord): Instant | undefined =>
  createdFrom === undefined ? createdAt : undefined;

function isInTime(token: TokenRecord, { at }: TokenMade): boolean {
  const made = hostDate(token);
  return made === undefined || Math.abs(made - at) <= SAME_TIME_MS;
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
    events: [...events]
      .sort((a, b) => a.line - b.line)
      .slice(0, MOST_EVENTS_TOLD)
      .map(({ line, at, actor }) => ({ line, at, actor })),
  };
}

const byRef = (a: { readonly ref: TokenRef }, b: { readonly ref: TokenRef }) => (a.ref < b.ref ? -1 : 1);

const inOrder = (a: AuditConflict, b: AuditConflict) =>
  (a.events[0]?.line ?? 0) - (b.events[0]?.line ?? 0) || a.kind.localeCompare(b.kind);
