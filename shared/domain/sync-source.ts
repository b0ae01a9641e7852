import type { ApiFailure } from './api-failure';
import type { Instant } from './instant';

/** The calls that tell which organisations and projects there are. No one of them is complete by itself. */
export type SyncSourceKind =
  | 'organisations'
  | 'v3-projects'
  | 'private-projects'
  | 'followed'
  | 'v1.1-projects'
  | 'insights'
  | 'pipelines'
  | 'repositories';

/** One call as it is asked: its kind, and of which organisation or VCS. */
export interface SourceName {
  /** Tells the source from all others of its connection. */
  readonly key: string;
  readonly kind: SyncSourceKind;
  /** The organisation by its slug, or by its id where it has none; the VCS of a list of repositories. */
  readonly of?: string;
  /** The organisation's name for people. */
  readonly ofName?: string;
}

/** What a source answered in one sync. */
export interface SourceReply extends SourceName {
  readonly answer:
    | { readonly kind: 'answered'; readonly rows: number }
    | { readonly kind: 'failed'; readonly failure: ApiFailure };
}

/**
 * `emptied`: an empty list where there were rows before, which proves nothing. `retired`: out of the set for good, because the
 * host removed the call (410), because an upgrade did, or because a person decided so.
 */
export type SourceState =
  | { readonly kind: 'answered' | 'emptied' | 'not-asked' }
  | { readonly kind: 'failed'; readonly failure: ApiFailure }
  | { readonly kind: 'retired'; readonly why: 'removed' | 'upgraded' | 'decided'; readonly at: Instant };

/** A source that answered at some time, or that this host must have. */
export interface SyncSource extends SourceName {
  /** How many rows it had when it last answered with any. */
  readonly rows: number;
  /** Absent where it never answered. */
  readonly lastAnsweredAt?: Instant;
  readonly state: SourceState;
}

/** Which other sources list what one lists. Those of an organisation stand in for each other in that organisation only. */
const SUBSTITUTES: Readonly<Record<SyncSourceKind, readonly SyncSourceKind[]>> = {
  organisations: [],
  'v3-projects': ['private-projects'],
  'private-projects': ['v3-projects'],
  followed: ['v1.1-projects'],
  'v1.1-projects': ['followed'],
  insights: ['pipelines', 'private-projects', 'v3-projects'],
  pipelines: ['insights', 'private-projects', 'v3-projects'],
  repositories: ['v1.1-projects', 'followed'],
};

/** True where another source, which answered, covers the same organisation and kind. */
export function isCovered(retired: SourceName, sources: readonly SyncSource[]): boolean {
  const isOfAccount = retired.kind === 'repositories';
  return sources.some(
    ({ kind, of, state }) =>
      state.kind === 'answered' &&
      SUBSTITUTES[retired.kind].includes(kind) &&
      (isOfAccount || of === retired.of),
  );
}
