import { canRun, type Command } from './command';

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string) =>
  plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');

/**
 * The commands that a text means, the best first: each word of it has to be found in the title or the section. Without a
 * text, all of them, those that can run first.
 */
export function rankCommands(commands: readonly Command[], text: string): readonly Command[] {
  const wanted = wordsOf(text);
  if (wanted.length === 0) return commands.toSorted((a, b) => Number(canRun(b)) - Number(canRun(a)));
  return commands
    .map((command) => ({ command, score: scoreOf(command, wanted) }))
    .filter(({ score }) => score > 0)
    .toSorted((a, b) => b.score - a.score)
    .map(({ command }) => command);
}

function scoreOf({ title, section }: Command, wanted: readonly string[]): number {
  const titleWords = wordsOf(title);
  const sectionWords = wordsOf(section);
  let total = 1;
  for (const word of wanted) {
    const score = Math.max(2 * best(titleWords, word), best(sectionWords, word));
    if (score === 0) return 0;
    total += score;
  }
  return total;
}

const best = (words: readonly string[], wanted: string) =>
  Math.max(0, ...words.map((word) => closeness(word, wanted)), isInitials(words, wanted) ? 2 : 0);

/** 4 the word itself, 3 its beginning, 2 a part of it, 1 its letters in this order, 0 another word. */
function closeness(word: string, wanted: string): number {
  if (word === wanted) return 4;
  if (word.startsWith(wanted)) return 3;
  if (wanted.length > 1 && word.includes(wanted)) return 2;
  return wanted.length > 2 && isSubsequence(word, wanted) ? 1 : 0;
}

const isInitials = (words: readonly string[], wanted: string) =>
  wanted.length > 1 &&
  words
    .map((word) => word[0] ?? '')
    .join('')
    .startsWith(wanted);

/** Letters left out are forgiven, as long as the first one is right. */
function isSubsequence(word: string, wanted: string): boolean {
  if (word[0] !== wanted[0]) return false;
  let at = 0;
  for (const letter of word) if (letter === wanted[at]) at += 1;
  return at === wanted.length;
}
