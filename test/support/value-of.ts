import type { Result } from '../../shared/result';

/** The value of what the test expects to succeed. */
export function valueOf<T>(result: Result<T, unknown>): T {
  if (!result.ok) throw new Error(`expected to succeed: ${JSON.stringify(result.error)}`);
  return result.value;
}
