import type { ApiFailure } from '../../shared/domain/api-failure';
import type { TokenRef } from '../../shared/domain/token-ref';
import { ok, type Result } from '../../shared/result';
import type { ListedToken, TokenList } from './row-world';

/** `unsure`: what was looked for is not in the list, but neither is something else that was there before. */
export interface SureReading {
  readonly tokens: readonly ListedToken[];
  readonly presence: 'present' | 'absent' | 'unsure';
}

/**
 * Reads a list for what `isIt` knows. A list may be short, and for longer than a moment: that something is absent is believed
 * only of two readings that agree, where nothing else (but `itself`) is missing that any reading ever showed.
 */
export async function readFor(
  isIt: (one: ListedToken) => boolean,
  list: TokenList,
  itself?: TokenRef,
): Promise<Result<SureReading, ApiFailure>> {
  const first = await list.read();
  if (!first.ok) return first;
  if (first.value.tokens.some(isIt)) return ok({ tokens: first.value.tokens, presence: 'present' });
  const second = await list.read();
  if (!second.ok) return second;
  const { tokens, missing } = second.value;
  if (tokens.some(isIt)) return ok({ tokens, presence: 'present' });
  const others = missing.filter((ref) => ref !== itself);
  if (others.length > 0) {
    await list.doubt(others);
    return ok({ tokens, presence: 'unsure' });
  }
  if (itself !== undefined) await list.foundGone(itself);
  return ok({ tokens, presence: 'absent' });
}

/** Reads a list for one token. */
export const readForRef = (ref: TokenRef, list: TokenList): Promise<Result<SureReading, ApiFailure>> =>
  readFor((one) => one.ref === ref, list, ref);
