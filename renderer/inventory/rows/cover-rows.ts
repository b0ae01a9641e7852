import type { ConnectionId } from '../../../shared/domain/connection-id';
import type { Coverage } from '../../../shared/domain/coverage';
import type { RowCoverage, TokenRows } from './token-rows';

/** Writes into the rows of a connection how the last look at their list ended. */
export function coverRows(rows: TokenRows, connection: ConnectionId, coverage: Coverage): void {
  const outcomes = new Map<string, RowCoverage>(
    coverage.projects.map(({ project, outcome }) => [project, outcome.kind]),
  );
  const { connection: connections, project: projects, coverage: cells, source } = rows.columns;
  // Once for each different project, and not for each row.
  const outcomeOf = projects
    .texts()
    .map((project): RowCoverage =>
      project === '' ? coverage.personal.kind : (outcomes.get(project) ?? 'pending'),
    );
  const own = connections.texts().indexOf(connection);
  const [connectionAt, projectAt] = [connections.numbers(), projects.numbers()];
  for (let row = 0; row < rows.size(); row += 1) {
    if (connectionAt[row] !== own) continue;
    const outcome = outcomeOf[projectAt[row] ?? 0] ?? 'pending';
    cells.set(row, source.get(row) === 'by-hand' ? 'by-hand' : outcome);
  }
}
