import type { ValueCheck } from '../../shared/domain/value-check';
import type { TriedAt } from './client';
import type { AnswerKind, Contrast } from './contrast';

/**
 * What the answer to a value proves, beside the answers to a made-up value and to none. Only an answer that neither of them
 * gets proves that the value was recognised; only the refusal that a made-up value gets proves that it was not.
 */
export function checkByContrast(
  answer: AnswerKind,
  { fabricated, none }: Contrast,
  { isOwnPlace, scope }: TriedAt,
): ValueCheck {
  const isOther = answer !== fabricated && answer !== none;
  if (isOther && answer !== 401) return { kind: 'works' };
  if (answer === 'accepted') return { kind: 'not-provable', why: 'answers-anyone' };
  if (scope === 'status') return { kind: 'not-provable', why: 'status-scope' };
  if (!isOwnPlace) return { kind: 'not-provable', why: 'other-project' };
  if (answer === 401) return { kind: 'refused' };
  // A value that gets what no value gets, and not what a made-up one gets, may be recognised and not allowed.
  if (answer !== fabricated) return { kind: 'not-provable', why: 'answers-anyone' };
  return answer === 403 || answer === 404
    ? { kind: 'refused' }
    : { kind: 'not-provable', why: 'call-missing' };
}
