import type { TokenRecord } from '../../shared/domain/token';

/** A key, and how many tokens are to be seen after it. Those that change the number are the ones that count. */
export interface Keystroke {
  readonly key: string;
  readonly count: number;
  readonly isCounted: boolean;
}

/** What somebody looks for: labels, people in labels, projects, and two words at once. */
const TEXTS = ['deploy', 'weber', 'pricing-31', 'badge web-4', 'gh/acme/ca', 'terra novak', 'ledger-2'];

/** Types every text and deletes it again. The numbers come from the tokens themselves, by a plain search. */
export function keystrokes(tokens: readonly TokenRecord[]): readonly Keystroke[] {
  const searched = tokens.map(({ label, project = '', projectName = '', owner }) =>
    [label, projectName, project, owner?.name ?? ''].join('\n').toLowerCase(),
  );
  const counts = new Map([['', tokens.length]]);
  const countOf = (text: string) => {
    const words = text.split(' ').filter(Boolean);
    const known = counts.get(text);
    const count = known ?? searched.filter((one) => words.every((word) => one.includes(word))).length;
    counts.set(text, count);
    return count;
  };
  return TEXTS.flatMap((text) => {
    const typed = Array.from(text, (key, at) => ({
      key,
      from: text.slice(0, at),
      to: text.slice(0, at + 1),
    }));
    const deleted = typed.toReversed().map(({ from, to }) => ({ key: 'Backspace', from: to, to: from }));
    return [...typed, ...deleted].map(({ key, from, to }) => {
      const count = countOf(to);
      return { key, count, isCounted: count > 0 && count !== countOf(from) };
    });
  });
}
