import { describeFailure } from '../../../shared/domain/api-failure';
import type { Coverage, DiscoverySource, PersonalCoverage } from '../../../shared/domain/coverage';

/** The calls that name projects, as people know them. */
const SOURCE_WORDS: Readonly<Record<DiscoverySource, string>> = {
  'v3-projects': 'v3\u00a0list',
  'private-projects': 'organisation',
  followed: 'followed projects',
  'v1.1-projects': 'v1.1\u00a0list',
  insights: 'insights',
  pipelines: 'recent pipelines',
  repositories: 'repositories',
};

/** Who named a project: `followed projects, insights`. */
export const reportedWord = (sources: readonly DiscoverySource[]): string =>
  sources.length === 0 ? 'nobody' : sources.map((source) => SOURCE_WORDS[source]).join(', ');

/** One sentence for a source of names that did not answer. */
export const failedSourceSentence = ({ source, failure }: Coverage['failedSources'][number]): string =>
  `Projects may be missing: the source “${SOURCE_WORDS[source]}” did not answer. ${describeFailure(failure)}`;

/** Whether the account's own personal tokens are known, and that nobody else's can be. */
export function personalSentence(personal: PersonalCoverage): string {
  switch (personal.kind) {
    case 'read':
      return 'Personal tokens of this account were read. Those of other people can be seen by nobody but their owners.';
    case 'by-hand':
      return 'This host does not list personal tokens: those shown were entered by hand.';
    case 'pending':
      return 'Personal tokens were not read yet.';
    case 'unreachable':
      return `Personal tokens could not be read; those known before are kept. ${describeFailure(personal.failure)}`;
  }
}
