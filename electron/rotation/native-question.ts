import type { CoverageDecision } from '../../shared/domain/coverage-decision';
import type { TargetDraft } from '../../shared/domain/delivery-target';
import type { Instant } from '../../shared/domain/instant';
import type { Loosened, LooserPart } from '../../shared/domain/loosening';
import type { NamedProject } from '../../shared/domain/named-project';
import type { TokenRecord } from '../../shared/domain/token';
import type { TokenRef } from '../../shared/domain/token-ref';
import type { TokenFilter } from '../../shared/domain/token-filter';

/** A token as main names it: labels repeat, and what else is known of it tells one from the other. */
export interface AskedToken extends Pick<TokenRecord, 'label' | 'kind' | 'scope'>, NamedProject {
  /** The name of its connection. */
  readonly connection: string;
}

/** What suggests that a token came of Rekey's own create. None of it is proof. */
export type SpeaksFor = 'label' | 'scope' | 'in-time' | 'not-listed-before';

/** What suggests that a token is somebody else's, or that it is in use. */
export type SpeaksAgainst =
  | 'label-differs'
  | 'scope-differs'
  | 'no-date'
  | 'other-time'
  | 'several'
  /** The answer to Rekey's create named another token. */
  | 'another-is-known'
  /** The old token is no longer listed: this may be its successor. */
  | 'old-is-gone'
  | 'was-used';

export interface Evidence {
  readonly speaksFor: readonly SpeaksFor[];
  readonly speaksAgainst: readonly SpeaksAgainst[];
}

/** A token of which nobody knows whether it came of Rekey's create, as main names it: labels repeat. */
export interface FoundFacts extends Evidence, Partial<NamedProject> {
  readonly ref: TokenRef;
  readonly kindOfToken: TokenRecord['kind'];
  readonly label: string;
  readonly scope: TokenRecord['scope'];
  readonly id?: string;
  readonly lastFour?: string;
  readonly createdAt?: Instant;
  /** When Rekey sent its create. */
  readonly askedAt?: Instant;
}

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
  /** One token, that may be of Rekey's making or somebody else's, is to be deleted. */
  | ({ readonly kind: 'delete-orphan'; readonly organisation: string } & FoundFacts)
  /** These are to stay, and Rekey is to forget them. */
  | { readonly kind: 'not-ours'; readonly organisation: string; readonly tokens: readonly FoundFacts[] }
  /** A token of Rekey's making may stay alive, or the old one be gone: nobody could look. */
  | { readonly kind: 'leave-unproved'; readonly organisation: string; readonly label: string }
  /** `replaces`: the name that the command or the folder had until now. */
  | { readonly kind: 'save-target'; readonly draft: TargetDraft; readonly replaces?: string }
  | { readonly kind: 'forget-connection'; readonly name: string }
  /** `aside`: the name that the ledger which is not whole is kept under. */
  | { readonly kind: 'start-new-ledger'; readonly aside: string }
  /** A token that was found is to be used, once, at this host. */
  | { readonly kind: 'send-found'; readonly lastFour: string; readonly host: string }
  /** A policy that allows more than the one in force, `before`, in these parts. */
  | {
      readonly kind: 'loosen-policy';
      readonly name: string;
      readonly before: string;
      readonly looser: readonly LooserPart[];
      readonly loosened: Loosened;
    }
  /** `subject`: the token as main itself knows it, absent where it knows none; or the filter. */
  | {
      readonly kind: 'grant-exception';
      readonly subject:
        | { readonly kind: 'token'; readonly token?: AskedToken }
        /** `connection`: the name of the one that the filter is of; absent where it is of all, or of one that is gone. */
        | { readonly kind: 'filter'; readonly filter: TokenFilter; readonly connection?: string };
      /** How many tokens it is for, of all that main knows. */
      readonly covers: number;
      readonly known: number;
      readonly loosened: Loosened;
      readonly owner: string;
      readonly approver: string;
      readonly until: Instant;
    }
  /** `tokens`: how many leave the inventory by it. */
  | {
      readonly kind: 'decide-coverage';
      readonly decision: CoverageDecision['kind'];
      readonly organisation: string;
      readonly about: string;
      readonly tokens: number;
    }
  | { readonly kind: 'quit-with-values'; readonly count: number };
