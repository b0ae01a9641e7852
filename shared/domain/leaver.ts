import type { ConnectionId } from './connection-id';
import { DAY_MS, type Instant } from './instant';
import type { NamedProject } from './named-project';
import type { NameSource } from './people';
import type { ProjectSlug } from './project-slug';
import type { TokenScope } from './token';
import type { TokenRef } from './token-ref';

/** Names the checklist of somebody who leaves: `lvr_` and 16 hex digits. */
export type LeaverId = `lvr_${string}`;
/** Names a line of a checklist: what it is about, and so the same however often the list is made. */
export type LeaverItemId = string;

const SHAPE = /^lvr_[0-9a-f]{16}$/;

export function parseLeaverId(raw: unknown): LeaverId | undefined {
  return typeof raw === 'string' && SHAPE.test(raw) ? (raw as LeaverId) : undefined;
}

/** A token as a checklist names it. */
export interface LeaverToken extends NamedProject {
  readonly ref: TokenRef;
  readonly label: string;
  readonly scope: TokenScope;
  /** Known by the register only: CircleCI does not list it, so Rekey can neither rotate it nor see it go. */
  readonly isByHand?: true;
}

/** What the checklist cannot know, and a person has to find out. */
export const UNKNOWNS = ['personal-tokens', 'made-tokens', 'reach', 'checkout-keys'] as const;
export type Unknown = (typeof UNKNOWNS)[number];

/** What a line of a checklist is about. */
export type LeaverSubject =
  | { readonly kind: 'personal-token' | 'made-token'; readonly token: LeaverToken }
  /** `places`: where Rekey put its value, which they may have read there. */
  | { readonly kind: 'shared-token'; readonly token: LeaverToken; readonly places: readonly string[] }
  | { readonly kind: 'checkout-key'; readonly project: ProjectSlug; readonly fingerprint: string }
  | { readonly kind: 'connection'; readonly connection: ConnectionId; readonly name: string }
  /** `count`: how many there are that nothing is known of, where that can be counted. */
  | { readonly kind: 'unknown'; readonly what: Unknown; readonly count?: number };

/** Why a line is open again: what was closed is there still, or there again under another id. */
export type Reopened = 'still-there' | 'came-back';

/** `to-rotate`: it was put into a plan, and is closed by nothing but the proof that the old token is gone. */
export type LeaverItemState =
  | { readonly kind: 'open'; readonly reopened?: Reopened }
  | { readonly kind: 'to-rotate' | 'rotated'; readonly at: Instant }
  | { readonly kind: 'done-elsewhere' | 'not-applicable'; readonly at: Instant; readonly reason: string };

export interface LeaverItem {
  readonly id: LeaverItemId;
  readonly subject: LeaverSubject;
  readonly state: LeaverItemState;
  /** Tokens with the same label and scope that were there when the line was closed: none of them came back. */
  readonly twins: readonly TokenRef[];
}

export interface SignOff {
  readonly by: string;
  readonly at: Instant;
}

/** Somebody who leaves, and everything of theirs that is to be closed the same day. */
export interface Leaver {
  readonly id: LeaverId;
  readonly connection: ConnectionId;
  readonly person: string;
  readonly names: readonly string[];
  /** Where those names came from. Absent in checklists of before that was kept. */
  readonly knownFrom?: readonly NameSource[];
  readonly openedAt: Instant;
  readonly items: readonly LeaverItem[];
  /** When the last look was laid beside the list. */
  readonly checkedAt?: Instant;
  /** Absent while open, and again once something re-appeared. */
  readonly signedOff?: SignOff;
  readonly earlierSignOffs: readonly SignOff[];
}

const CLOSED: ReadonlySet<LeaverItemState['kind']> = new Set(['done-elsewhere', 'not-applicable', 'rotated']);

export const isClosed = ({ state }: LeaverItem): boolean => CLOSED.has(state.kind);

export const closedCount = ({ items }: Leaver): number => items.filter(isClosed).length;

/** The end of the UTC day on which the checklist was opened. */
export const dueAt = ({ openedAt }: Leaver): Instant => (Math.floor(openedAt / DAY_MS) + 1) * DAY_MS - 1;

/** The token of a line, where it is about one. */
export const tokenOf = (subject: LeaverSubject): LeaverToken | undefined =>
  'token' in subject ? subject.token : undefined;

/** What is decided about lines of a checklist. `open` takes a decision back. */
export type LeaverDecision =
  | { readonly kind: 'open' | 'to-rotate' }
  | { readonly kind: 'done-elsewhere' | 'not-applicable'; readonly reason: string };

/** `ledger`: it could not be written down, and is not so. */
export type LeaverFailure = {
  readonly kind:
    | 'no-such-leaver'
    | 'no-such-person'
    | 'no-inventory'
    | 'already-open'
    | 'not-possible'
    | 'storage'
    | 'ledger';
};
