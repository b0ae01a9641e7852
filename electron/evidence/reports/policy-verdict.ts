import type { AgePolicy } from '../../../shared/domain/age-policy';
import type { CoverageTotals } from '../../../shared/domain/coverage';
import type { ReportVerdict } from '../../../shared/domain/report';
import { countWord, counted, coverageName } from './report-words';

interface Counts {
  readonly tokens: number;
  readonly due: number;
  readonly excepted: number;
}

interface Grounds {
  readonly coverage: CoverageTotals;
  readonly isReconciled: boolean;
  /** False where a filter left tokens out. */
  readonly isWhole: boolean;
}

/**
 * Whether a review may say “meets policy”: only where everything was read, the totals agree, nothing was left out, no token is
 * due, and whoever wants a risk analysis has named one. It is evidence for a policy, and says no more than that.
 */
export function policyVerdict(policy: AgePolicy, counts: Counts, grounds: Grounds): ReportVerdict {
  const about = `Evidence for the policy “${policy.name}”`;
  const open = whyOpen(policy, grounds);
  const of = counted(counts.tokens, 'token');
  const [was, is] = [`${countWord(counts.due)} of ${of}`, counts.due === 1 ? 'is due' : 'are due'];
  if (open !== undefined)
    return { isMet: false, sentence: `${about}: ${was} ${is}. Whether it is met cannot be said: ${open}` };
  if (counts.due > 0) return { isMet: false, sentence: `${about}: not met, ${was} ${is}.` };
  const excepted = counts.excepted === 0 ? '' : `, ${countWord(counts.excepted)} under an exception`;
  return { isMet: true, sentence: `${about}: meets policy, none of ${of} is due${excepted}.` };
}

function whyOpen(policy: AgePolicy, { coverage, isReconciled, isWhole }: Grounds): string | undefined {
  const hasLimits = Object.keys(policy.maxAgeDays).length > 0 || policy.createdBefore !== undefined;
  if (!hasLimits) return 'it sets no limit, so that this is an inventory only.';
  if (!coverage.isComplete) return `what was read is ${coverageName(coverage)}.`;
  if (!isReconciled) return 'the totals of this report do not agree with their source.';
  if (!isWhole) return 'a filter left tokens out.';
  const isNamed = policy.riskAnalysis !== undefined && policy.riskAnalysis.trim() !== '';
  if (policy.wantsRiskAnalysis === true && !isNamed)
    return 'the policy names no risk analysis that its limits rest on.';
  return undefined;
}
