import { isDue } from '../../../shared/domain/age-policy';
import { totalCoverage } from '../../../shared/domain/coverage';
import { isReconciled, type ReportBody } from '../../../shared/domain/report';
import { standing } from '../../../shared/domain/standing';
import { policyVerdict } from './policy-verdict';
import { unreadOf } from './report-source';
import type { ReviewMaterial } from './review-material';
import { reviewSections } from './review-sections';
import { reviewTotals } from './review-totals';
import type { Judged } from './token-columns';

/** The inventory under the rules: what is due, what is excepted, what is not known, and what could not be read. */
export function reviewReport(material: ReviewMaterial): ReportBody {
  const { sources, rules, now, shown } = material;
  const judged = judgedTokens(material);
  const sections = reviewSections(judged, sources, rules, now);
  const coverage = totalCoverage(sources.map((source) => source.coverage));
  const unread = unreadOf(sources);
  const totals = reviewTotals(sections, unread, material);
  const due = judged.filter((one) => isDue(one.due)).length;
  const excepted = judged.filter((one) => one.due.kind === 'excepted').length;
  const counts = { tokens: judged.length, due, excepted };
  const isWhole = shown === undefined;
  return {
    kind: 'review',
    title: 'Review of CircleCI API tokens',
    verdict: policyVerdict(rules.policy, counts, { coverage, isReconciled: isReconciled(totals), isWhole }),
    coverage,
    unread,
    totals,
    sections,
  };
}

function judgedTokens({ sources, rules, now, shown }: ReviewMaterial): readonly Judged[] {
  const refs = shown && new Set(shown.refs);
  return sources.flatMap(({ facts, tokens }) =>
    tokens
      .filter(({ ref }) => refs === undefined || refs.has(ref))
      .map((token) => ({ token, organisation: facts.name, due: standing(token, rules, now) })),
  );
}
