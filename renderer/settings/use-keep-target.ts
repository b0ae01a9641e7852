import { useState } from 'react';

import type { DeliveryTarget } from '../../shared/domain/delivery-target';
import { bridge } from '../bridge';
import { targetFailureSentence } from './target-words';
import type { ReadTarget } from './typed-target';

interface KeepTarget {
  readonly problem: string | undefined;
  /** True while main's own question stands open. */
  readonly isAsking: boolean;
  readonly keep: (read: ReadTarget) => Promise<void>;
}

/** Sends what was typed to main, which asks before it keeps it; what stands in the way becomes a sentence. */
export function useKeepTarget(onKept: (kept: DeliveryTarget) => void): KeepTarget {
  const [problem, setProblem] = useState<string>();
  const [isAsking, setAsking] = useState(false);
  return {
    problem,
    isAsking,
    keep: async (read) => {
      setProblem(read.ok ? undefined : read.error);
      if (!read.ok) return;
      setAsking(true);
      const kept = await bridge['delivery:save-target'](read.value).finally(() => {
        setAsking(false);
      });
      if (kept.ok) onKept(kept.value);
      else setProblem(targetFailureSentence(kept.error));
    },
  };
}
