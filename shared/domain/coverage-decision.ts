/**
 * What a person may say where the host proves nothing. `retire-source`: the source is not asked for any more.
 * `accept-empty-source`, `accept-empty-list`: it is empty by right. `project-gone`, `organisation-gone`: with all its tokens.
 */
export const COVERAGE_DECISIONS = [
  'retire-source',
  'accept-empty-source',
  'accept-empty-list',
  'project-gone',
  'organisation-gone',
] as const;

/** `subject`: a source's key, a project's slug, or what an organisation is asked about by. */
export interface CoverageDecision {
  readonly kind: (typeof COVERAGE_DECISIONS)[number];
  readonly subject: string;
}

/** The list of the account's own personal tokens, as the subject of a decision. */
export const PERSONAL_LIST = 'personal-tokens';

/** `ledger`: it could not be written down, and is not so. */
export type DecisionFailure = {
  readonly kind: 'no-such-connection' | 'busy' | 'not-possible' | 'declined' | 'ledger';
};
