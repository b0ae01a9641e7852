import type { ApiFailure } from './api-failure';
import type { ConnectionId } from './connection-id';
import type { ProjectSlug } from './project-slug';

/** The calls by which a host names its projects. None is complete by itself. */
export type DiscoverySource =
  | 'v3-projects'
  | 'private-projects'
  | 'followed'
  | 'v1.1-projects'
  | 'insights'
  | 'pipelines'
  | 'repositories';

/** How the last look at one project ended. `pending`: this look has not come to it. */
export type ProjectOutcome =
  | { readonly kind: 'pending' }
  | { readonly kind: 'read'; readonly tokens: number }
  | { readonly kind: 'refused'; readonly failure: ApiFailure }
  | { readonly kind: 'unreachable'; readonly failure: ApiFailure };

/** One line of the coverage ledger: a project, who named it, and whether its tokens were read. */
export interface ProjectCoverage {
  readonly connection: ConnectionId;
  readonly project: ProjectSlug;
  readonly name?: string;
  readonly reportedBy: readonly DiscoverySource[];
  readonly outcome: ProjectOutcome;
}

/** Whether the account's own personal tokens were listed, or are only known from the register. */
export type PersonalCoverage =
  | { readonly kind: 'pending' }
  | { readonly kind: 'read' }
  | { readonly kind: 'by-hand' }
  | {
      readonly kind: 'unreachable';
      readonly failure: ApiFailure;
    };

/** Coverage of one look at one connection. `failedSources`: calls that should have named projects and did not answer. */
export interface Coverage {
  readonly projects: readonly ProjectCoverage[];
  readonly personal: PersonalCoverage;
  readonly failedSources: readonly { readonly source: DiscoverySource; readonly failure: ApiFailure }[];
}

export interface CoverageTotals {
  readonly read: number;
  readonly projects: number;
  readonly isComplete: boolean;
}

/** COMPLETE means: every named project was read, every source of names answered, and personal tokens were not missed. */
export function totalCoverage(coverages: readonly Coverage[]): CoverageTotals {
  let read = 0;
  let projects = 0;
  let isComplete = coverages.length > 0;
  for (const coverage of coverages) {
    for (const { outcome } of coverage.projects) {
      projects += 1;
      if (outcome.kind === 'read') read += 1;
    }
    const personalMissed = coverage.personal.kind === 'pending' || coverage.personal.kind === 'unreachable';
    if (personalMissed || coverage.failedSources.length > 0) isComplete = false;
  }
  return { read, projects, isComplete: isComplete && read === projects };
}
