import { useState } from 'react';

import type { Refusal } from '../../shared/ipc/contract';
import type { Result } from '../../shared/result';

/** Asks main one thing at a time, and keeps the sentence of what did not work. */
export function useAsk<Failure extends { readonly kind: string }>(
  sentence: (failure: Failure) => string | undefined,
) {
  const [isBusy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string>();
  const ask = async <Value>(
    call: () => Promise<Result<Value, Failure> | Result<never, Refusal>>,
  ): Promise<{ readonly value: Value } | undefined> => {
    setBusy(true);
    setProblem(undefined);
    const answer = await call();
    setBusy(false);
    if (answer.ok) return { value: answer.value };
    const { error } = answer;
    setProblem(isRefusal(error) ? REFUSED : sentence(error));
    return undefined;
  };
  return { isBusy, problem, ask };
}

const REFUSED = 'This is not of the form that is expected. Nothing was changed.';

const isRefusal = (error: { readonly kind: string }): error is Refusal => error.kind === 'refused';
