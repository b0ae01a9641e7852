import type { Coverage, ProjectCoverage } from '../../shared/domain/coverage';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { Snapshot } from './snapshots';

/**
 * The inventory after a look: what was read now, and what was known before of places that could not be read now. A
 * project that is no longer among the coverage takes its tokens with it.
 */
export function mergeRows(
  last: Snapshot | undefined,
  read: readonly TokenRecord[],
  coverage: Coverage,
  asked: readonly ProjectCoverage[],
): readonly TokenRecord[] {
  const outcomes = new Map(coverage.projects.map(({ project, outcome }) => [project, outcome.kind]));
  const askedNow = new Set(asked.map(({ project }) => project));
  const personalRead = coverage.personal.kind === 'read' || coverage.personal.kind === 'by-hand';

  const stillStands = (token: TokenRecord): boolean => {
    if (token.source === 'by-hand') return false;
    if (token.project === undefined) return !personalRead;
    const outcome = outcomes.get(token.project);
    return outcome !== undefined && !(outcome === 'read' && askedNow.has(token.project));
  };

  return [...read, ...(last?.tokens.filter(stillStands) ?? [])];
}

/** The tokens of `before` that `after` does not have. */
export function goneBetween(
  before: readonly TokenRecord[],
  after: readonly TokenRecord[],
): readonly TokenRef[] {
  const present = new Set(after.map(({ ref }) => ref));
  return before.filter(({ ref }) => !present.has(ref)).map(({ ref }) => ref);
}
