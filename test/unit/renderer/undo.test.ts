import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createStore } from 'zustand/vanilla';

import { rememberChanges } from '../../../renderer/undo/remember-changes';
import { MOST_DEEDS, NOTHING_DONE, pushDeed, stepBack, stepForth } from '../../../renderer/undo/undo-stack';
import {
  createUndoStore,
  forgetDeeds,
  redoNext,
  remember,
  undoLast,
} from '../../../renderer/undo/undo-store';

interface Text {
  readonly text: string;
  readonly size: number;
}

/** A thing that remembers its changes; letters of one word are one deed. */
function setUp() {
  const undo = createUndoStore();
  const thing = createStore<Text>()(() => ({ text: '', size: 0 }));
  rememberChanges(undo, thing, {
    what: 'text',
    read: ({ text }) => text,
    write: (text) => ({ text }),
    burstOf: (_before, after) => (after.endsWith(' ') ? undefined : 'word'),
  });
  rememberChanges(undo, thing, { what: 'size', read: ({ size }) => size, write: (size) => ({ size }) });
  const type = (text: string) => {
    for (const letter of text) thing.setState((state) => ({ text: state.text + letter }));
  };
  return { undo, thing, type };
}

const deed = { what: 'deed', kind: 'deed', undo: () => undefined, redo: () => undefined };

describe('undo', () => {
  test('leads back through every state there was, and forth again to the last', () => {
    const step = fc.oneof(fc.nat({ max: 9 }), fc.constantFrom('undo', 'redo'));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { undo, thing } = setUp();
        const states = [0];
        let at = 0;
        for (const one of steps) {
          if (one === 'undo') {
            expect(undoLast(undo)).toBe(at > 0 ? 'size' : undefined);
            at = Math.max(at - 1, 0);
          } else if (one === 'redo') {
            expect(redoNext(undo)).toBe(at < states.length - 1 ? 'size' : undefined);
            at = Math.min(at + 1, states.length - 1);
          } else if (one !== states[at]) {
            thing.setState({ size: one });
            states.splice(at + 1, states.length, one);
            at += 1;
          }
          expect(thing.getState().size).toBe(states[at]);
        }
      }),
    );
  });

  test('remembers a hundred deeds and no more, whatever is done with them', () => {
    const act = fc.constantFrom('do', 'back', 'forth');
    fc.assert(
      fc.property(fc.array(act, { maxLength: 400 }), (acts) => {
        let stack = NOTHING_DONE;
        for (const one of acts) {
          if (one === 'do') {
            stack = pushDeed(stack, deed);
            expect(stack.undone).toEqual([]);
          } else stack = one === 'back' ? stepBack(stack) : stepForth(stack);
          expect(stack.done.length + stack.undone.length).toBeLessThanOrEqual(MOST_DEEDS);
        }
      }),
    );
  });

  test('takes the letters of a word back at once, and what came between by itself', () => {
    const { undo, thing, type } = setUp();
    type('deploy');
    thing.setState({ size: 1 });
    type('bot');
    expect(undoLast(undo)).toBe('text');
    expect(thing.getState()).toEqual({ text: 'deploy', size: 1 });
    expect(undoLast(undo)).toBe('size');
    expect(undoLast(undo)).toBe('text');
    expect(thing.getState()).toEqual({ text: '', size: 0 });
    expect(redoNext(undo)).toBe('text');
    expect(thing.getState().text).toBe('deploy');
  });

  test('does not take what is typed after a step back for the word before it', () => {
    const { undo, thing, type } = setUp();
    type('a');
    thing.setState({ size: 1 });
    undoLast(undo);
    type('b');
    expect(redoNext(undo)).toBeUndefined();
    undoLast(undo);
    expect(thing.getState().text).toBe('a');
  });

  test('goes on after a deed that could not be taken back', () => {
    const undo = createUndoStore();
    remember({ undo }, deed);
    remember(
      { undo },
      {
        ...deed,
        undo: () => {
          throw new Error('no');
        },
      },
    );
    expect(() => undoLast(undo)).toThrow();
    expect(undo.getState().isReplaying).toBe(false);
    expect(undoLast(undo)).toBe('deed');
  });

  test('is over when what was done is about something that is gone', () => {
    const undo = createUndoStore();
    remember({ undo }, deed);
    forgetDeeds(undo);
    expect(undoLast(undo)).toBeUndefined();
  });
});
