import type { Report, ReportBody } from '../../../shared/domain/report';
import type { ReportFailure, ReportRequest, ReportScope } from '../../../shared/domain/report-request';
import type { RunView } from '../../../shared/domain/rotation-run';
import { withoutRepeats } from '../../../shared/domain/each-once';
import { totalCoverage } from '../../../shared/domain/coverage';
import { leaverReport } from '../../../shared/domain/leaver-report';
import { err, ok, type Result } from '../../../shared/result';
import { finishReport } from './finish-report';
import { incidentReport } from './incident-report';
import type { ReportPorts } from './report-ports';
import { unreadOf, unseenSource, type ReportSource } from './report-source';
import { reviewReport } from './review-report';
import { rotationReport } from './rotation-report';

/** A report, and the inventories that it was made from. */
export interface GatheredReport {
  readonly report: Report;
  readonly sources: readonly ReportSource[];
}

/** Makes the report that was asked for from what is known at this moment. Nothing is asked of CircleCI. */
export async function gatherReport(
  request: ReportRequest,
  ports: ReportPorts,
): Promise<Result<GatheredReport, ReportFailure>> {
  const scope = scopeOf(request, ports);
  if (scope === undefined) return err({ kind: 'nothing-to-report' });
  const found = await sourcesOf(scope, ports);
  if (!found.ok) return found;
  const sources = found.value;
  const now = ports.now();
  const runs = runsOf(request, sources, ports);
  const body = bodyOf(request, sources, runs, ports);
  if (body === undefined) return err({ kind: 'nothing-to-report' });
  const { policy } = ports.rules();
  const [from, to] = periodOf(request, runs, ports);
  const report = finishReport(body, {
    organisation: joined(sources.map(({ facts }) => facts.name)),
    account: joined(sources.map(({ facts }) => facts.login)),
    host: joined(sources.map(({ facts }) => facts.address)),
    madeBy: ports.osUser(),
    from,
    to,
    madeAt: now,
    filter: request.kind === 'review' ? (request.shown?.query ?? '') : '',
    policy: policy.name,
    policyHash: ports.policyHash(policy),
    ...(policy.riskAnalysis !== undefined && { riskAnalysis: policy.riskAnalysis }),
    appVersion: ports.appVersion,
    ledger: await ports.ledgerHead(),
  });
  return ok({ report, sources });
}

/** What was last known of one connection, or of all. */
export async function sourcesOf(
  scope: ReportScope,
  { connections, lastOf }: Pick<ReportPorts, 'connections' | 'lastOf'>,
): Promise<Result<readonly ReportSource[], ReportFailure>> {
  const wanted = connections().filter(({ id }) => scope === 'all' || id === scope);
  if (wanted.length === 0 && scope !== 'all') return err({ kind: 'no-such-connection' });
  const looks = await Promise.all(wanted.map(({ id }) => lastOf(id)));
  if (looks.every((look) => look === undefined)) return err({ kind: 'nothing-to-report' });
  return ok(
    withoutRepeats(
      wanted.map((facts, at) => {
        const look = looks[at];
        return look === undefined ? unseenSource(facts) : { ...look, facts };
      }),
    ),
  );
}

/** What a report is of; a checklist is of one connection. */
const scopeOf = (request: ReportRequest, { leaverOf }: ReportPorts): ReportScope | undefined =>
  request.kind === 'leaver' ? leaverOf(request.leaver)?.connection : request.connection;

function leaverBody(
  id: string,
  sources: readonly ReportSource[],
  { leaverOf }: ReportPorts,
): ReportBody | undefined {
  const leaver = leaverOf(id);
  const coverage = totalCoverage(sources.map((source) => source.coverage));
  return leaver && leaverReport(leaver, coverage, unreadOf(sources));
}

function bodyOf(
  request: ReportRequest,
  sources: readonly ReportSource[],
  runs: readonly RunView[],
  ports: ReportPorts,
): ReportBody | undefined {
  const now = ports.now();
  switch (request.kind) {
    case 'review': {
      const { shown } = request;
      return reviewReport({ sources, rules: ports.rules(), now, ...(shown !== undefined && { shown }) });
    }
    case 'rotation':
      return runs.length === 0 ? undefined : rotationReport(runs, sources);
    case 'incident':
      return request.before > now
        ? undefined
        : incidentReport({ sources, runs, before: request.before, now });
    case 'leaver':
      return leaverBody(request.leaver, sources, ports);
  }
}

/** The runs that a report is about: of its connections, and of its time. */
function runsOf(request: ReportRequest, sources: readonly ReportSource[], { runs }: ReportPorts) {
  const ids = new Set(sources.map(({ facts }) => facts.id));
  const own = runs().filter(({ connection }) => ids.has(connection));
  if (request.kind !== 'rotation') return own;
  const { from, to, run } = request;
  return own.filter(({ id, startedAt }) =>
    run === undefined ? from <= startedAt && startedAt <= to : id === run,
  );
}

function periodOf(
  request: ReportRequest,
  runs: readonly RunView[],
  ports: ReportPorts,
): readonly [from: number, to: number] {
  const now = ports.now();
  if (request.kind === 'leaver') return [ports.leaverOf(request.leaver)?.openedAt ?? now, now];
  if (request.kind === 'incident') return [request.before, now];
  const [only] = runs;
  if (request.kind === 'rotation' && request.run !== undefined && only !== undefined)
    return [only.startedAt, only.endedAt ?? now];
  return [request.from, Math.max(request.from, Math.min(request.to, now))];
}

const joined = (names: readonly string[]): string => [...new Set(names)].join(', ');
