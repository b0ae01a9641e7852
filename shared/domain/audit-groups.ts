import type { TokenMade } from './audit-log';
import type { Instant } from './instant';
import { openJoined } from './joined';
import type { TokenRecord } from './token';

/** An event is written when the token is made: the two clocks agree within this. */
export const SAME_TIME_MS = 5 * 60_000;
const MOST_EVENTS_TOLD = 20;

/** Tokens that share an event, and all events of theirs: which of the tokens is meant cannot be told. */
export interface Group {
  readonly tokens: readonly TokenRecord[];
  readonly events: readonly TokenMade[];
}

/** A token that the host dates otherwise than every event that may be about it: the first of them are told. */
interface OutOfTime {
  readonly token: TokenRecord;
  readonly events: readonly TokenMade[];
}

/** When the host says that a token was made. */
export const hostDate = ({ createdAt, createdFrom }: TokenRecord): Instant | undefined =>
  createdFrom === undefined ? createdAt : undefined;

/** As many of some events as people are told of, by their lines. */
export const firstTold = (events: readonly TokenMade[]): readonly TokenMade[] =>
  events.toSorted((a, b) => a.line - b.line).slice(0, MOST_EVENTS_TOLD);

/**
 * Groups tokens by the events that are about them in time. `likes` has, for each set of tokens that are alike to the log, its
 * events. Each set is walked once in the order of time, so that very many of one label cost no more than as many of others.
 */
export function groupByTime(
  tokens: readonly TokenRecord[],
  likes: ReadonlyMap<readonly TokenRecord[], readonly TokenMade[]>,
): { readonly groups: readonly Group[]; readonly outOfTime: readonly OutOfTime[] } {
  const numbers = new Map(tokens.map((token, index) => [token, index]));
  const numberOf = (token: TokenRecord) => numbers.get(token) ?? -1;
  const joined = openJoined(tokens.length);
  const inTime: (readonly [TokenRecord, TokenMade])[] = [];
  const refused = new Map<TokenRecord, TokenMade[]>();
  for (const [alike, events] of likes) {
    const late: TokenMade[] = [];
    walkInTime(alike, events, {
      join: (one, other) => {
        joined.join(numberOf(one), numberOf(other));
      },
      isAbout: (token, event) => inTime.push([token, event]),
      isAboutNone: (event) => late.push(event),
    });
    const told = firstTold(late);
    if (told.length > 0)
      for (const token of alike) refused.set(token, [...(refused.get(token) ?? []), ...told]);
  }

  const groups = new Map<number, { readonly tokens: TokenRecord[]; readonly events: TokenMade[] }>();
  for (const [token, event] of inTime) {
    const number = joined.groupOf(numberOf(token));
    const group = groups.get(number) ?? { tokens: [], events: [] };
    group.events.push(event);
    groups.set(number, group);
  }
  for (const token of tokens) groups.get(joined.groupOf(numberOf(token)))?.tokens.push(token);
  const outOfTime = [...refused].flatMap(([token, events]) =>
    groups.has(joined.groupOf(numberOf(token))) ? [] : [{ token, events }],
  );
  return { groups: [...groups.values()], outOfTime };
}

interface Walk {
  readonly join: (one: TokenRecord, other: TokenRecord) => void;
  /** Of the tokens in time, which are joined, any one. */
  readonly isAbout: (token: TokenRecord, event: TokenMade) => void;
  readonly isAboutNone: (event: TokenMade) => void;
}

/** Goes through tokens and events in the order of time: the tokens in time for an event stand beside each other. */
function walkInTime(alike: readonly TokenRecord[], events: readonly TokenMade[], walk: Walk): void {
  if (alike.length === 0) return;
  const undated = alike.filter((token) => hostDate(token) === undefined);
  const dated = alike.filter((token) => hostDate(token) !== undefined).sort((a, b) => madeOf(a) - madeOf(b));
  let [from, to, joinedTo] = [0, 0, 0];
  for (const [index, token] of undated.entries()) {
    const before = undated[index - 1];
    if (before !== undefined) walk.join(before, token);
  }
  for (const event of events.toSorted((a, b) => a.at - b.at)) {
    while (madeOf(dated[from]) < event.at - SAME_TIME_MS) from += 1;
    while (madeOf(dated[to]) <= event.at + SAME_TIME_MS) to += 1;
    const first = from < to ? dated[from] : undefined;
    const about = undated[0] ?? first;
    if (about === undefined) {
      walk.isAboutNone(event);
      continue;
    }
    walk.isAbout(about, event);
    if (first !== undefined && about !== first) walk.join(about, first);
    for (joinedTo = Math.max(joinedTo, from); joinedTo + 1 < to; joinedTo += 1) {
      const [one, other] = [dated[joinedTo], dated[joinedTo + 1]];
      if (one !== undefined && other !== undefined) walk.join(one, other);
    }
  }
}

/** Past all events, where there is no token any more. */
const madeOf = (token: TokenRecord | undefined): Instant => (token && hostDate(token)) ?? Infinity;
