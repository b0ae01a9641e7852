import { describeFailure } from './api-failure';
import type { CoverageGap } from './coverage';
import type { SourceName, SourceState, SyncSourceKind } from './sync-source';

/** The sources, as people know them. */
export const SOURCE_LABELS: Readonly<Record<SyncSourceKind, string>> = {
  organisations: 'organisations of this account',
  'v3-projects': 'v3\u00a0list',
  'private-projects': 'organisation',
  followed: 'followed projects',
  'v1.1-projects': 'v1.1\u00a0list',
  insights: 'insights',
  pipelines: 'recent pipelines',
  repositories: 'repositories',
};

/** A source with what it is asked about: `recent pipelines of acme`. */
export const sourceLabel = ({ kind, of, ofName }: Pick<SourceName, 'kind' | 'of' | 'ofName'>): string => {
  const about = ofName ?? of;
  return about === undefined ? SOURCE_LABELS[kind] : `${SOURCE_LABELS[kind]} of ${about}`;
};

/** Why an empty list is not believed. */
export const describeDoubt = (kept: number): string =>
  `The list came back empty, which nothing explains: ${String(kept)} known before ${kept === 1 ? 'is' : 'are'} kept.`;

/** Why a source left the set. */
export const RETIRED_BECAUSE: Readonly<Record<(SourceState & { readonly kind: 'retired' })['why'], string>> =
  {
    removed: 'CircleCI removed it (410)',
    upgraded: 'the host no longer has it since its upgrade',
    decided: 'by a person’s decision',
  };

/** What is missing, and why, in words for a report and for Coverage. */
export function gapWords(gap: CoverageGap): { readonly what: string; readonly why: string } {
  switch (gap.kind) {
    case 'source-failed':
      return { what: `Projects named by “${SOURCE_LABELS[gap.source]}”`, why: describeFailure(gap.failure) };
    case 'source-emptied':
      return {
        what: `Projects named by “${sourceLabel(gap.source)}”`,
        why: `The list came back empty, and had ${String(gap.source.rows)} before.`,
      };
    case 'source-not-asked':
      return {
        what: `Projects named by “${sourceLabel(gap.source)}”`,
        why: 'It answered in an earlier sync and was not asked in the last one.',
      };
    case 'source-uncovered':
      return {
        what: `Projects named by “${sourceLabel(gap.source)}”`,
        why: 'It is retired, and no other source that answered covers the same.',
      };
    case 'row-not-understood':
      return {
        what: gap.row.name,
        why: `Named by “${SOURCE_LABELS[gap.row.source]}” without anything that Rekey can ask for its tokens by.`,
      };
    case 'entries-lost':
      return {
        what: 'Tokens entered by hand',
        why: `${String(gap.count)} known before ${gap.count === 1 ? 'is' : 'are'} missing from the register’s file: kept as last known.`,
      };
  }
}
