/** How long a piece of work may hold the page before it rests: well below what a person would notice. */
const SLICE_MS = 8;
/** Looking at the clock costs as much as some of the work. */
const LOOK_EVERY = 64;

/** A slice of a long work: `isOver` is asked after each step, and tells when the page has been held for long enough. */
export function openSlice(clock: () => number): { readonly isOver: () => boolean } {
  const from = clock();
  let steps = 0;
  return { isOver: () => (steps += 1) % LOOK_EVERY === 0 && clock() - from > SLICE_MS };
}
