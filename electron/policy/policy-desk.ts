import { BALANCED, type AgePolicy } from '../../shared/domain/age-policy';
import { canonicalPolicy } from '../../shared/domain/canonical-policy';
import type { ExceptionDraft } from '../../shared/domain/exception-draft';
import type { Instant } from '../../shared/domain/instant';
import type { NoteFact } from '../../shared/domain/ledger-entry';
import { looserParts } from '../../shared/domain/loosening';
import type { ExceptionId, PolicyException } from '../../shared/domain/policy-exception';
import type {
  AskedFailure,
  ExceptionFailure,
  PolicyFacts,
  PolicyFailure,
} from '../../shared/domain/policy-facts';
import type { Rules } from '../../shared/domain/standing';
import type { TokenRecord } from '../../shared/domain/token';
import { err, ok, type Result } from '../../shared/result';
import { oneAtATime } from '../files/one-at-a-time';
import type { NativeQuestion } from '../rotation/native-question';
import { openAsking, type AskingPorts } from './ask-first';
import { asKnown, exceptionQuestion, policyQuestion } from './loosening-question';
import { applied, ended, granted, withOwn, withoutOwn, type Change } from './policy-changes';
import type { PolicyState, PolicyStore } from './policy-store';

export interface PolicyDeskPorts extends AskingPorts {
  readonly store: PolicyStore;
  readonly note: NoteFact;
  readonly now: () => Instant;
  /** At least 16 hex digits, never the same twice. */
  readonly randomId: () => string;
  /** SHA-256, in hex. */
  readonly digest: (text: string) => string;
  readonly changed: (facts: PolicyFacts) => void;
}

/**
 * Knows the rules in force, and changes them: first in the ledger, then where they are kept, then for the page. What allows
 * more than before is asked of the person by main first.
 */
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
  const { store, note, now, randomId, digest, tokens, nameOf, changed } = ports;
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
  const askFirst = openAsking(ports);
  /**
   * SECURITY X14: a page taken over by a script can ask for what lets tokens off, and cannot agree to it. What the person
   * agreed to is checked again after the dialog.
   */
  const makeAsked = async <Value, Failure>(
    changeOf: (before: PolicyState) => Result<Change<Value>, Failure>,
    letsOff: (before: PolicyState) => boolean,
    questionOf: (value: Value, before: PolicyState, known: readonly TokenRecord[]) => Promise<NativeQuestion>,
  ) => {
    const before = state;
    /** Whatever else was changed before its turn, or while the dialog was open, was not agreed to. */
    const madeWhere = (isAsAsked: (later: PolicyState) => boolean) =>
      make<Value, Failure | AskedFailure>((later) =>
        isAsAsked(later) ? changeOf(later) : err({ kind: 'changed-meanwhile' }),
      );
    if (!letsOff(before)) return madeWhere((later) => !letsOff(later));
    const wanted = changeOf(before);
    if (!wanted.ok) return wanted;
    if (kept === 'unreadable') return err({ kind: 'storage' as const });
    const agreed = await askFirst((known) => questionOf(wanted.value.value, before, known));
    if (!agreed.ok) return agreed;
    return madeWhere(
      ({ policy, exceptions }) => policy === before.policy && exceptions === before.exceptions,
    );
  };
  const told = async <Failure>(
    making: Promise<Result<null, Failure>>,
  ): Promise<Result<PolicyFacts, Failure>> => {
    const made = await making;
    return made.ok ? ok(facts()) : made;
  };

  return {
    rules: () => state,
    facts,
    apply: (policy) =>
      told(
        makeAsked(
          (before) => applied(before, policy, now(), hashOf),
          (before) => looserParts(before.policy, policy).length > 0,
          (_made, before, known) => policyQuestion(before, policy, known, now()),
        ),
      ),
    saveOwn: (policy) => told(make((before) => withOwn(before, policy, now()))),
    removeOwn: (name) => told(make((before) => withoutOwn(before, name))),
    grant: async (asked) => {
      const nonce = randomId();
      const draft = { ...asked, subject: asKnown(asked.subject, await tokens()) };
      return makeAsked(
        (before) => granted(before, draft, now(), nonce),
        () => true,
        (exception, before, known) => exceptionQuestion(before, exception, known, now(), nameOf),
      );
    },
    endException: (id, reason) => make((before) => ended(before, id, reason, now())),
  };
}
