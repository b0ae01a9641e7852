/** Something a person did that can be taken back. */
export interface Deed {
  /** A noun, as in “Undone: filter”. */
  readonly what: string;
  readonly kind: string;
  /** Consecutive deeds of one kind in one burst, such as the letters of a word, are taken back as one. */
  readonly burst?: string;
  readonly undo: () => void;
  readonly redo: () => void;
}

/** What was done and can be undone, and what was undone and can be done again; in both, the next one is the last. */
export interface UndoStack {
  readonly done: readonly Deed[];
  readonly undone: readonly Deed[];
}

/** So many deeds are remembered; the oldest is forgotten first. */
export const MOST_DEEDS = 100;

export const NOTHING_DONE: UndoStack = { done: [], undone: [] };

/** The stack after one more deed: what had been undone cannot be done again then. */
export function pushDeed({ done, undone }: UndoStack, deed: Deed): UndoStack {
  const last = done.at(-1);
  const isSameBurst =
    last !== undefined &&
    undone.length === 0 &&
    deed.burst !== undefined &&
    last.burst === deed.burst &&
    last.kind === deed.kind;
  return isSameBurst
    ? { done: [...done.slice(0, -1), { ...deed, undo: last.undo }], undone: [] }
    : { done: [...done, deed].slice(-MOST_DEEDS), undone: [] };
}

/** The stack after a step back. */
export function stepBack({ done, undone }: UndoStack): UndoStack {
  const last = done.at(-1);
  return last === undefined ? { done, undone } : { done: done.slice(0, -1), undone: [...undone, last] };
}

/** The stack after a step forth. */
export function stepForth({ done, undone }: UndoStack): UndoStack {
  const next = undone.at(-1);
  return next === undefined ? { done, undone } : { done: [...done, next], undone: undone.slice(0, -1) };
}
