import { BALANCED, type AgePolicy } from '../../shared/domain/age-policy';
import { canonicalPolicy } from '../../shared/domain/canonical-policy';
import type { ExceptionDraft } from '../../shared/domain/exception-draft';
import type { Instant } from '../../shared/domain/instant';
import type { NoteFact } from '../../shared/domain/ledger-entry';
import type { ExceptionId, PolicyException } from '../../shared/domain/policy-exception';
import type { ExceptionFailure, PolicyFacts, PolicyFailure } from '../../shared/domain/policy-facts';
import type { Rules } from '../../shared/domain/standing';
import { err, ok, type Result } from '../../shared/result';
import { oneAtATime } from '../files/one-at-a-time';
import { applied, ended, granted, withOwn, withoutOwn, type Change } from './policy-changes';
import type { PolicyState, PolicyStore } from './policy-store';

export interface PolicyDeskPorts {
  readonly store: PolicyStore;
  readonly note: NoteFact;
  readonly now: () => Instant;
  /** At least 16 hex digits, never the same twice. */
  readonly randomId: () => string;
  /** SHA-256, in hex. */
  readonly digest: (text: string) => string;
  readonly changed: (facts: PolicyFacts) => void;
}

/** Knows the rules in force, and changes them: first in the ledger, then where they are kept, then for the page. */
export interface PolicyDesk {
  readonly rules: () => Rules;
  readonly facts: () => PolicyFacts;
  readonly apply: (policy: AgePolicy) => Promise<Result<PolicyFacts, PolicyFailure>>;
  readonly saveOwn: (policy: AgePolicy) => Promise<Result<PolicyFacts, PolicyFailure>>;
  readonly removeOwn: (name: string) => Promise<Result<PolicyFacts, PolicyFailure>>;
  readonly grant: (draft: ExceptionDraft) => Promise<Result<PolicyException, ExceptionFailure>>;
  readonly endException: (
    id: ExceptionId,
    reason: string,
  ) => Promise<Result<PolicyException, ExceptionFailure>>;
}

const AT_FIRST: PolicyState = { format: 1, policy: BALANCED, own: [], exceptions: [] };

/** Opens what was kept. Where nothing was, or it cannot be understood, Balanced is in force, and the facts say which. */
export async function openPolicyDesk(ports: PolicyDeskPorts): Promise<PolicyDesk> {
  const { store, note, now, randomId, digest, changed } = ports;
  const read = await store.read();
  let state = (read.ok ? read.value : undefined) ?? AT_FIRST;
  const kept = read.ok ? 'whole' : read.error === 'disk' ? 'unreadable' : 'set-aside';
  const hashOf = (policy: AgePolicy) => digest(canonicalPolicy(policy));

  const facts = (): PolicyFacts => ({
    policy: state.policy,
    hash: hashOf(state.policy),
    ...(state.since !== undefined && { since: state.since }),
    own: state.own,
    exceptions: state.exceptions,
    kept,
    now: now(),
  });

  const inTurn = oneAtATime();
  /** Each change is made to what the one before it left. */
  const make = <Value, Failure>(
    changeOf: (before: PolicyState) => Result<Change<Value>, Failure>,
  ): Promise<Result<Value, Failure | { readonly kind: 'ledger' | 'storage' }>> =>
    inTurn(async () => {
      const change = changeOf(state);
      if (!change.ok) return change;
      // What could not be read is not written over.
      if (kept === 'unreadable') return err({ kind: 'storage' });
      const { next, fact, undone, value } = change.value;
      if (fact !== undefined && !(await note(fact)).ok) return err({ kind: 'ledger' });
      if (!(await store.write(next)).ok) {
        // The ledger says that it was done: it has to say as well that it was not kept.
        if (undone !== undefined) await note(undone);
        return err({ kind: 'storage' });
      }
      state = next;
      changed(facts());
      return ok(value);
    });
  const makeAndTell = async <Failure>(
    changeOf: (before: PolicyState) => Result<Change<null>, Failure>,
  ): Promise<Result<PolicyFacts, Failure | { readonly kind: 'ledger' | 'storage' }>> => {
    const made = await make(changeOf);
    return made.ok ? ok(facts()) : made;
  };

  return {
    rules: () => state,
    facts,
    apply: (policy) => makeAndTell((before) => applied(before, policy, now(), hashOf)),
    saveOwn: (policy) => makeAndTell((before) => withOwn(before, policy, now())),
    removeOwn: (name) => makeAndTell((before) => withoutOwn(before, name)),
    grant: (draft) => make((before) => granted(before, draft, now(), randomId())),
    endException: (id, reason) => make((before) => ended(before, id, reason, now())),
  };
}
