import { isDue } from './age-policy';
import type { Instant } from './instant';
import { standing, type Rules } from './standing';
import type { TokenRecord } from './token';

/** What tokens are counted by: project tokens by scope, then personal ones, then scopes that Rekey does not know. */
export const DUE_GROUPS = ['admin', 'read-only', 'status', 'personal', 'other'] as const;
export type DueGroup = (typeof DUE_GROUPS)[number];

/** How a group of tokens stands before and after a change of the rules. */
export interface DueChange {
  readonly newlyDue: number;
  readonly noLongerDue: number;
  readonly stillDue: number;
}

/** What a change of the rules would do, by group. */
export type DuePreview = Readonly<Record<DueGroup, DueChange>>;

/** Counts token by token, so that a walk over very many can rest in between. */
export function openDuePreview(before: Rules, after: Rules, now: Instant) {
  const counts = Object.fromEntries(
    DUE_GROUPS.map((group) => [group, { newlyDue: 0, noLongerDue: 0, stillDue: 0 }]),
  ) as Record<DueGroup, { -readonly [What in keyof DueChange]: number }>;
  return {
    take: (token: TokenRecord): void => {
      const was = isDue(standing(token, before, now));
      const willBe = isDue(standing(token, after, now));
      if (!was && !willBe) return;
      counts[groupOf(token)][was && willBe ? 'stillDue' : was ? 'noLongerDue' : 'newlyDue'] += 1;
    },
    /** Of all that was taken: asked for at the end. */
    counts: (): DuePreview => counts,
  };
}

/** What would become due, and what would no longer be, if the rules changed now. */
export function whatBecomesDue(
  tokens: Iterable<TokenRecord>,
  before: Rules,
  after: Rules,
  now: Instant,
): DuePreview {
  const preview = openDuePreview(before, after, now);
  for (const token of tokens) preview.take(token);
  return preview.counts();
}

/** The groups put together. */
export const totalChange = (preview: DuePreview): DueChange =>
  DUE_GROUPS.map((group) => preview[group]).reduce((a, b) => ({
    newlyDue: a.newlyDue + b.newlyDue,
    noLongerDue: a.noLongerDue + b.noLongerDue,
    stillDue: a.stillDue + b.stillDue,
  }));

function groupOf({ kind, scope }: TokenRecord): DueGroup {
  if (kind === 'personal') return 'personal';
  if (scope === 'all') return 'admin';
  if (scope === 'view-builds') return 'read-only';
  return scope === 'status' ? 'status' : 'other';
}
