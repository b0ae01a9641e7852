import type { Instant } from '../../../shared/domain/instant';
import type { ReportSection, ReportTotal } from '../../../shared/domain/report';
import type { RunView } from '../../../shared/domain/rotation-run';
import type { ReportSource } from './report-source';

interface Material {
  readonly sources: readonly ReportSource[];
  readonly runs: readonly RunView[];
  readonly before: Instant;
}

/** Counts from dates of the inventory and steps of the runs alone, against the rows of the report. */
export function incidentTotals(
  sections: readonly ReportSection[],
  material: Material,
): readonly ReportTotal[] {
  const { there, gone } = countSource(material);
  const rows = (id: string) => sections.find((one) => one.id === id)?.rows ?? [];
  const sum = (at: number) => rows('counts').reduce((all, cells) => all + Number(cells[at]), 0);
  return [
    { what: 'Due then', atSource: there + gone, inReport: rows('tokens').length },
    { what: 'Due then, by scope', atSource: there + gone, inReport: sum(1) },
    { what: 'Replaced and proved gone', atSource: gone, inReport: sum(2) },
    { what: 'Left', atSource: there, inReport: rows('left').length },
  ];
}

function countSource({ sources, runs, before }: Material) {
  const counts = { there: 0, gone: 0 };
  const made = new Set<string>();
  for (const { startedAt, rows } of runs) {
    for (const { newRef, goneAt, createdAt } of rows) {
      if (startedAt >= before && newRef !== undefined) made.add(newRef);
      const isFromBefore = createdAt === undefined || createdAt < before;
      counts.gone += Number(goneAt !== undefined && goneAt >= before && isFromBefore);
    }
  }
  for (const { tokens } of sources)
    for (const { ref, createdAt, firstSeenAt } of tokens) {
      // A token is not younger than the moment at which it was first seen, whatever its date says.
      const isFromBefore = createdAt === undefined || createdAt < before || firstSeenAt < before;
      counts.there += Number(!made.has(ref) && isFromBefore);
    }
  return counts;
}
