import { announce } from '../announce';
import type { Stores } from '../stores';
import { redoNext, undoLast } from './undo-store';

interface Reversing {
  readonly isEnabled: () => boolean;
  readonly whyNot: string;
  readonly run: () => void;
}

/** Undo and Redo, which say what they changed. */
export function undoCommands({ app, undo }: Pick<Stores, 'app' | 'undo'>): {
  readonly undo: Reversing;
  readonly redo: Reversing;
} {
  const say = (verb: string, what: string | undefined) => {
    if (what !== undefined) announce(app, `${verb}: ${what}`);
  };
  return {
    undo: {
      isEnabled: () => undo.getState().stack.done.length > 0,
      whyNot: 'Nothing to undo',
      run: () => {
        say('Undone', undoLast(undo));
      },
    },
    redo: {
      isEnabled: () => undo.getState().stack.undone.length > 0,
      whyNot: 'Nothing to redo',
      run: () => {
        say('Redone', redoNext(undo));
      },
    },
  };
}
