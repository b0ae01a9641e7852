import { showHidden } from '../../../shared/domain/plain-text';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** What no reader reads to its end; the CSV and JSON files have the whole. */
const LONGEST = 300;

const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A text for a page: nothing in it is markup, nothing hides, and a very long one is cut, which is said. */
export function htmlText(text: string): string {
  const shown = showHidden(text.length <= LONGEST ? text : shortened(text));
  return shown.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}

function shortened(text: string): string {
  const head = [...CHARACTERS.segment(text.slice(0, LONGEST))].slice(0, -1);
  return `${head.map(({ segment }) => segment).join('')}… (${text.length.toLocaleString('en-US')} characters)`;
}
