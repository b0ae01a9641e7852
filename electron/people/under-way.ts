import type { ConnectionId } from '../../shared/domain/connection-id';
import { err, type Result } from '../../shared/result';

/** Something else is under way. */
interface Busy {
  readonly kind: 'busy';
}

type Progress = (fraction: number) => void;

/** One thing at a time that takes long, which a person can stop. */
export interface UnderWay {
  readonly run: <Value, Failure>(
    connection: ConnectionId,
    work: (signal: AbortSignal, progress: Progress) => Promise<Result<Value, Failure>>,
  ) => Promise<Result<Value, Failure | Busy>>;
  readonly stop: () => void;
}

/** `tell` hears of each whole hundredth that work comes forward. */
export function openUnderWay(tell: (connection: ConnectionId, fraction: number) => void): UnderWay {
  let stopping: AbortController | undefined;
  return {
    run: async (connection, work) => {
      if (stopping !== undefined) return err({ kind: 'busy' });
      stopping = new AbortController();
      let told = -1;
      const progress = (fraction: number) => {
        const hundredths = Math.floor(fraction * 100);
        if (hundredths === told) return;
        told = hundredths;
        tell(connection, fraction);
      };
      try {
        return await work(stopping.signal, progress);
      } finally {
        stopping = undefined;
      }
    },
    stop: () => stopping?.abort(),
  };
}
