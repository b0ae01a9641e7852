import type { ApiFailure } from '../../shared/domain/api-failure';
import type { Result } from '../../shared/result';
import type { SecretValue } from '../credentials/secret-value';

/** One place where Rekey writes a value by itself. Delivering twice does no harm. */
export interface Sink {
  readonly deliver: (value: SecretValue) => Promise<Result<null, ApiFailure>>;
  /** Reads back what the place shows of its value. `false`: it answered, and shows another one or none. */
  readonly prove: (value: SecretValue) => Promise<Result<boolean, ApiFailure>>;
}

/** True when the last characters that a host shows are those of the value. Showing nothing proves nothing. */
export function matches(value: SecretValue, shown: string | undefined): boolean {
  return shown !== undefined && shown.length === 4 && shown === value.lastFour;
}
