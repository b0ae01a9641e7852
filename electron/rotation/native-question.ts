import type { TargetDraft } from '../../shared/domain/delivery-target';

/**
 * What main asks a person in a dialog of its own, which a page taken over by a script cannot press. Closed data: the words
 * are the desktop's.
 */
export type NativeQuestion =
  | {
      readonly kind: 'rotate';
      readonly organisation: string;
      readonly count: number;
      /** Commands that would get values, by the names they have in Settings. */
      readonly commands: readonly string[];
      readonly keepsInMemory: boolean;
    }
  | { readonly kind: 'delete-old'; readonly organisation: string; readonly count: number }
  | {
      readonly kind: 'discard-new';
      readonly organisation: string;
      readonly label: string;
      /** Places that were there before and now hold the value: they are not brought back. */
      readonly leftBehind: readonly string[];
    }
  /** A token of Rekey's making may stay alive, or the old one be gone: nobody could look. */
  | { readonly kind: 'leave-unproved'; readonly organisation: string; readonly label: string }
  /** `replaces`: the name that the command or the folder had until now. */
  | { readonly kind: 'save-target'; readonly draft: TargetDraft; readonly replaces?: string }
  | { readonly kind: 'forget-connection'; readonly name: string }
  /** `aside`: the name that the ledger which is not whole is kept under. */
  | { readonly kind: 'start-new-ledger'; readonly aside: string }
  /** A token that was found is to be used, once, at this host. */
  | { readonly kind: 'send-found'; readonly lastFour: string; readonly host: string }
  | { readonly kind: 'quit-with-values'; readonly count: number };
