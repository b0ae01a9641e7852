const CHARACTERS = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** At most so many UTF-16 units of a text, cut between characters as people see them; that it was cut is shown. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  let kept = '';
  for (const { segment } of CHARACTERS.segment(text.slice(0, most + 1))) {
    if (kept.length + segment.length >= most) break;
    kept += segment;
  }
  return `${kept}…`;
}
