import { totalCoverage } from '../../../shared/domain/coverage';
import type { ReportSection } from '../../../shared/domain/report';
import { moment, number, text } from './columns';
import type { ReportSource } from './report-source';
import { kindName, scopeName, STANDINGS, standingWord, type Standing } from './report-words';
import type { Judged } from './token-columns';

/** Where and when it was looked. */
export function looksSection(sources: readonly ReportSource[]): ReportSection {
  return {
    id: 'looks',
    title: 'Where Rekey looked',
    note: 'CircleCI shows personal tokens to their owners only: those of other people are in no list, unless somebody entered them by hand.',
    columns: [
      text('organisation', 'Connection'),
      text('account', 'Account'),
      text('host', 'Host'),
      moment('looked', 'Looked'),
      number('tokens', 'Tokens'),
      number('read', 'Projects read'),
      number('projects', 'Projects named'),
    ],
    rows: sources.map(({ facts, takenAt, tokens: all, coverage }) => {
      const { read, projects } = totalCoverage([coverage]);
      return [facts.name, facts.login, facts.address, takenAt ?? null, all.length, read, projects];
    }),
  };
}

/** How many tokens of each scope stand how. */
export function countsSection(judged: readonly Judged[]): ReportSection {
  const groups = new Map<string, Map<Standing, number>>();
  for (const { token, due } of judged) {
    const name = `${kindName(token)}, ${scopeName(token)}`;
    const group = groups.get(name) ?? new Map<Standing, number>();
    const word = standingWord(due);
    groups.set(name, group.set(word, (group.get(word) ?? 0) + 1));
  }
  return {
    id: 'counts',
    title: 'By scope and standing',
    columns: [
      text('scope', 'Scope'),
      ...STANDINGS.map((word) => number(word, word)),
      number('total', 'Total'),
    ],
    rows: [...groups].toSorted(byName).map(([name, group]) => {
      const perWord = STANDINGS.map((word) => group.get(word) ?? 0);
      return [name, ...perWord, perWord.reduce((all, count) => all + count, 0)];
    }),
  };
}

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) => a.localeCompare(b);
