import type { DriftChange, DriftKind } from '../../../shared/domain/drift';
import {
  changeCount,
  type DriftFailure,
  type DriftReport,
  type LookFacts,
} from '../../../shared/domain/drift-report';
import type { Instant } from '../../../shared/domain/instant';
import type { TokenRecord } from '../../../shared/domain/token';
import { counted, countWord } from '../../words/count-words';
import { coverageWord } from '../../words/coverage-words';
import { distanceWord, exactUtc } from '../../words/date-words';
import { plain } from '../../words/token-words';

export const DRIFT_NAMES: Readonly<Record<DriftKind, string>> = {
  'deleted-outside': 'Deleted outside Rekey',
  're-created': 'Re-created',
  new: 'New',
  'owner-changed': 'Changed owner',
  'first-read': 'Seen for the first time',
  'project-gone': 'Gone with their project',
  'made-by-rekey': 'Made by Rekey',
  'retired-by-rekey': 'Deleted by Rekey',
};

/** What each kind means, in one sentence. */
export const DRIFT_MEANINGS: Readonly<Record<DriftKind, string>> = {
  'deleted-outside': 'They were listed then and are not now, and it was not Rekey that deleted them.',
  're-created': 'One is gone and another has come with the same project, label and scope. Not by Rekey.',
  new: 'They were not listed then, and it was not Rekey that made them.',
  'owner-changed': 'The same token, known as somebody else’s.',
  'first-read': 'Their list was not read then, so they may be older.',
  'project-gone': 'No source names their project any more. Whether they were deleted cannot be seen.',
  'made-by-rekey': 'The successors that a rotation made.',
  'retired-by-rekey': 'The old tokens of a rotation, or new ones that were discarded.',
};

/** What became of one token, in a few words. */
export function changeWord(change: DriftChange, now: Instant): string {
  const { kind, token } = change;
  switch (kind) {
    case 're-created':
      return `${agePart('Made', token, now)}; the former one ${madePart(change.was, now)}`;
    case 'owner-changed':
      return `From ${ownerWord(change.was)} to ${ownerWord(token)}`;
    case 'new':
    case 'first-read':
    case 'made-by-rekey':
      return agePart('Made', token, now);
    case 'deleted-outside':
    case 'project-gone':
    case 'retired-by-rekey':
      return token.createdAt === undefined
        ? 'No longer listed'
        : `No longer listed; made ${distanceWord(token.createdAt, now)}`;
  }
}

const agePart = (verb: string, { createdAt, firstSeenAt }: TokenRecord, now: Instant) =>
  createdAt === undefined
    ? `First seen ${distanceWord(firstSeenAt, now)}`
    : `${verb} ${distanceWord(createdAt, now)}`;

const madePart = ({ createdAt, firstSeenAt }: TokenRecord, now: Instant) =>
  createdAt === undefined
    ? `was first seen ${distanceWord(firstSeenAt, now)}`
    : `was made ${distanceWord(createdAt, now)}`;

const ownerWord = ({ owner }: TokenRecord) => (owner === undefined ? 'nobody known' : plain(owner.name));

/** A kept look as a person chooses it: its time, its size, and how much of it was read. */
export const lookWord = ({ takenAt, tokens, coverage }: LookFacts): string =>
  `${exactUtc(takenAt)} · ${counted(tokens, 'token')} · ${coverageWord(coverage)}`;

/** How much has changed: `12 changes since 2026-11-23 14:02 UTC`. */
export function summaryOf({ since, counts }: Pick<DriftReport, 'since' | 'counts'>): string {
  const all = changeCount({ counts });
  const when = exactUtc(since.takenAt);
  return all === 0 ? `Nothing changed since ${when}` : `${counted(all, 'change')} since ${when}`;
}

/** What the comparison could not see; nothing where it saw all. */
export function uncheckedSentence(unchecked: number): string | undefined {
  if (unchecked === 0) return undefined;
  const [their, none] = unchecked === 1 ? ['its', 'It does not count'] : ['their', 'None of them counts'];
  return `${counted(unchecked, 'token')} could not be looked for: ${their} list was not read this time. ${none} as gone.`;
}

/** What is not listed of many changes; nothing where all are. */
export function beyondSentence({
  counts,
  changes,
}: Pick<DriftReport, 'counts' | 'changes'>): string | undefined {
  const all = changeCount({ counts });
  return all === changes.length
    ? undefined
    : `Only the first ${countWord(changes.length)} changes are listed below; the counts are of all.`;
}

/** Why there is no comparison, and what to do. */
export function driftFailureSentence(failure: DriftFailure | { readonly kind: 'refused' }): string {
  switch (failure.kind) {
    case 'nothing-to-compare':
      return 'Rekey compares the last look with those before it. Refresh, and what changed in between stands here.';
    case 'no-such-snapshot':
      return 'The look that was chosen is no longer kept. Choose another one.';
    case 'no-such-connection':
      return 'This connection is no longer there.';
    case 'refused':
      return 'Rekey refused its own page.';
  }
}
