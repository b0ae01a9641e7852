import { isDue } from '../../../shared/domain/age-policy';
import { totalCoverage } from '../../../shared/domain/coverage';
import type { Instant } from '../../../shared/domain/instant';
import { incidentPolicy } from '../../../shared/domain/policy-presets';
import { isReconciled, type ReportBody } from '../../../shared/domain/report';
import type { RunView } from '../../../shared/domain/rotation-run';
import { standing } from '../../../shared/domain/standing';
import type { TokenRef } from '../../../shared/domain/token-ref';
import { incidentSections } from './incident-sections';
import { incidentTotals } from './incident-totals';
import type { Affected } from './affected-token';
import { unreadOf, type ReportSource } from './report-source';
import { countWord, counted, coverageName } from './report-words';

/** What an incident's report is made of. */
export interface IncidentMaterial {
  readonly sources: readonly ReportSource[];
  readonly runs: readonly RunView[];
  /** Everything that was created before it was to be replaced. */
  readonly before: Instant;
  readonly now: Instant;
}

/** Everything from before a moment: what was due then, what is replaced and proved gone, and what is left. */
export function incidentReport({ sources, runs, before, now }: IncidentMaterial): ReportBody {
  const affected = [...stillThere({ sources, runs, before, now }), ...replaced(runs, before)];
  const sections = incidentSections(affected);
  const coverage = totalCoverage(sources.map((source) => source.coverage));
  const totals = incidentTotals(sections, { sources, runs, before });
  const left = affected.filter(({ row }) => row?.step !== 'gone').length;
  const isMet = left === 0 && coverage.isComplete && isReconciled(totals);
  const gone = `${countWord(affected.length - left)} of ${counted(affected.length, 'token')} from before it replaced and proved gone`;
  const partial = coverage.isComplete ? '' : ` What was read is ${coverageName(coverage)}.`;
  return {
    kind: 'incident',
    title: 'Incident: everything from before a moment',
    verdict: {
      isMet,
      sentence: `Evidence for an incident: ${gone}${left === 0 ? '' : `; ${countWord(left)} left`}.${partial}`,
    },
    coverage,
    unread: unreadOf(sources),
    totals,
    sections,
  };
}

/** Tokens that the inventory has and that are from before, or of unknown age; not those that a run has made since. */
function stillThere({ sources, runs, before, now }: IncidentMaterial): readonly Affected[] {
  const rules = { policy: incidentPolicy(before), exceptions: [] };
  const madeSince = new Set<TokenRef | undefined>(
    runs
      .filter(({ startedAt }) => startedAt >= before)
      .flatMap(({ rows }) => rows.map(({ newRef }) => newRef)),
  );
  const rowOf = new Map(
    runs.flatMap(({ rows }) =>
      rows.filter(({ step }) => step !== 'gone').map((row) => [row.ref, row] as const),
    ),
  );
  return sources.flatMap(({ facts, tokens }) =>
    tokens
      .filter((token) => !madeSince.has(token.ref) && isDue(standing(token, rules, now)))
      .map((token) => {
        const row = rowOf.get(token.ref);
        return { subject: token, organisation: facts.name, ...(row !== undefined && { row }) };
      }),
  );
}

/** Rows whose old token was from before, or of unknown age, and is proved gone. */
const replaced = (runs: readonly RunView[], before: Instant): readonly Affected[] =>
  runs.flatMap(({ rows, organisation }) =>
    rows
      .filter(
        ({ step, createdAt, goneAt }) =>
          step === 'gone' && (createdAt ?? 0) < before && (goneAt ?? 0) >= before,
      )
      .map((row) => ({ subject: row, organisation, row })),
  );
