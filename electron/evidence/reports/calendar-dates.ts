import { DAY_MS, type Instant } from '../../../shared/domain/instant';
import { standing, type Rules } from '../../../shared/domain/standing';
import type { TokenRecord } from '../../../shared/domain/token';
import type { ReportSource } from './report-source';

/** Two facts that are told apart: when the policy wants a token replaced, and when CircleCI itself lets it end. */
export type DateKind = 'due' | 'expiry';

/** A token has something on this day. */
export interface TokenDate {
  readonly kind: DateKind;
  /** The beginning of the day, UTC. */
  readonly day: Instant;
  readonly token: TokenRecord;
  readonly organisation: string;
}

/** Every due date under the rules, and every expiry of CircleCI's own, the earliest first. */
export function datesOf(sources: readonly ReportSource[], rules: Rules, now: Instant): readonly TokenDate[] {
  return sources
    .flatMap(({ facts, tokens }) =>
      tokens.flatMap((token): readonly TokenDate[] => {
        const due = standing(token, rules, now);
        const dates: readonly (readonly [DateKind, Instant | undefined])[] = [
          ['due', 'dueAt' in due ? due.dueAt : undefined],
          ['expiry', token.expiresAt],
        ];
        return dates.flatMap(([kind, at]) =>
          at === undefined ? [] : [{ kind, day: dayOf(at), token, organisation: facts.name }],
        );
      }),
    )
    .toSorted((a, b) => a.day - b.day);
}

const dayOf = (instant: Instant): Instant => Math.floor(instant / DAY_MS) * DAY_MS;
