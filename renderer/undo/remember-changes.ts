import type { StoreApi } from 'zustand/vanilla';

import { remember, type UndoStore } from './undo-store';

/** A part of a store that only a person changes. */
export interface Reversible<State, Part> {
  /** A noun, as in “Undone: filter”, which may follow from what changed; also the kind of the deed. */
  readonly what: string | ((before: Part, after: Part) => string);
  readonly read: (state: State) => Part;
  readonly write: (part: Part) => Partial<State>;
  /** Absent where two parts are the same only if they are the same object. */
  readonly isSame?: (before: Part, after: Part) => boolean;
  /** The burst that a change belongs to; nothing where it stands alone. */
  readonly burstOf?: (before: Part, after: Part) => string | undefined;
}

/** Remembers every change of a part of a store, until the function that comes back is called. */
export function rememberChanges<State, Part>(
  undo: UndoStore,
  store: StoreApi<State>,
  { what: named, read, write, isSame = Object.is, burstOf }: Reversible<State, Part>,
): () => void {
  return store.subscribe((state, previous) => {
    const before = read(previous);
    const after = read(state);
    if (Object.is(before, after) || isSame(before, after)) return;
    const what = typeof named === 'string' ? named : named(before, after);
    const burst = burstOf?.(before, after);
    const set = (part: Part) => () => {
      store.setState(write(part));
    };
    remember(
      { undo },
      { what, kind: what, undo: set(before), redo: set(after), ...(burst !== undefined && { burst }) },
    );
  });
}
