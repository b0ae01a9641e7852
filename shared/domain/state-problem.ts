import type { Instant } from './instant';

/** What did not fit when Rekey started, of which a person has to know. */
export type StateProblem =
  /** A file could not be read, and is kept under another name. */
  | { readonly kind: 'set-aside'; readonly file: string; readonly keptAs: string; readonly at: Instant }
  /** Rotations that the journal had lost and that other files know: they are there again, stopped. */
  | { readonly kind: 'restored'; readonly items: number }
  /** The same, while the journal cannot be written. */
  | { readonly kind: 'lost'; readonly items: number }
  /** Rotations whose records do not agree: they are stopped. */
  | { readonly kind: 'held'; readonly items: number }
  /** Sealed values of rotations that no file knows. */
  | { readonly kind: 'unknown-values'; readonly values: number }
  /** The rotation journal cannot be used, and was left as it is. */
  | { readonly kind: 'journal'; readonly why: 'broken' | 'other-format' | 'unwritable' };
