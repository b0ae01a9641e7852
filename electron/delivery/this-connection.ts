import { placeWord, type DeliveryFailure } from '../../shared/domain/delivery';
import { ok, type Result } from '../../shared/result';
import type { SecretValue } from '../credentials/secret-value';
import type { Sink } from './sink';

/** What a connection can do with a credential that is to take the place of its own. */
export interface OwnCredential {
  readonly switchTo: (value: SecretValue) => Promise<Result<null, DeliveryFailure>>;
  /** True when the connection works with this very value now. */
  readonly worksWith: (value: SecretValue) => Promise<Result<boolean, DeliveryFailure>>;
}

/** Rekey itself: the connection goes on with the new value. Proved by asking what it works with; there is no way back. */
export function thisConnection({ switchTo, worksWith }: OwnCredential): Sink {
  return {
    describe: () => placeWord({ kind: 'this-connection' }),
    deliver: async (value) => {
      const switched = await switchTo(value);
      return switched.ok ? ok({ kind: 'switched' }) : switched;
    },
    prove: (value) => worksWith(value),
  };
}
