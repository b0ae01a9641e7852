/**
 * What main asks a person in a dialog of its own, which a page taken over by a script cannot press. Closed data: the words
 * are the desktop's.
 */
export type NativeQuestion =
  | {
      readonly kind: 'rotate';
      readonly organisation: string;
      readonly count: number;
      readonly deletesOld: boolean;
      readonly keepsInMemory: boolean;
    }
  | { readonly kind: 'delete-old'; readonly organisation: string; readonly count: number }
  | { readonly kind: 'discard-new'; readonly organisation: string; readonly label: string }
  | { readonly kind: 'forget-connection'; readonly name: string }
  | { readonly kind: 'quit-with-values'; readonly count: number };
