import type { Report, ReportSection } from '../../../shared/domain/report';
import { slicesOf, type Part } from './part';

/** The report as JSON, with every text as it is; one row a line. */
export function* reportJson({ sections, ...head }: Report): Iterable<Part> {
  yield { text: `${JSON.stringify(head, null, 1).slice(0, -2)},\n "sections": [`, rows: 0 };
  for (const [index, section] of sections.entries()) {
    yield { text: index === 0 ? '\n' : ',\n', rows: 0 };
    yield* sectionJson(section);
  }
  yield { text: '\n ]\n}\n', rows: 0 };
}

function* sectionJson({ rows, ...head }: ReportSection): Iterable<Part> {
  yield { text: `  ${JSON.stringify(head).slice(0, -1)},"rows":[`, rows: 0 };
  let before = '\n';
  for (const some of slicesOf(rows)) {
    yield { text: before + some.map((row) => `   ${JSON.stringify(row)}`).join(',\n'), rows: some.length };
    before = ',\n';
  }
  yield { text: ']}', rows: 0 };
}
