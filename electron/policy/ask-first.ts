import type { ConnectionId } from '../../shared/domain/connection-id';
import type { AskedFailure } from '../../shared/domain/policy-facts';
import type { TokenRecord } from '../../shared/domain/token';
import { err, ok, type Result } from '../../shared/result';
import type { NativeQuestion } from '../rotation/native-question';

export interface AskingPorts {
  /** Every token that main knows of itself. */
  readonly tokens: () => Promise<readonly TokenRecord[]>;
  /** What the person called a connection; nothing where it is gone. */
  readonly nameOf: (connection: ConnectionId) => string | undefined;
  readonly confirmNatively: (question: NativeQuestion) => Promise<boolean>;
}

/** Asks the person, one question at a time, with what the tokens that main knows make of it. */
export function openAsking({ tokens, confirmNatively }: Pick<AskingPorts, 'tokens' | 'confirmNatively'>) {
  let isAsking = false;
  return async (
    questionOf: (tokens: readonly TokenRecord[]) => Promise<NativeQuestion>,
  ): Promise<Result<null, AskedFailure>> => {
    if (isAsking) return err({ kind: 'busy' });
    isAsking = true;
    try {
      const isAgreed = await confirmNatively(await questionOf(await tokens()));
      return isAgreed ? ok(null) : err({ kind: 'declined' });
    } finally {
      isAsking = false;
    }
  };
}
