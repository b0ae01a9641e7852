import { setImmediate as others } from 'node:timers/promises';

import type { AgePolicy } from '../../shared/domain/age-policy';
import type { Instant } from '../../shared/domain/instant';
import { looserParts, openLoosening } from '../../shared/domain/loosening';
import { scrub } from '../../shared/domain/ledger-entry';
import {
  isAbout,
  LONGEST_SUBJECT_LABEL,
  type ExceptionSubject,
  type PolicyException,
} from '../../shared/domain/policy-exception';
import { inForceAt, type Rules } from '../../shared/domain/standing';
import type { TokenRecord } from '../../shared/domain/token';
import type { AskingPorts } from './ask-first';
import type { NativeQuestion } from '../rotation/native-question';

/** How many tokens are judged before others get their turn. */
const TOKENS_A_TURN = 2_000;

/** What a person is asked before a policy that allows more takes the place of another, with what it lets off of these tokens. */
export async function policyQuestion(
  rules: Rules,
  policy: AgePolicy,
  tokens: readonly TokenRecord[],
  now: Instant,
): Promise<NativeQuestion> {
  const counting = openLoosening(
    inForceAt(rules, now),
    inForceAt({ policy, exceptions: rules.exceptions }, now),
    now,
  );
  await inTurns(tokens, counting.take);
  const { name: before } = rules.policy;
  const looser = looserParts(rules.policy, policy);
  return { kind: 'loosen-policy', name: policy.name, before, looser, loosened: counting.counts() };
}

/** What a person is asked before an exception is in force. The token is named as main knows it: the page's label may be another's. */
export async function exceptionQuestion(
  rules: Rules,
  exception: PolicyException,
  tokens: readonly TokenRecord[],
  now: Instant,
  nameOf: AskingPorts['nameOf'],
): Promise<NativeQuestion> {
  const before = inForceAt(rules, now);
  const after = { policy: rules.policy, exceptions: [...before.exceptions, exception] };
  const counting = openLoosening(before, after, now);
  const about: TokenRecord[] = [];
  await inTurns(tokens, (token) => {
    if (!isAbout(exception, token)) return;
    about.push(token);
    counting.take(token);
  });
  const { owner, approver, until } = exception;
  return {
    kind: 'grant-exception',
    subject: askedSubject(exception, about[0], nameOf),
    covers: about.length,
    known: tokens.length,
    loosened: counting.counts(),
    owner,
    approver,
    until,
  };
}

function askedSubject(
  { subject }: PolicyException,
  token: TokenRecord | undefined,
  nameOf: AskingPorts['nameOf'],
): Extract<NativeQuestion, { kind: 'grant-exception' }>['subject'] {
  if (subject.kind === 'filter') {
    const { connection } = subject.filter;
    const name = connection && nameOf(connection);
    return { ...subject, ...(name !== undefined && { connection: name }) };
  }
  if (token === undefined) return { kind: 'token' };
  const { label, kind, scope, project, projectName, connection } = token;
  const named = {
    ...(project !== undefined && { project }),
    ...(projectName !== undefined && { projectName }),
  };
  return { kind: 'token', token: { label, kind, scope, ...named, connection: nameOf(connection) ?? '' } };
}

/** A token under the label that main knows it by; what the page calls it is kept of one that main does not know. */
export function asKnown(subject: ExceptionSubject, tokens: readonly TokenRecord[]): ExceptionSubject {
  if (subject.kind === 'filter') return subject;
  const known = tokens.find(({ ref }) => ref === subject.ref);
  return known === undefined
    ? subject
    : { ...subject, label: scrub(known.label).slice(0, LONGEST_SUBJECT_LABEL) };
}

async function inTurns(tokens: readonly TokenRecord[], take: (token: TokenRecord) => void): Promise<void> {
  for (const [index, token] of tokens.entries()) {
    if (index % TOKENS_A_TURN === TOKENS_A_TURN - 1) await others();
    take(token);
  }
}
