import { isDue } from '../../../shared/domain/age-policy';
import type { ReportCell, ReportSection, ReportTotal, Unread } from '../../../shared/domain/report';
import { standing } from '../../../shared/domain/standing';
import { countUnread } from './report-source';
import type { ReviewMaterial } from './review-material';

/**
 * Every count twice: from the inventory itself, in one walk of its own, and from the rows that the report has. That the two
 * agree is what makes a report one that adds up.
 */
export function reviewTotals(
  sections: readonly ReportSection[],
  unread: readonly Unread[],
  material: ReviewMaterial,
): readonly ReportTotal[] {
  const source = countSource(material);
  const rows = (id: string) => sectionOf(sections, id).rows.length;
  return [
    { what: 'Tokens', atSource: source.tokens, inReport: rows('tokens') },
    {
      what: 'Tokens by scope and standing',
      atSource: source.tokens,
      inReport: sum(sectionOf(sections, 'counts'), 'total'),
    },
    { what: 'Due', atSource: source.due, inReport: rows('due') },
    { what: 'Under an exception', atSource: source.excepted, inReport: rows('exceptions') },
    { what: 'Of unknown age', atSource: source.ageless, inReport: rows('unknown-age') },
    { what: 'Without an owner', atSource: source.ownerless, inReport: rows('no-owner') },
    { what: 'Lists not read', atSource: countUnread(material.sources), inReport: unread.length },
    shownTotal(sections, material) ?? readTotal(sections, material),
  ];
}

/** One pass over the records, which shares nothing with the tables but the verdict itself. */
function countSource({ sources, rules, now, shown }: ReviewMaterial) {
  const refs = shown && new Set<string>(shown.refs);
  const counts = { tokens: 0, due: 0, excepted: 0, ageless: 0, ownerless: 0 };
  for (const { tokens } of sources) {
    for (const token of tokens) {
      if (refs?.has(token.ref) === false) continue;
      const due = standing(token, rules, now);
      counts.tokens += 1;
      counts.due += Number(isDue(due));
      counts.excepted += Number(due.kind === 'excepted');
      counts.ageless += Number(token.createdAt === undefined);
      counts.ownerless += Number(token.owner === undefined);
    }
  }
  return counts;
}

/** What the page said that it shows, against what of it was found. */
function shownTotal(sections: readonly ReportSection[], { shown }: ReviewMaterial): ReportTotal | undefined {
  if (shown === undefined) return undefined;
  const inReport = sectionOf(sections, 'tokens').rows.length;
  return { what: 'Tokens that the filter shows', atSource: shown.refs.length, inReport };
}

/** What the look counted project by project, against the rows of those projects. */
function readTotal(sections: readonly ReportSection[], { sources }: ReviewMaterial): ReportTotal {
  const read = new Map<ReportCell, number>();
  for (const { facts, coverage } of sources)
    for (const { project, outcome } of coverage.projects)
      if (outcome.kind === 'read') add(read, `${facts.name}\n${project}`, outcome.tokens);
  const table = sectionOf(sections, 'tokens');
  const [name, slug, from] = ['organisation', 'slug', 'source'].map((id) => columnOf(table, id));
  const inReport = table.rows.filter(
    (row) =>
      read.has(`${String(row[name ?? -1])}\n${String(row[slug ?? -1])}`) && row[from ?? -1] === 'CircleCI',
  ).length;
  const atSource = [...read.values()].reduce((all, count) => all + count, 0);
  return { what: 'Tokens of the projects that were read', atSource, inReport };
}

/** Two connections may have the same name. */
const add = (counts: Map<ReportCell, number>, key: string, more: number) =>
  counts.set(key, (counts.get(key) ?? 0) + more);

function sectionOf(sections: readonly ReportSection[], id: string): ReportSection {
  const section = sections.find((one) => one.id === id);
  if (section === undefined) throw new Error(`a report of this kind has a section ${id}`);
  return section;
}

const columnOf = ({ columns }: ReportSection, id: string) => columns.findIndex((column) => column.id === id);

const sum = (section: ReportSection, id: string) => {
  const at = columnOf(section, id);
  return section.rows.reduce((all, row) => all + Number(row[at] ?? 0), 0);
};
