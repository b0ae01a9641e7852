import { uuidOfShortId } from '../../shared/domain/circleci-id';
import type { SecretValue } from '../credentials/secret-value';

const PREFIXED = /^CCI(?:PAT|PRJ)_([1-9A-HJ-NP-Za-km-z]{21,22})_[0-9a-f]{40}$/i;

/**
 * The UUID that the middle part of a value since July 2023 decodes to, in lower case. That it is the token's own id is
 * inferred from public samples: a match means something, a mismatch means nothing.
 */
export function idInValue(value: SecretValue): string | undefined {
  const middle = PREFIXED.exec(value.reveal())?.[1];
  return middle === undefined ? undefined : uuidOfShortId(middle);
}
