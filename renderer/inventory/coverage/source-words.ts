import { describeFailure } from '../../../shared/domain/api-failure';
import {
  coverageGaps,
  type Coverage,
  type PersonalCoverage,
  type ProjectCoverage,
} from '../../../shared/domain/coverage';
import { describeDoubt, gapWords, SOURCE_LABELS } from '../../../shared/domain/coverage-gap-words';
import { exactUtc } from '../../words/date-words';

/** Who named a project: `followed projects, insights`; or since when nobody does. */
export function reportedWord({
  reportedBy,
  unnamedSince,
}: Pick<ProjectCoverage, 'reportedBy' | 'unnamedSince'>): string {
  const names = reportedBy.map((source) => SOURCE_LABELS[source]).join(', ');
  if (unnamedSince !== undefined) return `nobody since ${exactUtc(unnamedSince)}; before: ${names}`;
  return names === '' ? 'nobody' : names;
}

/** One sentence for each thing that stands between a sync and COMPLETE, besides lists that were not read. */
export const gapSentences = (coverage: Coverage): readonly string[] =>
  coverageGaps(coverage).map((gap) => {
    const { what, why } = gapWords(gap);
    if (gap.kind === 'source-failed')
      return `Projects may be missing: the source “${SOURCE_LABELS[gap.source]}” did not answer. ${why}`;
    return `Tokens may be missing. ${what}: ${why}`;
  });

/** Whether the account's own personal tokens are known, and that nobody else's can be. */
export function personalSentence(personal: PersonalCoverage): string {
  switch (personal.kind) {
    case 'read':
      return 'Personal tokens of this account were read. Those of other people can be seen by nobody but their owners.';
    case 'by-hand':
      return 'This host does not list personal tokens: those shown were entered by hand.';
    case 'pending':
      return 'Personal tokens were not read yet.';
    case 'in-doubt':
      return `Personal tokens are kept as last known. ${describeDoubt(personal.kept)}`;
    case 'unreachable':
      return `Personal tokens could not be read; those known before are kept. ${describeFailure(personal.failure)}`;
  }
}
