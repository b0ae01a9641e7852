import type { ConnectionId } from '../../../shared/domain/connection-id';
import type { Coverage } from '../../../shared/domain/coverage';
import type { RowCoverage, TokenRows } from './token-rows';

/** Writes into the rows of a connection how the last look at their list ended. */
export function coverRows(rows: TokenRows, connection: ConnectionId, coverage: Coverage): void {
  const outcomes = new Map<string, RowCoverage>(
    coverage.projects.map(({ project, outcome }) => [project, outcome.kind]),
  );
  const { connection: connections, project: projects, coverage: cells, source } = rows.columns;
  const personal: RowCoverage = coverage.personal.kind;
  for (let row = 0; row < rows.size(); row += 1) {
    if (connections.get(row) !== connection) continue;
    const project = projects.get(row);
    const isByHand = source.get(row) === 'by-hand';
    const outcome = project === '' ? personal : (outcomes.get(project) ?? 'pending');
    cells.set(row, isByHand ? 'by-hand' : outcome);
  }
}
