import type { DeliveryFailure, Receipt } from '../../shared/domain/delivery';
import type { Result } from '../../shared/result';
import type { SecretValue } from '../credentials/secret-value';

/** The facts of a token that a sink may name: in a file's name, or in a command's arguments. */
export interface TokenFacts {
  readonly label: string;
  readonly scope: string;
  readonly project?: string;
}

/** One place where Rekey writes a value by itself. */
export interface Sink {
  /** The place in the fewest words. */
  readonly describe: () => string;
  /** Doing it twice does no harm, save that a command runs twice. The receipt outlives the app; it holds no secret. */
  readonly deliver: (value: SecretValue, token: TokenFacts) => Promise<Result<Receipt, DeliveryFailure>>;
  /** Reads back what the place shows of the value. `false`: it answered, and shows another one or none. */
  readonly prove: (value: SecretValue, receipt: Receipt) => Promise<Result<boolean, DeliveryFailure>>;
  /** Takes the value away again, where that leaves the place as it was before. */
  readonly undo?: (receipt: Receipt) => Promise<Result<'undone' | 'cannot', DeliveryFailure>>;
}

/** True when the last characters that a host shows are those of the value. Showing nothing proves nothing. */
export function matches(value: SecretValue, shown: string | undefined): boolean {
  return shown !== undefined && shown.length === 4 && shown === value.lastFour;
}
