/** A piece of a file, and how many rows of the report it has: large files are written piece by piece. */
export interface Part {
  readonly text: string;
  readonly rows: number;
}

/** How many rows one piece has at most: what main does in one go. */
export const ROWS_A_PART = 1_000;

/** Cuts a list into pieces of at most so many. */
export function* slicesOf<T>(all: readonly T[], most = ROWS_A_PART): Iterable<readonly T[]> {
  for (let from = 0; from < all.length; from += most) yield all.slice(from, from + most);
}
