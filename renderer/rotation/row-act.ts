import { useState } from 'react';

import type { RowFailure } from '../../shared/domain/rotation-run';
import type { Refusal } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';
import { rowFailureSentence } from './run-words';

type Asked = Promise<Result<unknown, RowFailure | Refusal>>;

/** Does one thing at a time, and keeps the sentence of what did not work. */
export function useAct() {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const act = async (ask: () => Asked): Promise<boolean> => {
    setBusy(true);
    setProblem(undefined);
    const done = await ask();
    setBusy(false);
    if (!done.ok && done.error.kind !== 'refused') setProblem(rowFailureSentence(done.error));
    return done.ok;
  };
  return { isBusy, problem, act };
}
