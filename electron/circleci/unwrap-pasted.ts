/** What shows nothing: zero-width signs, soft hyphens, marks of direction and of byte order, variation selectors. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}]/gu;

const QUOTES: readonly (readonly [string, string])[] = [
  ...(['"', "'", '`', '“”', '‘’', '«»', '„“', '<>'] as const).map(
    (pair) => [pair.slice(0, 1), pair.slice(-1)] as const,
  ),
];

/** What stands before a value where people copy it from: a shell, a settings file, a header, a command. */
const BEFORE: readonly RegExp[] = [
  /^(?:export|set|setx|env)\s+(?=[A-Za-z_])/i,
  /^\$env:(?=[A-Za-z_])/i,
  /^-H\s+/,
  /^(?<quote>["'])[A-Za-z_][A-Za-z0-9_.-]*\k<quote>\s*:\s*/,
  /^(?:authorization|circle-token)\s*[:=]\s*/i,
  /^bearer\s+/i,
  /^[A-Za-z_][A-Za-z0-9_.-]*\s*[:=]\s*/,
];

/** A value is longer than what may be left of base64 padding. */
const SHORTEST = 8;
const MOST_LAYERS = 8;

/** The value in what a person pasted: without quotation marks, `NAME=`, `Bearer` and the like, and without what cannot be seen. */
export function unwrapPasted(raw: string): string {
  let text = raw.replace(UNSEEN, '').trim();
  for (let layer = 0; layer < MOST_LAYERS; layer += 1) {
    const next = unwrapOnce(text);
    if (next === text) return text;
    text = next;
  }
  return text;
}

function unwrapOnce(text: string): string {
  const closed = text.replace(/\s*[;,]$/, '');
  for (const before of BEFORE) {
    const rest = closed.replace(before, '');
    if (rest !== closed && rest.length >= SHORTEST) return rest.trim();
  }
  for (const [open, close] of QUOTES) {
    if (closed.length > 1 && closed.startsWith(open) && closed.endsWith(close))
      return closed.slice(1, -1).trim();
  }
  return closed;
}
