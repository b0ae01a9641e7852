import type { CoverageDecision } from './coverage-decision';
import type { FoundOutcome } from './found-token';
import type { NamedProject } from './named-project';
import type { ExceptionId } from './policy-exception';

import type { NeedReason, RotationStep, RowId, RunId } from './rotation-run';
import type { TokenRef } from './token-ref';

/** A token, as the ledger names it. Ledgers of before tell no project's name. */
export interface LedgerToken extends NamedProject {
  readonly token: TokenRef;
  readonly label: string;
}

/** What a person decided against the rule: always with a reason. */
export interface DecisionFact extends LedgerToken {
  /**
   * A person let an old token be deleted though its checklist was open, kept one that was to be deleted, closed a
   * rotation without knowing how its tokens stand, said whose a token is that came during a create, or said that a new
   * value works, which nothing else proved.
   */
  readonly kind:
    | 'checklist-overridden'
    | 'retirement-cancelled'
    | 'left-unproved'
    | 'orphan-removal-agreed'
    | 'found-not-ours'
    | 'use-attested';
  readonly reason: string;
}

/** `listed`: only the list shows the new token. `weaker`: the place showed the same before. `person`: a person said so. */
export const STEP_PROOFS = ['listed', 'weaker', 'person'] as const;
export type StepProof = (typeof STEP_PROOFS)[number];

/**
 * What happened, as a closed union: numbers, ids, digests (SHA-256, hex) and the names that people gave; no field that a
 * secret could reach. Texts that people typed are scrubbed of whatever has the form of a token.
 */
export type LedgerFact =
  | DecisionFact
  | { readonly kind: 'connection-added' | 'connection-forgotten'; readonly name: string }
  | {
      readonly kind: 'look-ended';
      readonly outcome: 'complete' | 'partial' | 'stopped' | 'failed';
      readonly tokens: number;
      readonly read: number;
      readonly projects: number;
    }
  | { readonly kind: 'policy-changed'; readonly name: string; readonly hash: string; readonly before: string }
  | {
      readonly kind: 'exception-granted' | 'exception-revoked';
      readonly exception: ExceptionId;
      readonly owner: string;
      readonly approver: string;
      readonly reason: string;
      readonly until: number;
    }
  | { readonly kind: 'plan-made'; readonly hash: string; readonly rotates: number; readonly skips: number }
  | {
      readonly kind: 'plan-confirmed';
      readonly hash: string;
      readonly run: RunId;
      readonly rotates: number;
      readonly overlapHours: number;
    }
  | (LedgerToken & {
      readonly kind: 'row-moved';
      readonly run: RunId;
      readonly row: RowId;
      readonly step: RotationStep;
      readonly need?: NeedReason;
      /** What the step rests on, where that is not the host’s own proof. Ledgers of before do not tell. */
      readonly proof?: StepProof;
    })
  | { readonly kind: 'deletion-confirmed'; readonly count: number }
  /** Ledgers of before name the row only, and not the old token whose successor has that value. */
  | (Partial<LedgerToken> & {
      readonly kind: 'value-revealed' | 'value-copied' | 'value-discarded';
      readonly row: RowId;
    })
  | {
      readonly kind: 'exported';
      readonly what: 'report' | 'ledger' | 'policy' | 'calendar' | 'public-key' | 'plan';
      readonly sha256: string;
    }
  | {
      readonly kind: 'imported';
      readonly what: 'audit-log' | 'people' | 'register' | 'policy';
      readonly sha256: string;
      readonly taken: number;
      readonly refused: number;
    }
  /** A person decided what the host does not prove; so many tokens left the inventory by it. */
  | {
      readonly kind: 'coverage-decided';
      readonly decision: CoverageDecision['kind'];
      readonly about: string;
      readonly tokens: number;
    }
  | { readonly kind: 'people-merged'; readonly person: string; readonly alias: string }
  | (LedgerToken & {
      readonly kind: 'attested';
      readonly by: string;
      readonly answer: 'kept' | 'deleted' | 'rotated';
    })
  | {
      readonly kind: 'leaver-opened';
      readonly leaver: string;
      readonly person: string;
      readonly items: number;
    }
  | {
      readonly kind: 'leaver-item';
      readonly leaver: string;
      readonly item: string;
      readonly state: 'to-rotate' | 'done-elsewhere' | 'not-applicable' | 'rotated' | 're-opened';
      readonly reason: string;
      /** Whose checklist it is, and what the line is about. Ledgers of before tell neither. */
      readonly person?: string;
      readonly about?: string;
    }
  | {
      readonly kind: 'leaver-signed-off';
      readonly leaver: string;
      readonly person: string;
      readonly by: string;
    }
  | {
      readonly kind: 'leak-checked';
      readonly form: 'legacy' | 'personal' | 'project';
      /** Ledgers of before say `dead` of a value that the host refused, and know no `not-provable`. */
      readonly outcome: FoundOutcome | 'dead';
      readonly token?: TokenRef;
    }
  | { readonly kind: 'folder-scanned'; readonly files: number; readonly found: number }
  /** A person set a ledger aside that was not whole, and this one was begun: `entries` and `head` are where that one should have ended. */
  | {
      readonly kind: 'ledger-begun';
      readonly was: 'altered' | 'truncated' | 'unreadable';
      readonly entries: number;
      readonly head: string;
    };

export type FactKind = LedgerFact['kind'];
