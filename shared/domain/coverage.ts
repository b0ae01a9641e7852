import type { ApiFailure } from './api-failure';
import type { ConnectionId } from './connection-id';
import type { Instant } from './instant';
import type { ProjectSlug } from './project-slug';
import { isCovered, type SyncSource, type SyncSourceKind } from './sync-source';

/** The calls by which a host names its projects. None is complete by itself. */
export type DiscoverySource = Exclude<SyncSourceKind, 'organisations'>;

/**
 * How the last sync of one project ended. `pending`: it has not come to it. `in-doubt`: the list was empty, which nothing
 * explains; so many tokens known before are kept.
 */
export type ProjectOutcome =
  | { readonly kind: 'pending' }
  | { readonly kind: 'read'; readonly tokens: number }
  | { readonly kind: 'in-doubt'; readonly kept: number }
  | { readonly kind: 'refused'; readonly failure: ApiFailure }
  | { readonly kind: 'unreachable'; readonly failure: ApiFailure };

/** One line of the coverage ledger: a project, who named it, and whether its tokens were read. */
export interface ProjectCoverage {
  readonly connection: ConnectionId;
  readonly project: ProjectSlug;
  readonly name?: string;
  /** CircleCI's own id of the project, where some source told it: it stays when the slug changes. */
  readonly id?: string;
  /** Other slugs of the same project: other spellings, and those that it had before a rename or transfer. */
  readonly aliases?: readonly ProjectSlug[];
  readonly reportedBy: readonly DiscoverySource[];
  /** When a source last named it, where none does now. It is read all the same. */
  readonly unnamedSince?: Instant;
  readonly outcome: ProjectOutcome;
}

/** Whether the account's own personal tokens were listed, or are only known from the register. */
export type PersonalCoverage =
  | { readonly kind: 'pending' }
  | { readonly kind: 'read' }
  | { readonly kind: 'by-hand' }
  | { readonly kind: 'in-doubt'; readonly kept: number }
  | {
      readonly kind: 'unreachable';
      readonly failure: ApiFailure;
    };

/** An organisation that a source named at some time: it is asked about in every sync from then on. */
export interface KnownOrganisation {
  readonly id?: string;
  readonly slug?: string;
  readonly name: string;
}

/** A row that names no project that Rekey can ask for, by what it tells. */
export interface UnreadRow {
  readonly source: SyncSourceKind;
  readonly name: string;
}

/**
 * Coverage of one sync of one connection. `failedSources`: calls that should have named organisations or projects and did
 * not answer. What is optional is absent from snapshots of before it was kept.
 */
export interface Coverage {
  readonly projects: readonly ProjectCoverage[];
  readonly personal: PersonalCoverage;
  readonly failedSources: readonly { readonly source: SyncSourceKind; readonly failure: ApiFailure }[];
  /** Every source that ever answered, and those that this host must have. */
  readonly sources?: readonly SyncSource[];
  readonly organisations?: readonly KnownOrganisation[];
  readonly unreadRows?: readonly UnreadRow[];
  /** Which interfaces the host showed: an upgrade is seen by the difference. */
  readonly versions?: { readonly v2: boolean; readonly v3: boolean };
  /** Entries of the register kept by hand that are no longer in its file, though nobody removed them. */
  readonly lostEntries?: number;
  /** A person decided that the host no longer lists personal tokens. */
  readonly personalRetiredAt?: Instant;
}

export interface CoverageTotals {
  readonly read: number;
  readonly projects: number;
  readonly isComplete: boolean;
}

/** Why a sync is PARTIAL, apart from lists of tokens that were not read. */
export type CoverageGap =
  | { readonly kind: 'source-failed'; readonly source: SyncSourceKind; readonly failure: ApiFailure }
  | { readonly kind: 'source-emptied' | 'source-not-asked' | 'source-uncovered'; readonly source: SyncSource }
  | { readonly kind: 'row-not-understood'; readonly row: UnreadRow }
  | { readonly kind: 'entries-lost'; readonly count: number };

/** What stands between a coverage and COMPLETE besides its projects and its personal list. */
export function coverageGaps(coverage: Coverage): readonly CoverageGap[] {
  const { failedSources, sources = [], unreadRows = [], lostEntries = 0 } = coverage;
  return [
    ...failedSources.map(({ source, failure }) => ({ kind: 'source-failed' as const, source, failure })),
    ...sources.flatMap((source): CoverageGap[] => {
      if (source.state.kind === 'emptied') return [{ kind: 'source-emptied', source }];
      if (source.state.kind === 'not-asked') return [{ kind: 'source-not-asked', source }];
      const isOpen = source.state.kind === 'retired' && !isCovered(source, sources);
      return isOpen ? [{ kind: 'source-uncovered', source }] : [];
    }),
    ...unreadRows.map((row) => ({ kind: 'row-not-understood' as const, row })),
    ...(lostEntries > 0 ? [{ kind: 'entries-lost' as const, count: lostEntries }] : []),
  ];
}

/** True where the account's own personal tokens were neither read nor are kept by hand. */
export const isPersonalMissed = ({ personal }: Pick<Coverage, 'personal'>): boolean =>
  personal.kind !== 'read' && personal.kind !== 'by-hand';

/**
 * COMPLETE means: every list of tokens was read, every source that ever answered answered again or is retired and covered by
 * another, every row was understood, and personal tokens were not missed. A row that names no project counts as one unread.
 */
export function totalCoverage(coverages: readonly Coverage[]): CoverageTotals {
  let read = 0;
  let projects = 0;
  let isComplete = coverages.length > 0;
  for (const coverage of coverages) {
    for (const { outcome } of coverage.projects) {
      projects += 1;
      if (outcome.kind === 'read') read += 1;
    }
    projects += coverage.unreadRows?.length ?? 0;
    if (isPersonalMissed(coverage) || coverageGaps(coverage).length > 0) isComplete = false;
  }
  return { read, projects, isComplete: isComplete && read === projects };
}

/** `unnamed`: the coverage does not know the project, so nothing was asked. */
export type ListReading = 'read' | 'unread' | 'unnamed';

/**
 * Whether the list that a token stands in was confidently read. This is the one place that says whether absence means
 * anything: only where it answers `read` is a token that is not in the list gone.
 */
export function readingOf({
  projects,
  personal,
}: Pick<Coverage, 'projects' | 'personal'>): (token: { readonly project?: ProjectSlug }) => ListReading {
  const outcomes = new Map(projects.map(({ project, outcome }) => [project, outcome.kind]));
  return ({ project }) => {
    if (project === undefined) return personal.kind === 'read' ? 'read' : 'unread';
    const outcome = outcomes.get(project);
    if (outcome === undefined) return 'unnamed';
    return outcome === 'read' ? 'read' : 'unread';
  };
}
