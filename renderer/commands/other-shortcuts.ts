/** Keys that something else than a command of the page hears. */
export interface Shortcut {
  readonly title: string;
  readonly keys: readonly string[];
}

/** The keys of the grid of tokens. */
export const GRID_SHORTCUTS: readonly Shortcut[] = [
  { title: 'Move by one', keys: ['↑', '↓', '←', '→'] },
  { title: 'Move by a page', keys: ['PageUp', 'PageDown'] },
  { title: 'To the first or last column', keys: ['Home', 'End'] },
  { title: 'To the first or last token', keys: ['Mod+Home', 'Mod+End'] },
  { title: 'Select, or leave out', keys: ['Space'] },
  { title: 'Select as far as here', keys: ['Shift+↑', 'Shift+↓'] },
  { title: 'Select all that are shown', keys: ['Mod+A'] },
  { title: 'Open a token; in the head, sort', keys: ['Enter'] },
];

/** The keys that the app's menu hears. */
export const WINDOW_SHORTCUTS: readonly Shortcut[] = [
  { title: 'Zoom in', keys: ['Mod+Plus'] },
  { title: 'Zoom out', keys: ['Mod+-'] },
  { title: 'Actual size', keys: ['Mod+0'] },
];
