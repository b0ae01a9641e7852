import { createStore } from 'zustand/vanilla';

import { NOTHING_DONE, pushDeed, stepBack, stepForth, type Deed, type UndoStack } from './undo-stack';

export interface UndoState {
  readonly stack: UndoStack;
  /** While a deed is taken back or done again, what changes by it is no deed of its own. */
  readonly isReplaying: boolean;
}

export type UndoStore = ReturnType<typeof createUndoStore>;

export const createUndoStore = () =>
  createStore<UndoState>()(() => ({ stack: NOTHING_DONE, isReplaying: false }));

/** Remembers what a person has just done. */
export function remember({ undo }: { readonly undo: UndoStore }, deed: Deed): void {
  if (undo.getState().isReplaying) return;
  undo.setState(({ stack }) => ({ stack: pushDeed(stack, deed) }));
}

/** Takes the last deed back and answers what it was; nothing where there is none. */
export function undoLast(store: UndoStore): string | undefined {
  const deed = store.getState().stack.done.at(-1);
  return deed && replay(store, stepBack, deed.what, deed.undo);
}

/** Does again what was undone last and answers what it was; nothing where there is none. */
export function redoNext(store: UndoStore): string | undefined {
  const deed = store.getState().stack.undone.at(-1);
  return deed && replay(store, stepForth, deed.what, deed.redo);
}

/** Nothing that was done can be undone any more: what it was about is gone. */
export function forgetDeeds(store: UndoStore): void {
  store.setState({ stack: NOTHING_DONE });
}

function replay(
  store: UndoStore,
  step: (stack: UndoStack) => UndoStack,
  what: string,
  act: () => void,
): string {
  store.setState(({ stack }) => ({ stack: step(stack), isReplaying: true }));
  try {
    act();
  } finally {
    store.setState({ isReplaying: false });
  }
  return what;
}
