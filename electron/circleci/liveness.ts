import type { ApiFailure } from '../../shared/domain/api-failure';
import type { Result } from '../../shared/result';
import type { Liveness } from './client';

/**
 * What an answer to a call made with the value itself proves. Being refused a page proves that the value was recognised;
 * “not found” does so too on a project's own path; only 401 means dead. All else proves nothing.
 */
export function livenessOf(answer: Result<unknown, ApiFailure>): Liveness {
  if (answer.ok || answer.error.kind === 'forbidden') return 'alive';
  return answer.error.kind === 'unauthorized' ? 'dead' : 'undecided';
}
