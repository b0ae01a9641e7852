import { foldText } from '../../../shared/domain/compare-text';
import type { ConnectionFacts } from '../../../shared/domain/connection';
import type { Coverage, ProjectCoverage } from '../../../shared/domain/coverage';
import { plain, projectWord } from '../../words/token-words';
import { OUTCOMES, type OutcomeKind } from './outcome-words';

/** One project of one connection, ready to be shown and looked for. */
export interface CoverageLine extends ProjectCoverage {
  /** Tells the line from all others, of whatever connection. */
  readonly key: string;
  readonly word: string;
  readonly connectionName: string;
  readonly search: string;
}

/** Which lines are wanted: the text somewhere in the project or the connection, and one outcome or all. */
export interface CoverageFilter {
  readonly text: string;
  readonly outcome: OutcomeKind | 'all';
}

/** The projects of all connections: what could not be read on top, then by connection and name. */
export function coverageLines(
  connections: readonly Pick<ConnectionFacts, 'id' | 'name'>[],
  coverageOf: (id: ConnectionFacts['id']) => Coverage | undefined,
): readonly CoverageLine[] {
  const lines = connections.flatMap(({ id, name }) =>
    (coverageOf(id)?.projects ?? []).map((project) => lineOf(project, plain(name))),
  );
  const places = new Map(connections.map(({ id }, place) => [id, place]));
  return lines.sort(
    (a, b) =>
      OUTCOMES.indexOf(a.outcome.kind) - OUTCOMES.indexOf(b.outcome.kind) ||
      (places.get(a.connection) ?? 0) - (places.get(b.connection) ?? 0) ||
      (a.search < b.search ? -1 : 1),
  );
}

function lineOf(project: ProjectCoverage, connectionName: string): CoverageLine {
  const word = plain(
    projectWord({
      project: project.project,
      ...(project.name !== undefined && { projectName: project.name }),
    }),
  );
  const search = foldText(`${word} ${project.project} ${project.name ?? ''} ${connectionName}`);
  return { ...project, key: `${project.connection} ${project.project}`, word, connectionName, search };
}

/** The lines whose text fits, whatever their outcome; every word that was typed must be somewhere in them. */
export function matchingLines(lines: readonly CoverageLine[], text: string): readonly CoverageLine[] {
  const words = foldText(text).split(/\s+/).filter(Boolean);
  if (words.length === 0) return lines;
  return lines.filter(({ search }) => words.every((word) => search.includes(word)));
}

export const withOutcome = (
  lines: readonly CoverageLine[],
  outcome: CoverageFilter['outcome'],
): readonly CoverageLine[] =>
  outcome === 'all' ? lines : lines.filter((line) => line.outcome.kind === outcome);

/** How many lines there are of each outcome. */
export function countOutcomes(lines: readonly CoverageLine[]): ReadonlyMap<OutcomeKind, number> {
  const counts = new Map<OutcomeKind, number>();
  for (const { outcome } of lines) counts.set(outcome.kind, (counts.get(outcome.kind) ?? 0) + 1);
  return counts;
}

/** A selection of lines without those that have been read: what is left may be tried once more. */
export function withoutRead(
  selected: ReadonlySet<string>,
  lines: readonly CoverageLine[],
): ReadonlySet<string> {
  const read = new Set(lines.filter(({ outcome }) => outcome.kind === 'read').map(({ key }) => key));
  return new Set([...selected].filter((key) => !read.has(key)));
}
