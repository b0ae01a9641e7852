export type Platform = 'mac' | 'other';

/** What of a key press decides. A `KeyboardEvent` is one. */
export interface Press {
  readonly key: string;
  /** The place on the keyboard, which is the same in every script. */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
}

export const platformOf = (userAgent: string): Platform =>
  /Macintosh|Mac OS X/.test(userAgent) ? 'mac' : 'other';

const isLetterOrDigit = (key: string) => /^[A-Za-z0-9]$/.test(key);

/** Whether a press is the combination that is written like `Mod+Shift+Z`, `Ctrl+Y`, `?` or `Escape`. */
export function matches(keys: string, press: Press, platform: Platform): boolean {
  const { key, modifiers } = partsOf(keys);
  const isMac = platform === 'mac';
  const wantsControl = modifiers.has('Ctrl') || (modifiers.has('Mod') && !isMac);
  const wantsMeta = modifiers.has('Mod') && isMac;
  if (press.ctrlKey !== wantsControl || press.metaKey !== wantsMeta) return false;
  if (press.altKey !== modifiers.has('Alt')) return false;
  // Which signs need Shift differs from keyboard to keyboard: only that of letters, digits and named keys counts.
  const isSign = key.length === 1 && !isLetterOrDigit(key);
  if (!isSign && press.shiftKey !== modifiers.has('Shift')) return false;
  return isKey(key, press);
}

function isKey(key: string, { key: pressed, code }: Press): boolean {
  if (pressed.toLowerCase() === key.toLowerCase()) return true;
  // A keyboard of another script sends other letters from the same places.
  const isOtherScript = pressed.length === 1 && pressed > '\u007f';
  return (
    isOtherScript && isLetterOrDigit(key) && (code === `Key${key.toUpperCase()}` || code === `Digit${key}`)
  );
}

/** Whether the combination is free of what a text field would take for typing. */
export const hasMod = (keys: string): boolean => /^(?:Mod|Ctrl)\+/.test(keys);

function partsOf(keys: string): { readonly key: string; readonly modifiers: ReadonlySet<string> } {
  const parts = keys.split('+');
  const key = parts.at(-1) ?? '';
  return { key, modifiers: new Set(parts.slice(0, -1)) };
}

const MAC_SIGNS: Readonly<Record<string, string>> = { Mod: '⌘', Ctrl: '⌃', Alt: '⌥', Shift: '⇧' };

/** The caps to show for a combination, one a key: `Ctrl`, `K`; or `⌘`, `K` on a Mac. */
export function capsOf(keys: string, platform: Platform): readonly string[] {
  const { key, modifiers } = partsOf(keys);
  const names = [...modifiers].map((name) =>
    platform === 'mac' ? (MAC_SIGNS[name] ?? name) : name === 'Mod' ? 'Ctrl' : name,
  );
  return [...names, key];
}
