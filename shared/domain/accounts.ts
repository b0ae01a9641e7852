import type { ApiFailure } from './api-failure';
import type { Instant } from './instant';

/**
 * An account that CircleCI says somebody works with, under all addresses it has there. It may be an organisation's or a
 * person's: CircleCI does not say which.
 */
export interface Account {
  readonly name: string;
  /** As `gh/acme`, or with the id of an organisation: `circleci/…`. */
  readonly slugs: readonly string[];
}

/** What was read of accounts. `isListed`: false where the host has no such list. */
export interface ReadAccounts {
  readonly readAt: Instant;
  readonly isListed: boolean;
  /** Of all; those beyond the first are only counted. */
  readonly count: number;
  readonly accounts: readonly Account[];
}

export const ACCOUNT_VERDICTS = ['person', 'not-person'] as const;
/** What a person said an account is. Nobody else says so. */
export type AccountVerdict = (typeof ACCOUNT_VERDICTS)[number];

export interface JudgedAccount {
  readonly name: string;
  readonly verdict: AccountVerdict;
}

/** An account as it is offered for judgement. Without a verdict nobody has judged it yet. */
export interface AccountFacts extends Account {
  /** The inventory has projects of it: more likely an organisation, and still nobody's guess. */
  readonly hasProjects: boolean;
  readonly verdict?: AccountVerdict;
}

/** What the page shows of accounts: those that may be somebody who is not known yet, and those that were judged. */
export interface AccountsView extends Omit<ReadAccounts, 'accounts'> {
  readonly accounts: readonly AccountFacts[];
}

/** Why no accounts were read; what was known before stays. */
export type AccountsFailure =
  | { readonly kind: 'stopped' | 'busy' | 'storage' | 'no-such-connection' }
  | { readonly kind: 'api'; readonly failure: ApiFailure };

export const MOST_ACCOUNTS = 10_000;
